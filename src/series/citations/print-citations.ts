import { textOfCitation } from '../../model/citation-html.ts'
import type { CitationFact, DocumentFacts, Words } from '../../model/facts.ts'
import type { Citation, CitationCluster } from '../../model/series.ts'
import type { AskedCluster, CitationFormatter } from './citations.ts'

/** The citations of a document as they are printed. */
export type PrintedCitations = {
  /** By the id of the citation. */
  readonly forms: ReadonlyMap<string, Pick<Citation, 'html' | 'address'>>
  /** By their number in the document, less one. */
  readonly clusters: readonly CitationCluster[]
  /** Words with each cluster in the style’s order and punctuation. */
  readonly inWords: (words: readonly Words[]) => Words[]
}

export const idOfCitation = ({ kind, source, ordinal }: Pick<CitationFact, 'kind' | 'source' | 'ordinal'>) =>
  kind === 'quotation' ? `quote-${ordinal}` : `cite-${source}-${ordinal}`

/**
 * Has the citations of a document formatted, in reading order; what the writer says in his own words is formatted too,
 * though nothing prints it.
 */
export function printCitations({ citations, sections, paragraphs, notes }: DocumentFacts, formatter: CitationFormatter): PrintedCitations {
  const groups = [...Map.groupBy(citations, (citation) => citation.cluster ?? citation).values()]
  const stops = endsBeforeStop([...sections, ...paragraphs, ...notes].map(({ words }) => words))
  const asked = groups.map(
    (cites): AskedCluster => ({
      cites,
      isPrinted: cites[0]?.cluster !== undefined,
      isBeforeStop: cites.slice(-1).some((last) => stops.has(idOfCitation(last))),
    }),
  )
  const cited = formatter.cite(asked).map((cluster, i) => ({
    number: groups[i]?.[0]?.cluster,
    before: cluster.before,
    cites: cluster.cites.map((cite) => ({ ...cite, fact: groups[i]?.[cite.at] as CitationFact })),
  }))
  const forms = new Map(
    cited.flatMap(({ cites }) =>
      cites.map(({ fact, html, isFirst }) => {
        const address = isFirst ? formatter.addressOf(fact.source) : undefined
        return [idOfCitation(fact), { html, ...(address && { address }) }] as const
      }),
    ),
  )
  const printed = cited.filter(({ number }) => number !== undefined).sort((a, b) => (a.number ?? 0) - (b.number ?? 0))
  const wordsByNumber = new Map(printed.map(({ number, before, cites }) => [number, wordsOf(before, cites)]))
  const numbers = new Map(citations.flatMap((fact) => (fact.cluster === undefined ? [] : [[idOfCitation(fact), fact.cluster] as const])))
  return {
    forms,
    clusters: printed.map(({ before, cites }) => ({
      before,
      citations: cites.map(({ fact, after }) => ({ id: idOfCitation(fact), after })),
    })),
    inWords: (words) => inPrintedOrder(words, (id) => numbers.get(id), wordsByNumber),
  }
}

type PrintedCite = { readonly fact: CitationFact; readonly after: string }

const wordsOf = (before: string, cites: readonly PrintedCite[]): Words[] => [
  { kind: 'text', text: textOfCitation(before) },
  ...cites.flatMap(({ fact, after }): Words[] => [
    { kind: 'source', id: fact.source, ordinal: fact.ordinal },
    { kind: 'text', text: textOfCitation(after) },
  ]),
]

/** The words with each run of citations of one cluster, and what the writer put between them, as it is printed. */
function inPrintedOrder(
  words: readonly Words[],
  numberOf: (id: string) => number | undefined,
  clusters: ReadonlyMap<number | undefined, readonly Words[]>,
): Words[] {
  const numbers = words.map((part) =>
    part.kind === 'source' && part.own === undefined ? numberOf(`cite-${part.id}-${part.ordinal}`) : undefined,
  )
  return words
    .flatMap((part, i) => {
      const number = numbers[i]
      if (number !== undefined) return numbers.indexOf(number) === i ? (clusters.get(number) ?? [part]) : []
      const isInside = part.kind === 'text' && numbers[i - 1] !== undefined && numbers[i - 1] === numbers[i + 1]
      return isInside ? [] : [part]
    })
    .filter((part) => part.kind !== 'text' || part.text !== '')
}

/** The ids of the citations after which the writer put a full stop. */
const endsBeforeStop = (texts: readonly (readonly Words[])[]): ReadonlySet<string> =>
  new Set(
    texts.flatMap((words) =>
      words.flatMap((part, i) => {
        const next = words[i + 1]
        return part.kind === 'source' && next?.kind === 'text' && next.text.startsWith('.') ? [`cite-${part.id}-${part.ordinal}`] : []
      }),
    ),
  )
