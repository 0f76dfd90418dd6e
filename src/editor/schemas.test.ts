import assert from 'node:assert/strict'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { test } from 'node:test'
import type { JsonSchema } from './describe.ts'
import { editorFiles } from './schemas.ts'

/** With `UPDATE_SCHEMAS=1` the files are written. */
const folder = new URL('../../.vscode/', import.meta.url)
const files = editorFiles()

for (const [name, text] of files) {
  test(`.vscode/${name} says what the model says (else run: UPDATE_SCHEMAS=1 npm run check:unit)`, () => {
    const file = new URL(name, folder)
    if (process.env.UPDATE_SCHEMAS === '1') {
      mkdirSync(new URL('.', file), { recursive: true })
      writeFileSync(file, text)
    }
    assert.equal(readFileSync(file, 'utf8'), text)
  })
}

const schemaOf = (kind: string) => JSON.parse(files.get(`schemas/${kind}.json`) ?? '') as JsonSchema

test('a field shows what the model says of it, however deep it stands and wherever it is declared', () => {
  const { properties: source } = schemaOf('source')
  assert.equal(source?.['original-date']?.description, 'When the work first appeared, where that is another date.')
  assert.equal(source?.author?.items?.anyOf?.[0]?.properties?.given?.description, 'Given names or initials.')
  assert.equal(schemaOf('timeline').items?.properties?.place?.description, 'Id of the place where it happened.')
  assert.match(schemaOf('timeline').items?.properties?.julian?.description ?? '', /Julian calendar/u)
  assert.equal(
    schemaOf('term').properties?.relations?.items?.properties?.date?.description,
    'When the relation began: a split, a merger, an office.',
  )
  assert.equal(schemaOf('chart').oneOf?.[1]?.properties?.unit?.description, 'What is counted.')
})
