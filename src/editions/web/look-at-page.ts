import { contentOf } from '../entry-content.ts'
import { textOf } from '../html.ts'
import { type SearchedPage, searchedPage } from '../searched-page.ts'
import type { TextHolder } from '../text-of-page.ts'
import { editPage, type FinishedPage, finishPage } from './finish-page.ts'
import { type LightPage, lightPage } from './light-page.ts'

/** What is found in one look at a page, and made of it. */
export type PageLook = {
  readonly about: FinishedPage & PageLetters
  /** Missing where nothing holds a text for the search. */
  readonly searched?: SearchedPage | undefined
  /** For the feed, without the links that are its own; missing for all but parts. */
  readonly content?: string | undefined
  /** With its styles as they were. */
  readonly html: string
} & LightPage

/** What decides on the faces of a page. */
export type PageLetters = {
  /** Each letter that it shows once. */
  readonly letters: string
  readonly hasBoldItalics: boolean
  readonly hasDrawings: boolean
}

/**
 * Reads a page once for all that is asked of it and made of it.
 *
 * @param path `/part-1/`
 * @param rewrite makes of a URL from the root what the page says
 * @param holder what the search reads in it
 * @throws as {@link finishPage} does
 */
export function lookAtPage(html: string, path: string, rewrite: (url: string) => string, holder?: TextHolder): PageLook {
  const page = editPage(html)
  const letters = {
    // Of words that stand again and again the letters are looked through once.
    letters: [...new Set([...new Set(textOf(page.document).split(' '))].join(' '))].join(''),
    hasBoldItalics: boldItalic.test(html),
    hasDrawings: /<text[\s>]/u.test(html),
  }
  const searched = holder && searchedPage(page.document, holder)
  const content = holder === 'article' ? contentOf(page.elements, path) : undefined
  const finished = finishPage(page, rewrite)
  return { about: { ...finished, ...letters }, searched, content, html: page.source.toString(), ...lightPage(page) }
}

const boldItalic = /<(?:em|i|cite|dfn)\b[^>]*>[^<]*<(?:strong|b)\b|<(?:strong|b|th)\b[^>]*>[^<]*<(?:em|i|cite|dfn)\b/u
