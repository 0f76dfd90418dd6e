import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { wordsOf } from '../../locales/words.ts'
import { bookSeries } from '../../testing/book-pages.ts'
import { fillDownloads, withFacts } from './fill-downloads.ts'

const english = wordsOf({ language: 'en' })
const fill = (html: string) => withFacts(html, async (name) => Buffer.from(name), english)

test('size and hash of each file stand where the page has a place for them', async () => {
  const page = '<section data-download="a"><b data-file-size></b><code data-file-hash></code></section>'
  assert.equal(
    await fill(page),
    '<section data-download="a"><b data-file-size>0 kB</b><code data-file-hash>ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb</code></section>',
  )
})

test('a page that offers no file, or has no place for what is said of one, is told', async () => {
  await assert.rejects(fill('<p>Nothing</p>'), { message: 'It offers no file: no element has “data-download”.' })
  await assert.rejects(fill('<section data-download="a"><b data-file-size></b></section>'), {
    message: 'What it says of a has no element with “data-file-hash” to be written into.',
  })
})

test('a series whose editions are no files to download has a page without any', async () => {
  const site = mkdtempSync(join(tmpdir(), 'pamphlet-downloads-'))
  await mkdir(join(site, 'downloads'))
  const page = join(site, 'downloads/index.html')
  await writeFile(page, '<p>Save it on this device.</p>')
  const fillFor = async (editions: readonly string[]) => {
    writeFileSync(join(site, 'series.json'), JSON.stringify({ ...bookSeries, editions }))
    await fillDownloads(pathToFileURL(`${site}/`))
  }
  for (const editions of [[], ['text']]) await fillFor(editions)
  assert.equal(await readFile(page, 'utf8'), '<p>Save it on this device.</p>')
  await assert.rejects(fillFor(['epub']))
  rmSync(site, { recursive: true })
})
