import { z } from 'zod'
import { readYaml } from '../yaml/yaml.ts'

/** What a file of YAML says, or nothing where it cannot be read: what is wrong is told when the file itself is. */
export const fieldsOf = (yaml: string): unknown => readYaml(yaml, z.unknown(), { file: '', code: 'front-matter-invalid' }).value

/**
 * The fields of a translation laid over those of the original: maps field by field, lists of things with an `id` by it,
 * all else whole. Things that only the translation has are left out; see {@link strangersIn}.
 */
export function mergeFields(original: unknown, translation: unknown): unknown {
  if (translation === undefined || translation === null) return original
  if (isMap(original) && isMap(translation))
    return {
      ...original,
      ...Object.fromEntries(Object.entries(translation).map(([key, value]) => [key, mergeFields(own(original, key), value)])),
    }
  if (!isListOfNamed(original) || !isListOfNamed(translation)) return translation
  const byId = new Map(translation.map((one) => [one.id, one]))
  return original.map((one) => mergeFields(one, byId.get(one.id)))
}

/** The ids of things in a translation that the original does not have. */
export function strangersIn(original: unknown, translation: unknown): string[] {
  if (!isListOfNamed(original) || !isListOfNamed(translation)) return []
  const known = new Set(original.map(({ id }) => id))
  return translation.flatMap(({ id }) => (known.has(id) ? [] : [id]))
}

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const own = (map: Readonly<Record<string, unknown>>, key: string) => (Object.hasOwn(map, key) ? map[key] : undefined)

const isListOfNamed = (value: unknown): value is readonly { readonly id: string }[] =>
  Array.isArray(value) && value.length > 0 && value.every((one) => isMap(one) && typeof one.id === 'string')
