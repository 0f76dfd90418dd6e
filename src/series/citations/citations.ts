import { keep, keyOf } from '../../kept-results.ts'
import type { Words } from '../../locales/words.ts'
import { textOfCitation } from '../../model/citation-html.ts'
import { type CitationStyleName, citationStyles } from '../../model/citation-styles.ts'
import { addressOfDoi } from '../../model/doi.ts'
import type { CitationFact } from '../../model/facts.ts'
import type { SourceFile } from '../../model/files/source-file.ts'
import { type CslItem, type StyleInUse, useStyle } from './csl-engine.ts'
import type { NamedSource } from './csl-json.ts'
import { citeprocLocator } from './locators.ts'
import { withOriginal } from './originals.ts'
import type { CiteprocCite, PrintedCluster } from './printed-cluster.ts'
import { printedItems } from './printed-items.ts'

/** One cite as the writer asks for it. */
export type Cite = Pick<CitationFact, 'source' | 'locator' | 'prefix' | 'suffix' | 'suppressesAuthor'>

/** The cites that stand together; `isPrinted` unless the writer has words of his own for it. */
export type AskedCluster = {
  readonly cites: readonly Cite[]
  readonly isPrinted: boolean
  /** The writer’s next sign is a full stop, so that none must stand at the end. */
  readonly isBeforeStop: boolean
}

/** Formats the works of a series in its citation style, with citeproc-js. */
export type CitationFormatter = {
  /** Stands for the works, the style and the language. */
  readonly key: string
  /**
   * The clusters of one document in reading order. In styles with notes a work is cited in full the first time it is
   * printed and shortly from then on, never by “ibid.”: a note is read alone too.
   */
  readonly cite: (clusters: readonly AskedCluster[]) => readonly CitedCluster[]
  /** Where the work can be found: its DOI as an address, or its URL. */
  readonly addressOf: (source: string) => string | undefined
  /** The entries of the bibliography in HTML, in the order of the style. */
  readonly bibliography: ReadonlyMap<string, string>
}

/** A cluster as it is printed, in HTML; of each cite, whether the work was not cited before. */
export type CitedCluster = {
  readonly before: string
  readonly cites: readonly { readonly at: number; readonly html: string; readonly after: string; readonly isFirst: boolean }[]
}

export function makeCitationFormatter(sources: readonly NamedSource[], style: CitationStyleName, words: Words): CitationFormatter {
  const files = new Map(sources.map(({ id, file }) => [id, file]))
  const items = printedItems(style, sources, words.language)
  // An address is no help in a note, where the citation itself is a link to the page that has it.
  const inUse = useStyle(style, items.map(withoutAddress), words.language)
  const key = keyOf([style, words.language, words.own, JSON.stringify(sources)])
  return {
    key,
    cite: (clusters) =>
      keep('citations', [key, JSON.stringify(clusters)], () =>
        citeInOrder(inUse, style, clusters, (source) => files.get(source), words.language),
      ),
    addressOf: (source) => {
      const { DOI, URL } = files.get(source) ?? {}
      return DOI ? addressOfDoi(DOI) : URL
    },
    bibliography: keep('bibliography', [key], () => withOriginal(style, useStyle(style, items, words.language).entries(), sources, words)),
  }
}

const withoutAddress = ({ URL: _, DOI: __, ...item }: CslItem): CslItem => item as CslItem

function citeInOrder(
  inUse: StyleInUse,
  style: CitationStyleName,
  clusters: readonly AskedCluster[],
  fileOf: (source: string) => SourceFile | undefined,
  language: string,
): CitedCluster[] {
  const cited = new Set<string>()
  return clusters.map(({ cites, isPrinted, isBeforeStop }) => {
    const firsts = cites.map(({ source }, i) => !cited.has(source) && cites.findIndex((cite) => cite.source === source) === i)
    if (isPrinted) for (const { source } of cites) cited.add(source)
    const {
      prefix,
      suffix,
      cites: printed,
    } = inUse.cluster(cites.map((cite, i) => toCiteproc(cite, firsts[i] ? 0 : 1, inUse, fileOf(cite.source), language)))
    // Where the sentence ends is the writer’s to say.
    const end = citationStyles[style].cites === 'in-note' ? suffix.replace(/\.$/u, '') : suffix
    const isLast = (i: number) => i === printed.length - 1
    return {
      before: prefix,
      cites: printed.map(({ at, html, after }, i) => ({
        at,
        html: isLast(i) && isBeforeStop && end === '' ? html.replace(/\.$/u, '') : html,
        after: isLast(i) ? end : after,
        isFirst: firsts[at] ?? true,
      })),
    }
  })
}

/** A cite in citeproc’s fields. An author is left out where there is one, and where the style prints something else of the work. */
function toCiteproc(
  { source, locator, prefix, suffix, suppressesAuthor }: Cite,
  position: 0 | 1,
  inUse: StyleInUse,
  file: SourceFile | undefined,
  language: string,
): CiteprocCite {
  const place = locator === undefined ? {} : citeprocLocator(locator, language)
  const words = [place.suffix, suffix && (/^[\p{L}\p{N}(“‘[]/u.test(suffix) ? ` ${suffix}` : suffix)].filter(Boolean).join('')
  const isWithoutAuthor =
    suppressesAuthor && hasAuthor(file) && saysSomething(inUse.cluster([{ id: source, position, ...place, 'suppress-author': true }]))
  return {
    id: source,
    position,
    ...place,
    ...(prefix && { prefix: `${prefix} ` }),
    ...(words && { suffix: words }),
    ...(isWithoutAuthor && { 'suppress-author': true }),
  }
}

/** Whether somebody is named whom a style can take for the author; without one it takes the title. */
const hasAuthor = (file: SourceFile | undefined) => (file?.author ?? file?.editor ?? file?.translator) !== undefined

/** Whether more than the comma before a locator is left. */
const saysSomething = ({ cites }: PrintedCluster) => cites.some(({ html }) => /^[\p{L}\p{N}\p{Ps}\p{Pi}"'„§¶]/u.test(textOfCitation(html)))
