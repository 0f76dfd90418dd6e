import type { SourceName } from './files/source-file.ts'

/** A name in parts: that of a person. */
type NameInParts = Exclude<SourceName, { literal: string }>

/** As it is signed: “Leon Trotsky”, “Ines de Castell”, “Keepers’ Guild”. */
export const fullName = (name: SourceName): string => ('literal' in name ? name.literal : joined([name.given, familyOf(name), name.suffix]))

/** What is short for it in a text: “Trotsky”, “de Castell”, “Keepers’ Guild”. */
export const shortName = (name: SourceName): string => ('literal' in name ? name.literal : familyOf(name))

/** What a list is sorted by, which is never the particle: “Trotsky, Leon”, “Castell, Ines de”, “King, Martin, Jr”. */
export function sortName(name: SourceName): string {
  if ('literal' in name) return name.literal
  return [name.family, joined([name.given, name['non-dropping-particle']]), name.suffix].filter(Boolean).join(', ')
}

/** What two names are compared by: the family name without its particle, which many leave out. */
export const comparedName = (name: SourceName): string => ('literal' in name ? name.literal : name.family)

/**
 * “Trotsky, Leon”, “de Castell, Ines”. A body has a comma after its name and nothing behind it, by which programs that
 * split names at a comma, Zotero among them, know that all of it is the name.
 */
export function invertedName(name: SourceName): string {
  if ('literal' in name) return `${name.literal},`
  return [familyOf(name), name.given ?? '', name.suffix].filter((part) => part !== undefined).join(', ')
}

/** The family name with its particle. */
export const familyOf = (name: NameInParts): string => joined([name['non-dropping-particle'], name.family])

const joined = (parts: readonly (string | undefined)[]) => parts.filter(Boolean).join(' ')
