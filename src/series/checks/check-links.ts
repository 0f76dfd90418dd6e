import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts'
import { suggestAddress } from '../../diagnostics/suggest.ts'
import { fromRoot, pageOf } from '../../manuscript/links.ts'
import type { Manuscript } from '../../manuscript/read-manuscript.ts'
import type { DocumentFacts } from '../../model/facts.ts'
import { hasDocuments } from '../../model/files/term-file.ts'
import type { Series } from '../../model/series.ts'

/** Pages that every series has. */
const fixedPages = ['/', '/notes/', '/sources/', '/glossary/', '/search/', '/about/', '/series.json']

/** Checks that every link the writer typed to this site leads to a page and, with a fragment, to a place on it. */
export function checkLinks({ parts, terms, pages }: Manuscript, series: Series): Diagnostic[] {
  const addresses = addressesOf(series)
  const documents = [...parts, ...terms, ...pages]
  for (const { facts } of documents) for (const id of idsIn(facts)) addresses.add(fromRoot(`#${id}`, pageOfFile(facts.path)))
  return documents.flatMap(({ facts: { links, path } }) =>
    links.flatMap(({ address, span }) => {
      const target = fromRoot(address, pageOfFile(path)).replace(/\?[^#]*/u, '')
      if (addresses.has(target)) return []
      const nearest = suggestAddress(target, [...addresses])
      return [diagnose('link-broken', path, span, { link: address, ...(nearest && { nearest }) })]
    }),
  )
}

const pageOfFile = (path: string) => pageOf(path.replace(/\.mdx$/u, ''))

/** The ids of the headings, pictures, tables and recordings of a text. */
const idsIn = ({ sections, pictures, tables, recordings }: DocumentFacts) => [
  ...sections.map(({ id }) => id),
  ...[...pictures, ...tables, ...recordings].flatMap(({ id }) => id ?? []),
]

/** Every address inside the site that a text may link to. */
export function addressesOf({ parts, terms, sources, pages, events, places }: Series): Set<string> {
  const addresses = new Set(fixedPages)
  if (events.length > 0) addresses.add('/timeline/')
  if (events.some(({ time }) => time !== undefined)) addresses.add('/hours/')
  if (places.length > 0) addresses.add('/places/')
  if (hasDocuments(terms)) addresses.add('/documents/')
  for (const { href } of [...events, ...places]) addresses.add(href)
  for (const { href, paragraphs, notes } of parts) {
    addresses.add(href)
    for (const { key } of paragraphs) addresses.add(`${href}#p-${key}`)
    for (const note of notes) {
      addresses.add(note.href)
      for (const { place } of note.references) addresses.add(place.href)
    }
  }
  for (const { href, paragraphs } of terms) {
    addresses.add(href)
    for (const { key } of paragraphs) addresses.add(`${href}#p-${key}`)
  }
  for (const { href } of sources) addresses.add(href)
  for (const { href, paragraphs } of pages) {
    addresses.add(href)
    for (const { key } of paragraphs) addresses.add(`${href}#p-${key}`)
  }
  return addresses
}
