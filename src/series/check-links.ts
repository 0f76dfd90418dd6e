import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts'
import { suggest } from '../diagnostics/suggest.ts'
import type { Series } from '../model/series.ts'
import type { Manuscript } from './read.ts'

/** Pages that every series has. */
const fixedPages = ['/', '/notes/', '/sources/', '/glossary/', '/search/', '/about/', '/series.json']

/** Checks that every link the writer typed to this site leads to a page and, with a fragment, to a place on it. */
export function checkLinks({ parts, terms, pages }: Manuscript, series: Series): Diagnostic[] {
  const addresses = addressesOf(series)
  return [...parts, ...terms, ...pages].flatMap(({ facts: { links, path, id, kind } }) => {
    const here = kind === 'part' ? `/${id}/` : kind === 'term' ? `/glossary/${id}/` : id === 'home' ? '/' : `/${id}/`
    return links.flatMap(({ address, span }) => {
      const { pathname, hash } = new URL(address, `https://site.invalid${here}`)
      const target = pathname + hash
      if (addresses.has(target)) return []
      const nearest = suggest(target, [...addresses])
      return [diagnose('link-broken', path, span, { link: address, ...(nearest && { nearest }) })]
    })
  })
}

function addressesOf({ parts, terms, sources, pages }: Series): Set<string> {
  const addresses = new Set(fixedPages)
  for (const { href, sections, paragraphs, notes } of parts) {
    addresses.add(href)
    for (const { id } of sections) addresses.add(`${href}#${id}`)
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
  for (const { href, sections, paragraphs } of pages) {
    for (const { id } of sections) addresses.add(`${href}#${id}`)
    for (const { key } of paragraphs) addresses.add(`${href}#p-${key}`)
  }
  return addresses
}
