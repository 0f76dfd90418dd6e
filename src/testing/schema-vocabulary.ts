import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Graph } from '../formats/schema-org/graph.ts'

/** The types that schema-dts makes of schema.org’s published vocabulary: an interface of what each type adds to another. */
const vocabulary = readFileSync(
  createRequire(import.meta.url)
    .resolve('schema-dts/package.json')
    .replace('package.json', 'dist/schema.d.ts'),
  'utf8',
)

/** By the name of an interface what it adds to, and the names of the types that its properties may have. */
const interfaces = new Map(
  [...vocabulary.matchAll(/^(?:export )?interface (\w+)(?: extends ([^{]+))? \{\n([\s\S]*?)^\}/gmu)].map(
    ([, name = '', more = '', body = '']) => {
      const properties = [...body.matchAll(/^ {4}"([^"@]+)"\?: SchemaValue<(.*), "[^"]+">;$/gmu)]
      return [
        name,
        {
          adds: more.trim().split(', ').filter(Boolean),
          properties: new Map(properties.map(([, key = '', types = '']) => [key, types.split(' | ')])),
        },
      ]
    },
  ),
)

type Thing = Readonly<Record<string, unknown>>

/** The types that are texts, numbers or truths, as far as they are published. */
const plain = /^(?:Text|URL|Date|DateTime|Time|Number|Integer|Float|Boolean|string)$/u

/** What is wrong in a graph: types and properties that schema.org has not, or not there, and things that may not stand there. */
export const mistakesIn = (graph: Graph): string[] => graph['@graph'].flatMap((thing) => mistakesOf(thing as Thing))

function mistakesOf(thing: Thing): string[] {
  const types = [thing['@type']].flat().map(String)
  const unknown = types.filter((type) => !interfaces.has(`${type}Leaf`))
  if (unknown.length > 0) return unknown.map((type) => `there is no type ${type}`)
  const all = types.flatMap((type) => basesOf(`${type}Leaf`))
  return Object.entries(thing).flatMap(([key, value]) => {
    if (key.startsWith('@')) return []
    const allowed = all.flatMap((name) => interfaces.get(name)?.properties.get(key) ?? [])
    if (allowed.length === 0) return [`${types.join()} has no property ${key}`]
    return [value].flat().flatMap((one) => mistakesOfValue(one, allowed, `${key} of ${types.join()}`))
  })
}

function mistakesOfValue(value: unknown, allowed: readonly string[], place: string): string[] {
  if (value === null || typeof value !== 'object')
    return allowed.some((type) => plain.test(type) || isEnumeration(type)) ? [] : [`${place} may be no ${typeof value}`]
  const thing = value as Thing
  if (!('@type' in thing)) return allowed.includes('IdReference') ? [] : [`${place} may be no reference`]
  const bases = [thing['@type']].flat().flatMap((type) => [String(type), ...basesOf(`${type}Leaf`)])
  const isAllowed = bases.some((name) => allowed.includes(name.replace(/(?:Base|Leaf)$/u, '')))
  return [...(isAllowed ? [] : [`${place} may be no ${thing['@type']}`]), ...mistakesOf(thing)]
}

/** Some of whose members are words of the vocabulary. */
const isEnumeration = (type: string) => new RegExp(`^export type ${type} = "https://schema\\.org/`, 'mu').test(vocabulary)

/** An interface with all that it adds to. */
function basesOf(name: string): string[] {
  return [name, ...(interfaces.get(name)?.adds ?? []).flatMap(basesOf)]
}
