import assert from 'node:assert/strict'
import { test } from 'node:test'
import jsonld from 'jsonld'
import ts from 'typescript'
import { builtSeries, site } from '../../testing/built-series.ts'
import { hardWorks } from '../../testing/hard-works.ts'
import { glossaryGraph, termGraph } from './glossary.ts'
import { type Graph, scriptText } from './graph.ts'
import { partGraph, seriesGraph } from './series.ts'
import { sourceGraph } from './source.ts'
import { timelineGraph } from './timeline.ts'

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
/** As a page has them, in which what is undefined is not there. */
const published: Graph[] = graphs.map((graph) => JSON.parse(scriptText(graph)))

/** Each wrong in one way: a misspelt property, one of another type, a value of another type, an unknown type. */
const wrong: Graph[] = [
  { autor: 'Ada Orr' },
  { startDate: '1999' },
  { author: { '@type': 'Place', name: 'Lamna' } },
  { '@type': 'Boook' },
].map((thing) => ({
  '@context': 'https://schema.org',
  '@graph': [{ '@type': 'Book', ...thing }],
}))

test('every type and property is of schema.org’s vocabulary, and stands where it may, with a value that it may have', {
  timeout: 600_000,
}, () => {
  // What is published of one term is typed as what is published of many others: of those alike one is enough.
  const unlike = [...new Map(published.flatMap(withThingsAlone).map((graph) => [shapeOf(graph), graph])).values()]
  assert.ok(unlike.length > 20)
  const complaints = complaintsAbout([...unlike, ...wrong])
  assert.deepEqual(complaints.slice(0, unlike.length).flat(), [])
  for (const [i, graph] of wrong.entries())
    assert.equal(complaints[unlike.length + i]?.length, 1, `what is wrong is seen: ${JSON.stringify(graph)}`)
})

test('a JSON-LD library reads every property: none is dropped', async () => {
  for (const graph of published) {
    const expanded = await jsonld.expand(graph, { safe: true, documentLoader: schemaOrg })
    assert.deepEqual(propertiesOf(expanded).sort(), propertiesOf(graph['@graph']).sort())
  }
})

test('every name is an absolute address, and what one thing says of another is said of something that is described', () => {
  const described = new Set(
    published.flatMap((graph) => thingsIn(graph).flatMap((thing) => ('@type' in thing && '@id' in thing ? String(thing['@id']) : []))),
  )
  const named = published.flatMap((graph) => thingsIn(graph).flatMap((thing) => ('@id' in thing ? String(thing['@id']) : [])))
  assert.ok(named.every((id) => id.startsWith(site.href)))
  assert.deepEqual(
    named.filter((id) => !described.has(id)),
    [],
  )
})

/** A graph of each thing that a graph describes. */
const withThingsAlone = (graph: Graph): Graph[] => graph['@graph'].map((thing) => ({ ...graph, '@graph': [thing] }))

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

/** What TypeScript finds wrong with each graph, by the types that schema-dts makes of schema.org’s published vocabulary. */
function complaintsAbout(graphs: readonly Graph[]): string[][] {
  const name = 'graphs.ts'
  const text = `import type { Graph } from 'schema-dts'\n${graphs.map((graph, i) => `export const g${i}: Graph = ${JSON.stringify(graph)}`).join('\n')}`
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    types: [],
    // All that the types of the vocabulary ask for.
    lib: ['lib.es5.d.ts'],
  }
  const host = ts.createCompilerHost(options)
  const { getSourceFile, fileExists } = host
  host.getSourceFile = (path, ...rest) =>
    path.endsWith(name) ? ts.createSourceFile(path, text, ts.ScriptTarget.ESNext) : getSourceFile(path, ...rest)
  host.fileExists = (path) => path.endsWith(name) || fileExists(path)
  const program = ts.createProgram([`${import.meta.dirname}/${name}`], options, host)
  const found = ts.getPreEmitDiagnostics(program).map(({ messageText, start = 0 }) => ({
    line: text.slice(0, start).split('\n').length,
    message: `${ts.flattenDiagnosticMessageText(messageText, ' ').slice(0, 400)} at ${text.slice(Math.max(0, start - 40), start + 100)}`,
  }))
  // The first line imports the types.
  return graphs.map((_, i) => found.filter(({ line }) => line === i + 2).map(({ message }) => message))
}

/** In place of the network: schema.org’s context says of every word that it is one of schema.org’s. */
const schemaOrg = async (url: string) => {
  assert.equal(url, 'https://schema.org')
  return { documentUrl: url, document: { '@context': { '@vocab': 'https://schema.org/' } }, contextUrl: null }
}

type Json = Readonly<Record<string, unknown>>

const thingsIn = (value: unknown): Json[] =>
  Array.isArray(value)
    ? value.flatMap(thingsIn)
    : value !== null && typeof value === 'object'
      ? [value as Json, ...Object.values(value).flatMap(thingsIn)]
      : []

/** The names of all properties, as often as they stand. */
const propertiesOf = (value: unknown): string[] =>
  thingsIn(value).flatMap((thing) =>
    Object.keys(thing).flatMap((key) => (key.startsWith('@') ? [] : key.replace('https://schema.org/', ''))),
  )
