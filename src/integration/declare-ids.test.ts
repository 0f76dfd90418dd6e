import assert from 'node:assert/strict'
import { test } from 'node:test'
import ts from 'typescript'
import { declareUnions } from './declare-ids.ts'

test('an id that exists is one the editor accepts, another is not', () => {
  const declaration = declareUnions({ SourceId: ['reed-1919', 'carr'], TermId: [] })
  const errorsIn = (value: string, type: string) => check(`${declaration}\nconst id: import('pamphlet:ids').${type} = ${value}\n`)
  assert.deepEqual(errorsIn("'reed-1919'", 'SourceId'), [])
  assert.match(errorsIn("'reed-1920'", 'SourceId').join(), /"reed-1920".* is not assignable to type 'SourceId'/u)
  assert.match(errorsIn("'anything'", 'TermId').join(), /not assignable to type 'never'/u)
})

/** What TypeScript says of a program of one file. */
function check(text: string): string[] {
  const file = ts.createSourceFile('ids.ts', text, ts.ScriptTarget.ESNext)
  const host = ts.createCompilerHost({})
  const program = ts.createProgram(
    ['ids.ts'],
    { noLib: true, noEmit: true, types: [] },
    { ...host, getSourceFile: (name) => (name === 'ids.ts' ? file : undefined) },
  )
  return program.getSemanticDiagnostics(file).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '))
}
