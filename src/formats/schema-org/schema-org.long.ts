import assert from 'node:assert/strict'
import { test } from 'node:test'
import ts from 'typescript'
import { unlike, wrong } from '../../testing/schema-graphs.ts'
import type { Graph } from './graph.ts'

test('to the letter every value is one that schema.org’s vocabulary allows', () => {
  const complaints = complaintsAbout([...unlike, ...wrong])
  assert.deepEqual(complaints.slice(0, unlike.length).flat(), [])
  for (const [i, graph] of wrong.entries())
    assert.equal(complaints[unlike.length + i]?.length, 1, `what is wrong is seen: ${JSON.stringify(graph)}`)
})

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
