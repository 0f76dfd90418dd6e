import { glossaryGraph, termGraph } from '../formats/schema-org/glossary.ts'
import { type Graph, scriptText } from '../formats/schema-org/graph.ts'
import { partGraph, seriesGraph } from '../formats/schema-org/series.ts'
import { sourceGraph } from '../formats/schema-org/source.ts'
import { timelineGraph } from '../formats/schema-org/timeline.ts'
import { builtSeries, site } from './built-series.ts'
import { hardWorks } from './hard-works.ts'

const graphs: Graph[] = []
for (const folder of ['content', 'e2e/tiny-series']) {
  const series = await builtSeries(folder)
  graphs.push(
    seriesGraph(series, site),
    ...series.parts.map((part) => partGraph(part, series, site)),
    ...[...series.sources, ...hardWorks].map((source) => sourceGraph(source, series, site)),
    glossaryGraph(series, site),
    ...series.terms.map((term) => termGraph({ ...term, identifiers: { wikidata: 'Q0', viaf: '0' } }, site)),
    timelineGraph(series, site),
  )
}
/** All that pages tell programs of two series and of works that are hard to tell of, without what is undefined, as pages have it. */
export const published: Graph[] = graphs.map((graph) => JSON.parse(scriptText(graph)))

/** Each wrong in one way: a misspelt property, one of another type, a value of another type, an unknown type. */
export const wrong: Graph[] = [
  { autor: 'Ada Orr' },
  { startDate: '1999' },
  { author: { '@type': 'Place', name: 'Lamna' } },
  { '@type': 'Boook' },
].map((thing) => ({
  '@context': 'https://schema.org',
  '@graph': [{ '@type': 'Book', ...thing }],
}))

/** Of things that are typed alike one, each in a graph of its own: what is published of one term is typed as of many others. */
export const unlike = [...new Map(published.flatMap(withThingsAlone).map((graph) => [shapeOf(graph), graph])).values()]

/** A graph of each thing that a graph describes. */
function withThingsAlone(graph: Graph): Graph[] {
  return graph['@graph'].map((thing) => ({ ...graph, '@graph': [thing] }))
}

/**
 * What is typed in a value: its properties and the kinds of their values, and of texts those that the types know by the
 * letter: words of the vocabulary. Of a list the kinds of its members, each once.
 */
function shapeOf(value: unknown, key = ''): string {
  if (Array.isArray(value)) return `[${[...new Set(value.map((member) => shapeOf(member, key)))].sort().join()}]`
  if (value !== null && typeof value === 'object') {
    const fields = Object.entries(value).map(([name, field]) => `${name}: ${shapeOf(field, name)}`)
    return `{${fields.sort().join()}}`
  }
  return typeof value === 'string' && (key === '@type' || key === '@context' || value.startsWith('https://schema.org'))
    ? value
    : typeof value
}
