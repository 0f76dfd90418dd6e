import { readBibtex } from './bibtex/read-bibtex.ts'
import type { ForeignWork } from './foreign-work.ts'
import { readCslJson } from './read-csl-json.ts'
import { readRis } from './read-ris.ts'

/** The formats that works are read from. */
export type Format = 'bibtex' | 'ris' | 'json'

/** By the ending of the file; by what it says where that is another: many programs save a library as `.txt`. */
export function formatOf(path: string, text: string): Format | { readonly problem: string } {
  const ending = /\.(\w+)$/u.exec(path)?.[1]?.toLowerCase() ?? ''
  const other = otherFormats.find(({ looks }) => looks.test(text.slice(0, 2_000)))
  if (other) return { problem: other.says }
  const byEnding = ({ bib: 'bibtex', bibtex: 'bibtex', ris: 'ris', json: 'json' } as const)[ending]
  if (byEnding) return byEnding
  if (/^\s*TY {0,2}- ?\w/u.test(text)) return 'ris'
  if (/^[ \t]*@\s*\w+\s*[{(]/mu.test(text)) return 'bibtex'
  return { problem: 'a file that ends in .bib, .ris or .json is wanted' }
}

const instead = 'Export the works from your reference manager as RIS, BibTeX or CSL-JSON'

const otherFormats: readonly { readonly looks: RegExp; readonly says: string }[] = [
  { looks: /^\s*PMID- ?\d/u, says: `this is the format of PubMed (MEDLINE, .nbib), which is not read. ${instead}` },
  { looks: /^\s*%0 \w/u, says: `this is the tagged format of EndNote (Refer, .enw), which is not read. ${instead}` },
  { looks: /^\s*(?:FN [^\n]*\r?\n)?VR 1\.0/u, says: `this is the format of Web of Science, which is not read. ${instead}` },
  { looks: /^\s*(?:<\?xml|<(?:xml|records|modsCollection|rdf:RDF)\b)/u, says: `this is XML, which is not read. ${instead}` },
  { looks: /^\s*PK\p{Cc}\p{Cc}/u, says: `this is an archive, not a list of works. ${instead}` },
]

export const readWorks = (format: Format, text: string, path: string): ForeignWork[] =>
  format === 'bibtex' ? readBibtex(text) : format === 'ris' ? readRis(text) : readCslJson(text, path)
