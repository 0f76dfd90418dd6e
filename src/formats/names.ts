import type { SourceName } from '../model/source-file.ts'

/** “Leon Trotsky”, “Ines de Castell”, “Keepers’ Guild”. */
export const fullName = (name: SourceName): string => ('literal' in name ? name.literal : [name.given, familyOf(name), name.suffix].filter(Boolean).join(' '))

/**
 * “Trotsky, Leon”, “de Castell, Ines”. A body has a comma after its name and nothing behind it, by which programs that
 * split names at a comma, Zotero among them, know that all of it is the name.
 */
export function invertedName(name: SourceName): string {
  if ('literal' in name) return `${name.literal},`
  return [familyOf(name), name.given ?? '', name.suffix].filter((part) => part !== undefined).join(', ')
}

/** The family name with its particle. */
export const familyOf = (name: Exclude<SourceName, { literal: string }>): string => [name['non-dropping-particle'], name.family].filter(Boolean).join(' ')
