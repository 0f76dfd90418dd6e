import assert from 'node:assert/strict'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { seriesFormat } from '../model/published-series.ts'
import { readSeries } from './read-series.ts'

const series = {
  $schema: 'series.schema.json',
  format: seriesFormat,
  title: 'Lamps',
  slug: 'lamps',
  language: 'en',
  description: 'Of lamps.',
  authors: [{ family: 'Roe' }],
  byline: 'Roe',
  rights: { name: 'CC0', url: 'https://creativecommons.org/publicdomain/zero/1.0/' },
  'citation-style': 'chicago-notes',
  follows: [],
  parts: [],
  'related-words': [],
  'searched-with': [],
  edition: { version: '1.0', date: '2026-01-01', hash: '0'.repeat(64), shortHash: '0'.repeat(7) },
  ...Object.fromEntries(
    ['sources', 'terms', 'events', 'pages', 'places', 'charts', 'retiredPlaces', 'retiredPages'].map((name) => [name, []]),
  ),
}

const siteWith = async (read: unknown) => {
  const folder = await mkdtemp(join(tmpdir(), 'pamphlet-series-'))
  await writeFile(join(folder, 'series.json'), JSON.stringify(read))
  return pathToFileURL(`${folder}/`)
}

test('a series is read back as it was published', async () => {
  assert.deepEqual(readSeries(await siteWith(series)), series)
})

test('what the schema does not know is refused, and the message names its place', async () => {
  const [undated, old] = [
    await siteWith({ ...series, edition: { ...series.edition, date: 'soon' } }),
    await siteWith({ ...series, format: '0.9' }),
  ]
  assert.throws(() => readSeries(undated), /“edition\.date”/u)
  assert.throws(() => readSeries(old), /“format”/u)
})

test('a site that changed is read again', async () => {
  const site = await siteWith(series)
  readSeries(site)
  await writeFile(new URL('series.json', site), JSON.stringify({ ...series, title: 'Wicks' }))
  assert.equal(readSeries(site).title, 'Wicks')
})
