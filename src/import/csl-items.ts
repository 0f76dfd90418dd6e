import { Cite, plugins } from '@citation-js/core'
import '@citation-js/plugin-bibtex'
import '@citation-js/plugin-ris'

export type CslItem = Readonly<Record<string, unknown>>

export type BibtexEntry = { readonly type: string; readonly label: string; readonly properties: Readonly<Record<string, string | number>> }

/** The one entry of a BibTeX text that has no other; macros of `@string` may stand before it. Throws where it is no BibTeX. */
export const parseBibtex = (text: string) =>
  plugins.input.chain(text, { forceType: '@biblatex/text', target: '@biblatex/entries+list', generateGraph: false }) as BibtexEntry[]

/** An entry as CSL-JSON, with what it takes from its parent (`crossref`). BibLaTeX’s fields are known, and BibTeX’s with them. */
export function itemOfBibtex(entry: BibtexEntry, parent?: BibtexEntry): CslItem {
  const convert = (entries: readonly BibtexEntry[]) =>
    first(plugins.input.chain(entries, { forceType: '@biblatex/entries+list', generateGraph: false }))
  if (!parent || parent.properties.author) return convert(parent ? [entry, parent] : [entry])
  // The library reads the author of a book as the author of what its chapters stand in, and fails where it has none.
  const { 'container-author': _, ...item } = convert([{ ...entry, properties: { bookauthor: '{–}', ...entry.properties } }, parent])
  return item
}

/** A record of RIS as CSL-JSON: a tag that stands more than once has a list of values. */
export const itemOfRis = (record: Readonly<Record<string, string | readonly string[]>>) =>
  first(plugins.input.chain(record, { forceType: '@ris/record', generateGraph: false }))

/** CSL-JSON in the forms in which other programs’ files may have it, each as text. */
export function formatsOf(item: CslItem): { readonly bibtex: readonly string[]; readonly ris: readonly string[] } {
  const { format } = plugins.config.get('@bibtex')
  const before = { ...format }
  const written = [true, false].flatMap((asciiOnly) => {
    Object.assign(format, { useIdAsLabel: true, checkLabel: false, asciiOnly })
    return [new Cite({ ...item }).format('bibtex'), new Cite({ ...item }).format('biblatex')]
  })
  Object.assign(format, before)
  return { bibtex: [...new Set(written)], ris: [new Cite({ ...item }).format('ris')] }
}

const first = (items: unknown) => (items as CslItem[])[0] ?? {}
