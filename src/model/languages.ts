/** A language that a series is published in, beside others. */
export type OfferedLanguage = {
  /** BCP 47. */
  readonly language: string
  /** Its name in itself: “Deutsch”. */
  readonly name: string
  /** Where its pages lie, from the root of the site: empty for the original, `de/`. */
  readonly folder: string
  /** Pages whose text is in the original’s language, since there is no translation: `/part-1/`. */
  readonly untranslated: readonly string[]
}

/** The languages of a series, the original first; empty where there is one. */
export type OfferedLanguages = readonly OfferedLanguage[]

/** The language of the text on a page, where it is not that of the page. */
export function languageOfText(offered: OfferedLanguages, language: string, page: string): string | undefined {
  return find(offered, language)?.untranslated.includes(page) ? offered[0]?.language : undefined
}

/** The languages in which the text of a page can be read, where there are several. */
export function alternatesOf(offered: OfferedLanguages, page: string): readonly OfferedLanguage[] {
  const found = offered.filter(({ untranslated }) => !untranslated.includes(page))
  return found.length > 1 ? found : []
}

/**
 * The same page in another language, relative to the page: links between languages lead from one site to another, each of
 * which may be moved with all of them, and none of which knows the files of another.
 *
 * @param from language of the page that has the link
 * @param page from the root of its site, as `at`, the page that has the link: `/part-1/`
 */
export function hrefInLanguage(offered: OfferedLanguages, from: string, to: OfferedLanguage, page: string, at: string): string {
  const own = find(offered, from)?.folder ?? ''
  return `${'../'.repeat(`/${own}${at.slice(1)}`.split('/').length - 2)}${to.folder}${page.slice(1)}` || './'
}

/** The page on which a translated part stands beside its original, below the part’s own. */
export const besideOf = (part: string): string => `${part}beside/`

/** The address of the original’s site, of which that of a language is a folder. */
export const rootOfLanguages = (offered: OfferedLanguages, language: string, site: URL): URL =>
  new URL(find(offered, language)?.folder ? '../' : './', site)

const find = (offered: OfferedLanguages, language: string) => offered.find((one) => one.language === language)
