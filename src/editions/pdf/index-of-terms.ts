import type { Series } from '../../model/series.ts'
import { type BookPage, textOf } from '../book-page.ts'
import { attribute, elementsOf } from '../html.ts'

/** A kind of terms in the index of a book: each with the labels of the places that mention it. */
export type IndexGroup = {
  readonly title: string
  readonly entries: readonly { readonly name: string; readonly to: string; readonly at: readonly string[] }[]
}

/** The terms by kind, as the glossary has them, with the places where the parts mention them. */
export function indexOf({ terms, parts }: Series, glossary: BookPage | undefined, isThere: ReadonlySet<string>): IndexGroup[] {
  if (!glossary) return []
  const kinds = new Map(
    elementsOf(glossary.main)
      .filter(({ tagName }) => tagName === 'h2')
      .map((h2) => [attribute(h2, 'id') ?? '', textOf(h2)]),
  )
  return [...kinds].flatMap(([kind, title]) => {
    const entries = terms
      .filter((term) => term.kind === kind && isThere.has(term.href))
      .map((term) => ({
        name: isInverted(term) ? term.sortKey : term.name,
        to: term.href,
        at: term.mentions
          .map(({ place }) => place.href)
          .filter((href) => isThere.has(href) && parts.some((part) => href.startsWith(part.href))),
      }))
      .filter(({ at }) => at.length > 0)
    return entries.length > 0 ? [{ title, entries }] : []
  })
}

/** “Lenin, Vladimir”: the same words in the order of an index. */
const isInverted = ({ name, sortKey }: Series['terms'][number]) =>
  sortKey.includes(',') &&
  sortKey.replaceAll(',', '').split(' ').toSorted().join(' ') === name.replaceAll(',', '').split(' ').toSorted().join(' ')
