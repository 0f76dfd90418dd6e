import assert from 'node:assert/strict'
import { test } from 'node:test'
import { strToU8 } from 'fflate'
import { importManuscript } from '../import/manuscript/import-manuscript.ts'
import { readFiles } from '../manuscript/files.ts'
import { readYaml } from '../manuscript/yaml/yaml.ts'
import { sourceFileSchema } from '../model/files/source-file.ts'
import { buildSeries } from '../series/build-series.ts'
import { toCslJson } from '../series/citations/csl-json.ts'
import { exportPart } from './export-part.ts'
import { writeDocx } from './write-docx.ts'
import { writeMarkdown } from './write-markdown.ts'

/** As the importer writes it, so that what comes back can be compared letter by letter. */
const text = `---
title: The lamps
---

The guild met in the spring,[^the-meeting] and _nobody_ came; “**why**?”, it asked.[^the-question] On the 4<sup>th</sup> of May {more} <people> came.[^the-meeting]

## The second meeting [#second]

<Quotation source="vardas-almanac" locator="p. 12" by="A keeper">
  The lamp burned & the fog came.
</Quotation>

See <Source id="guild-minutes" locator="vol. 3, ch. 44" prefix="see also" suffix=", at the end" />; <Source id="vardas-almanac" locator="pp. 1–3" />. <Source id="guild-minutes" locator="p. 5">The minutes</Source> have it, as <Source id="vardas-almanac" locator="ch. IV" suppress-author /> says.

- one lamp
- two lamps

1. First.
2. Then.

| Year | Lamps |
| ---- | ----- |
| 1812 | 1     |

[^the-meeting]: <Source id="guild-minutes" locator="p. 7" />. It was long.

    And it had a second day.

[^the-question]: Asked again later.[^the-meeting]
`.replace('{more} <people>', String.raw`\{more} \<people>`)

const files = [...(await readFiles('src/diagnostics/fixtures/_base')), { path: 'parts/lamps.mdx', text }].map((file) =>
  file.path === 'series.yaml' ? { ...file, text: file.text.replace('parts: [one]', 'parts: [one, lamps]') } : file,
)
const { series, diagnostics } = buildSeries(files)
const file = files.at(-1)
assert.ok(series && file, JSON.stringify(diagnostics))
const part = exportPart(series, file, (id) => {
  const source = series.sources.find((one) => one.id === id)
  return source ? toCslJson(id, source) : {}
})
const sources = files.flatMap(({ path, text: yaml }) => {
  const id = /^sources\/(.+)\.yaml$/u.exec(path)?.[1]
  const value = id && readYaml(yaml, sourceFileSchema, { file: path, code: 'source-invalid' }).value
  return id && value ? [{ id, file: value, text: yaml }] : []
})

const backFrom = async (path: string, bytes: Uint8Array) => {
  const { written, problem } = await importManuscript({ path, bytes }, files, sources, { slug: 'lamps', overwrites: true })
  assert.equal(problem, undefined)
  return written.find((one) => one.path === 'parts/lamps.mdx')?.text
}

test('a part that goes out as Markdown comes back letter by letter', async () => {
  assert.equal(await backFrom('lamps.md', strToU8(writeMarkdown(part))), text)
})

test('a part that goes out as a Word document comes back with all words, notes and citations', async () => {
  const back = await backFrom('lamps.docx', await writeDocx(part, () => undefined))
  assert.equal(back, text)
})
