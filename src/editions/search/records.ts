import type { Series } from '../../model/series.ts'
import { spaceAfterDashes, textOfHtml } from './searchable-text.ts'

/** A record of Pagefind’s that is not a page. */
export type SearchRecord = {
  readonly url: string
  readonly content: string
  readonly language: string
  readonly meta: Record<string, string>
  readonly filters: Record<string, string[]>
}

/** One record for each note, term, source and event of a series, leading to its place. */
export function recordsOf(series: Series): SearchRecord[] {
  const language = series.language.slice(0, 2)
  const record = (kind: string, url: string, text: string, meta: Record<string, string>, part?: string): SearchRecord => ({
    url,
    content: spaceAfterDashes(text),
    language,
    meta,
    filters: { kind: [kind], ...(part && { part: [part] }) },
  })
  return [
    ...series.parts.flatMap((part) =>
      part.notes.map(({ href, number, text }) =>
        record('note', href, text, { title: `Note ${number}`, place: `Part ${part.number}: ${part.title}` }, part.slug),
      ),
    ),
    ...series.terms.map(({ href, name, short, aliases, forms, native, definition }) => {
      const names = [name, ...(short ? [short] : []), ...aliases, ...native.flatMap(({ text, latin }) => (latin ? [text, latin] : [text]))]
      return record('term', href, [...names, ...forms, definition].join('. '), { title: name, place: 'Glossary', names: names.join('\n') })
    }),
    ...series.sources.map(({ href, html, title, note = '', authorSort }) =>
      record('source', href, `${textOfHtml(html)} ${note}`, { title, place: authorSort ? `Source, ${authorSort}` : 'Source', names: title }),
    ),
    ...series.events.map(({ href, title, text, shown }) => {
      const day = [shown.text, shown.newStyle, shown.year].filter(Boolean).join(', ')
      return record('event', href, `${title}. ${day}. ${text}`, { title, place: `Timeline, ${day}` })
    }),
  ]
}
