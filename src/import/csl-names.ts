import { z } from 'zod'
import type { SourceName } from '../model/files/source-file.ts'

const part = z.union([z.string(), z.number().transform(String)]).nullish()
const cslNameSchema = z.looseObject({
  family: part,
  given: part,
  literal: part,
  name: part,
  suffix: part,
  'dropping-particle': part,
  'non-dropping-particle': part,
})

/**
 * CSL names as a source has them. A name in one piece is not split; a particle that is sorted with the given name
 * (“Jean de La Fontaine”) goes with it, as CSL reads it there. `lost` says what is none.
 */
export function namesOf(value: unknown): { readonly names: readonly SourceName[]; readonly lost: readonly string[] } {
  const list =
    typeof value === 'string'
      ? [{ literal: value }]
      : Array.isArray(value)
        ? value.map((name: unknown) => (typeof name === 'string' ? { literal: name } : name))
        : value
  const { success, data } = z.array(cslNameSchema).safeParse(list)
  if (!success) return { names: [], lost: [`a list of names that cannot be read: ${JSON.stringify(value)}`] }
  const lost: string[] = []
  const names = data.flatMap((name): SourceName[] => {
    const [family, given, literal, suffix] = [
      name.family,
      [name.given, name['dropping-particle']].filter(Boolean).join(' '),
      name.literal ?? name.name,
      name.suffix,
    ].map((text) =>
      text
        ?.replace(/<\/?(?:i|b|sc|sub|sup|span)\b[^>]*>/giu, '')
        .replace(/\s+/gu, ' ')
        .trim(),
    )
    if (literal && !/^(?:et\.? al\.?|others)$/iu.test(literal)) return [{ literal }]
    const particle = name['non-dropping-particle']?.trim()
    if (literal || (family === 'others' && !given)) lost.push('“and others”')
    else if (family) {
      return [{ family, ...(given && { given }), ...(particle && { 'non-dropping-particle': particle }), ...(suffix && { suffix }) }]
    } else if (given) return [{ literal: [particle, given].filter(Boolean).join(' ') }]
    else lost.push('a name without letters')
    return []
  })
  return { names, lost }
}
