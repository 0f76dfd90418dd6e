import { pageOf } from '../../manuscript/links.ts'
import type { Manuscript } from '../../manuscript/read-manuscript.ts'
import { recordedText } from '../../manuscript/survey/text-of-words.ts'
import type { DocumentFacts } from '../../model/facts.ts'
import { hrefOfEvent } from '../../model/files/event-file.ts'
import type { Permalink } from '../../model/ledger.ts'

/** Every address that the site of a manuscript has, as the ledger records it. */
export function permalinksOf({ parts, terms, pages, sources, events, places }: Manuscript): Map<string, Permalink> {
  return new Map<string, Permalink>([
    ...parts.flatMap(({ id, file, facts }) => [page(`/${id}/`, file.title), ...permalinksIn(facts)]),
    ...terms.flatMap(({ id, file, facts }) => [page(`/glossary/${id}/`, file.name), ...permalinksIn(facts)]),
    ...pages.flatMap(({ id, file, facts }) => [
      ...(id === 'home' || id === 'about' ? [] : [page(`/${id}/`, file.title)]),
      ...permalinksIn(facts),
    ]),
    ...sources.map(({ id, file }) => page(`/sources/${id}/`, file.title)),
    ...events.files.map((event) => [hrefOfEvent(event), { kind: 'event', text: event.title }] as const),
    ...places.files.map(({ id, name }) => [`/places/#${id}`, { kind: 'place', text: name }] as const),
  ])
}

const page = (address: string, title: string) => [address, { kind: 'page', text: title }] as const

function permalinksIn({ path, sections, paragraphs, notes, references, pictures }: DocumentFacts): (readonly [string, Permalink])[] {
  const home = pageOf(path.replace(/\.mdx$/u, ''))
  return [
    ...sections.map(({ id, words }) => [`${home}#${id}`, { kind: 'section', text: recordedText(words) }] as const),
    ...paragraphs.map(({ key, knownBy }) => [`${home}#p-${key}`, { kind: 'paragraph', text: knownBy }] as const),
    ...pictures.flatMap(({ id, file }) => (id ? [[`${home}#${id}`, { kind: 'picture', text: file }] as const] : [])),
    ...notes.map(({ id, words }) => {
      const count = references.filter(({ note }) => note === id).length
      return [`${home}#note-${id}`, { kind: 'note', references: count, text: recordedText(words) }] as const
    }),
  ]
}
