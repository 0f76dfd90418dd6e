import type { Edition } from '../model/series.ts'

/** A page in which the hash of its edition is not said, and what says it in whatever is made of that page. */
export type PageWithoutEdition = { readonly plain: string; readonly isEditionSaid: boolean; readonly restore: <T>(made: T) => T }

/**
 * Takes the hash of the edition out of a page. It changes with every edit and stands in every part, so that nothing made
 * of a page could be kept from build to build if it counted. See decision 59.
 *
 * @param edition missing where the site says none
 */
export function withoutEdition(html: string, edition: Pick<Edition, 'hash' | 'shortHash'> | undefined): PageWithoutEdition {
  const isSaid = edition !== undefined && html.includes(edition.shortHash)
  if (!isSaid || signsOfEdition.some((sign) => html.includes(sign))) return { plain: html, isEditionSaid: false, restore: (made) => made }
  return { plain: plainIn(edition)(html), isEditionSaid: true, restore: restoring(edition) }
}

/** Takes the hash of an edition out of any text. */
export function plainIn({ hash, shortHash }: Pick<Edition, 'hash' | 'shortHash'>): (text: string) => string {
  const [whole, short] = signsOfEdition
  return (text) => (text.includes(shortHash) ? text.replaceAll(hash, whole).replaceAll(shortHash, short) : text)
}

/** Puts the hash of an edition into what was made of a page without it. */
export function restoring({ hash, shortHash }: Pick<Edition, 'hash' | 'shortHash'>): PageWithoutEdition['restore'] {
  const [whole, short] = signsOfEdition
  const put = (text: string) => (text.length < short.length ? text : text.replaceAll(whole, hash).replaceAll(short, shortHash))
  return (made) => inStrings(made, put, new Set()) as typeof made
}

/** In place of the whole hash and the short one. Digits and small letters, as those are: no face and no address treats them otherwise. */
export const signsOfEdition = ['0wholehash0of0edition0', '0shorthash0of0edition0'] as const

/**
 * What tells a file that says the edition from the same of another: a part of its name.
 *
 * @param text plain, as {@link withoutEdition} makes it
 */
export const markOfEdition = (text: string): string => (signsOfEdition.some((sign) => text.includes(sign)) ? `-${signsOfEdition[1]}` : '')

/** Changes all strings in plain data, which may refer to itself, in its place. */
function inStrings(value: unknown, change: (text: string) => string, seen: Set<object>): unknown {
  if (typeof value === 'string') return change(value)
  if (typeof value !== 'object' || value === null || seen.has(value)) return value
  seen.add(value)
  for (const [name, held] of Object.entries(value)) Reflect.set(value, name, inStrings(held, change, seen))
  return value
}
