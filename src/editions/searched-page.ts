import { ownPages } from '../model/own-pages.ts'
import type { Series } from '../model/series.ts'
import { certaintyOfPage, type PageCertainty } from './certainty-of-page.ts'
import type { Document } from './html.ts'
import { type Passage, passagesOf, type TextHolder } from './text-of-page.ts'

/** What the search finds in a page. */
export type SearchedPage = { readonly passages: readonly Passage[]; readonly certainty: PageCertainty }

export const searchedPage = (page: Document, holder: TextHolder): SearchedPage => ({
  passages: passagesOf(page, holder),
  certainty: certaintyOfPage(page),
})

/** The pages in which the search reads, by {@link fileOfPage}, with what it reads of each. */
export function textHolders({ parts, pages }: Pick<Series, 'parts' | 'pages'>): ReadonlyMap<string, TextHolder> {
  const own = new Set(ownPages(pages))
  return new Map([
    ...parts.map(({ href }) => [fileOfPage(href), 'article'] as const),
    // Of the front page and “About”, most is the program’s.
    ...pages.map((page) => [fileOfPage(page.href), own.has(page) ? 'page' : 'words'] as const),
  ])
}

/** The path of the file from the root of the site. @param href `/part-1/` */
export const fileOfPage = (href: string): string => `${decodeURI(href.slice(1))}index.html`
