import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts'
import { suggestAddress } from '../../diagnostics/suggest.ts'
import { fromRoot, pageOf } from '../../manuscript/links.ts'
import type { Manuscript } from '../../manuscript/read-manuscript.ts'
import { memoize } from '../../memoize.ts'
import type { DocumentFacts } from '../../model/facts.ts'
import { hasDocuments } from '../../model/files/term-file.ts'
import type { Part, Series } from '../../model/series.ts'

/** Pages that every series has. */
const fixedPages = ['/', '/notes/', '/sources/', '/glossary/', '/search/', '/about/', '/series.json']

/**
 * Checks that every link the writer typed to this site leads to a page and, with a fragment, to a place on it.
 *
 * @param addresses those of {@link addressesOf}
 */
export function checkLinks({ parts, terms, pages }: Manuscript, addresses: Addresses): Diagnostic[] {
  const documents = [...parts, ...terms, ...pages]
  const places = new Set(documents.flatMap(({ facts }) => placesIn(facts.path, facts)))
  return documents.flatMap(({ facts }) =>
    targetsIn(facts.path, facts).flatMap(({ address, span, target }) => {
      if (addresses.has(target) || places.has(target)) return []
      const nearest = suggestAddress(target, [...addresses, ...places])
      return [diagnose('link-broken', facts.path, span, { link: address, ...(nearest && { nearest }) })]
    }),
  )
}

const pageOfFile = (path: string) => pageOf(path.replace(/\.mdx$/u, ''))

/** Where the links of a text lead to, from the root of the site. */
const targetsIn = memoize(({ links, path }: DocumentFacts) =>
  links.map(({ address, span }) => ({ address, span, target: fromRoot(address, pageOfFile(path)).replace(/\?[^#]*/u, '') })),
)

const placesIn = memoize((facts: DocumentFacts) => idsIn(facts).map((id) => fromRoot(`#${id}`, pageOfFile(facts.path))))

/** The ids of the headings, pictures, tables and recordings of a text. */
const idsIn = ({ sections, pictures, tables, recordings }: DocumentFacts) => [
  ...sections.map(({ id }) => id),
  ...[...pictures, ...tables, ...recordings].flatMap(({ id }) => id ?? []),
]

/** Every address inside the site that a text may link to; those of a page are put together when one of them is asked for. */
export type Addresses = Iterable<string> & { has(address: string): boolean }

/** The addresses of the pages of a series and of the places on them. */
export function addressesOf({ parts, terms, sources, pages, events, places }: Series): Addresses {
  const whole = new Set(fixedPages)
  if (events.length > 0) whole.add('/timeline/')
  if (events.some(({ time }) => time !== undefined)) whole.add('/hours/')
  if (places.length > 0) whole.add('/places/')
  if (hasDocuments(terms)) whole.add('/documents/')
  for (const { href } of [...events, ...places, ...sources]) whole.add(href)
  const withPlaces = new Map([
    ...parts.map(({ href, paragraphs, notes }) => [href, () => addressesIn(href, href, paragraphs, notes)] as const),
    ...[...terms, ...pages].map(({ href, paragraphs }) => [href, () => addressesIn(href, href, paragraphs, none)] as const),
  ])
  return {
    has: (address) => whole.has(address) || (withPlaces.get(address.replace(/#.*/su, ''))?.().has(address) ?? false),
    *[Symbol.iterator]() {
      yield* whole
      for (const those of withPlaces.values()) yield* those()
    },
  }
}

const none: Part['notes'] = []

/** Of a page and its places. */
const addressesIn = memoize(
  (href: string, paragraphs: Part['paragraphs'], notes: Part['notes']) =>
    new Set([
      href,
      ...paragraphs.map(({ key }) => `${href}#p-${key}`),
      ...notes.flatMap((note) => [note.href, ...note.references.map(({ place }) => place.href)]),
    ]),
)
