import assert from 'node:assert/strict'
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { readFiles } from '../manuscript/files.ts'
import { buildSeries } from '../series/build-series.ts'
import { addEntry } from './add-entry.ts'
import { runCheck } from './run-check.ts'
import { upgrade } from './upgrade.ts'

const miniature = fileURLToPath(new URL('../diagnostics/fixtures/_base', import.meta.url))

function copied(t: { after: (clean: () => void) => void }): string {
  const folder = mkdtempSync(join(tmpdir(), 'pamphlet-'))
  t.after(() => rmSync(folder, { recursive: true }))
  cpSync(miniature, folder, { recursive: true })
  return folder
}

test('a manuscript of version 0.1 says after an upgrade what it said before; a second one changes nothing', async (t) => {
  const folder = copied(t)
  const before = buildSeries(await readFiles(folder)).series
  assert.match((await upgrade(folder)).said ?? '', /format: 1/u)
  const text = readFileSync(join(folder, 'series.yaml'), 'utf8')
  assert.match(text, /^format: 1$/mu)
  const { series, diagnostics } = buildSeries(await readFiles(folder))
  assert.deepEqual(diagnostics, [])
  assert.deepEqual({ ...series, edition: before?.edition, parts: [] }, { ...before, parts: [] })
  assert.match((await upgrade(folder)).said ?? '', /nothing was to be done/u)
  assert.equal(readFileSync(join(folder, 'series.yaml'), 'utf8'), text)
})

test('what is added is right as it stands, in lists that are there and in ones that are not', async (t) => {
  const folder = copied(t)
  const added = [
    await addEntry(folder, 'part', 'A second lamp', {}),
    await addEntry(folder, 'term', 'Fog horn', { kind: 'concept' }),
    await addEntry(folder, 'source', 'A book of horns', { author: 'Orr, Ada', year: '1911' }),
    await addEntry(folder, 'event', 'The horn sounds', { date: '1901-02-03', kind: 'decision' }),
    await addEntry(folder, 'place', 'The quay', { at: '60.1, 30.2' }),
  ]
  for (const { problem } of added) assert.equal(problem, undefined)
  assert.match(
    readFileSync(join(folder, 'series.yaml'), 'utf8'),
    /^parts:\n {2}- one\n {2}- a-second-lamp$|^parts: \[ ?one, a-second-lamp ?\]$/mu,
  )
  const { hasErrors, report } = await runCheck(folder, true)
  assert.equal(hasErrors, false, report)
  for (const [kind, title, options, expected] of [
    ['term', 'Fog horn', {}, /there already/u],
    ['term', 'Bell', { kind: 'bell' }, /no kind of terms “bell”/u],
    ['event', 'A day', {}, /--date/u],
    ['event', 'The horn sounds', { date: '1901' }, /an entry “the-horn-sounds” already/u],
    ['place', 'Nowhere', { at: 'north' }, /--at/u],
    ['part', 'Search', {}, /--id the-search/u],
    ['source', '灯台', {}, /--id/u],
  ] as const)
    assert.match((await addEntry(folder, kind, title, options)).problem ?? '', expected)
})
