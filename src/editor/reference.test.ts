import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { test } from 'node:test'
import { parse } from 'yaml'
import { z } from 'zod'
import { exampleLines, type FieldFile } from '../diagnostics/example-lines.ts'
import { blankPage } from '../manuscript/ledger/page-ledger.ts'
import { readDocument } from '../manuscript/read-document.ts'
import { chartFileSchema } from '../model/files/chart-file.ts'
import { eventFileSchema } from '../model/files/event-file.ts'
import { mapFileSchema, placeFileSchema } from '../model/files/place-file.ts'
import { pageFileSchema, partFileSchema, seriesFileSchema } from '../model/files/series-file.ts'
import { sourceFileSchema } from '../model/files/source-file.ts'
import { termFileSchema } from '../model/files/term-file.ts'
import { vocabularyFileSchema } from '../model/kinds/kinds.ts'
import { componentExamples, fieldReference } from './reference.ts'

test('the reference says what the model says (else run: UPDATE_SCHEMAS=1 npm run check:unit)', () => {
  const file = new URL('../diagnostics/fields.md', import.meta.url)
  const text = fieldReference()
  if (process.env.UPDATE_SCHEMAS === '1') writeFileSync(file, text)
  assert.equal(readFileSync(file, 'utf8'), text)
})

for (const [name, { typed }] of Object.entries(componentExamples))
  test(`the reference shows how <${name}> is typed, and that is right`, () => {
    const { diagnostics } = readDocument(
      { path: 'parts/one.mdx', text: typed },
      { kind: 'part', id: 'one', ledger: blankPage, language: 'en' },
      z.looseObject({}),
    )
    assert.deepEqual(
      diagnostics.map(({ message }) => message),
      [],
    )
    assert.ok(typed.includes(`<${name}`))
  })

const shapes: Readonly<Record<FieldFile, Readonly<Record<string, { safeParse(value: unknown): { readonly success: boolean } }>>>> = {
  series: seriesFileSchema.shape,
  part: partFileSchema.shape,
  term: termFileSchema.shape,
  page: pageFileSchema.shape,
  source: sourceFileSchema.shape,
  timeline: eventFileSchema.shape,
  places: placeFileSchema.shape,
  map: mapFileSchema.shape,
  vocabulary: vocabularyFileSchema.shape,
  chart: { ...chartFileSchema.options[1].shape, ...chartFileSchema.options[0].shape },
}

for (const [kind, shape] of Object.entries(shapes)) {
  test(`every field of a ${kind} has a line that shows how it is typed, and that is right`, () => {
    const lines = exampleLines[kind as FieldFile]
    assert.deepEqual(Object.keys(lines).sort(), Object.keys(shape).sort())
    for (const [field, line] of Object.entries(lines)) {
      const written = parse(line) as Record<string, unknown>
      assert.deepEqual(Object.keys(written), [field], line)
      assert.ok(shape[field]?.safeParse(written[field]).success, line)
    }
  })
}
