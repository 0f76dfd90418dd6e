import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import type { z } from 'zod'
import { readFiles } from './manuscript/files.ts'
import { blankPage } from './manuscript/ledger/page-ledger.ts'
import { readDocument } from './manuscript/read-document.ts'
import { readYaml } from './manuscript/yaml/yaml.ts'
import { timelineFileSchema } from './model/files/event-file.ts'
import { partFileSchema, seriesFileSchema } from './model/files/series-file.ts'
import { vocabularyFileSchema } from './model/kinds/kinds.ts'
import { buildSeries } from './series/build-series.ts'

const files = await readFiles(fileURLToPath(new URL('../guide', import.meta.url)))
const boxes = files.flatMap(({ path, text }) =>
  [...text.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gmu)].map(([, language, typed = '']) => ({ path, language, typed })),
)

test('the guide is a series in which nothing is wrong', () => {
  assert.deepEqual(
    buildSeries(files).diagnostics.map(({ code, file, message }) => `${file} ${code} ${message}`),
    [],
  )
})

for (const { path, typed } of boxes.filter(({ language }) => language === 'mdx'))
  test(`what ${path} shows can be typed: ${typed.slice(0, 40)}`, () => {
    // Notes are shown without the sentence that refers to them, and the other way round.
    const read = readDocument({ path, text: typed }, { kind: 'part', id: 'x', ledger: blankPage, language: 'en' }, partFileSchema)
    assert.deepEqual(
      read.diagnostics.flatMap(({ code, message }) => (code === 'note-unused' ? [] : [message])),
      [],
    )
  })

for (const { path, typed } of boxes.filter(({ language }) => language === 'yaml'))
  test(`what ${path} shows is read: ${typed.slice(0, 40)}`, () => {
    const whole = (schema: z.ZodType, text: string) => readYaml(text, schema, { file: path, code: 'front-matter-invalid' }).diagnostics
    const asSeries = /^title:/mu.test(typed) ? typed : `title: A series\n${typed}`
    const verdicts = [whole(seriesFileSchema, asSeries), whole(vocabularyFileSchema, typed), whole(timelineFileSchema, typed)]
    assert.ok(
      verdicts.some((diagnostics) => diagnostics.length === 0),
      verdicts[0]?.map(({ message }) => message).join('\n'),
    )
  })
