import { z } from 'zod'
import type { SourceName } from '../model/source-file.ts'

const cslNameSchema = z.looseObject({
  family: z.string().optional(),
  given: z.string().optional(),
  literal: z.string().optional(),
  suffix: z.string().optional(),
  'dropping-particle': z.string().optional(),
  'non-dropping-particle': z.string().optional(),
})

/**
 * CSL names as a source has them. A name in one piece is not split; a particle that is sorted with the given name
 * (“Jean de La Fontaine”) goes with it, as CSL reads it there. `lost` says what is none.
 */
export function namesOf(value: unknown): { readonly names: readonly SourceName[]; readonly lost: readonly string[] } {
  const { success, data } = z.array(cslNameSchema).safeParse(value)
  if (!success) return { names: [], lost: [`a list of names that cannot be read: ${JSON.stringify(value)}`] }
  const lost: string[] = []
  const names = data.flatMap((name): SourceName[] => {
    const [family, given, literal] = [name.family, [name.given, name['dropping-particle']].filter(Boolean).join(' '), name.literal].map(
      (text) => text?.trim(),
    )
    if (literal) return [{ literal }]
    const particle = name['non-dropping-particle']?.trim()
    if (family === 'others' && !given) lost.push('“and others”')
    else if (family && given) {
      return [{ family, given, ...(particle && { 'non-dropping-particle': particle }), ...(name.suffix && { suffix: name.suffix }) }]
    } else if (family || given) return [{ literal: [particle, family || given].filter(Boolean).join(' ') }]
    else lost.push('a name without letters')
    return []
  })
  return { names, lost }
}
