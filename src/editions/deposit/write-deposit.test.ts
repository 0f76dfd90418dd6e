import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { cp, mkdir, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { unzipSync } from 'fflate'
import { SaxesParser } from 'saxes'
import { bookSeries } from '../../testing/book-pages.ts'
import { writeDeposit } from './write-deposit.ts'

const home = mkdtempSync(join(tmpdir(), 'pamphlet-deposit-'))
after(() => rmSync(home, { recursive: true }))
const site = join(home, 'site')
await mkdir(join(site, 'downloads'), { recursive: true })
await mkdir(join(site, 'a b'))
const texts = {
  'series.json': JSON.stringify(bookSeries),
  'index.html': '<link rel="canonical" href="https://example.org/lamps/"><p>Фонарь</p>',
  'CITATION.cff': 'cff-version: 1.2.0',
  'downloads/lamps.epub': 'a book',
  'a b/100%.txt': 'per cent',
}
for (const [path, text] of Object.entries(texts)) await writeFile(join(site, path), text)

const deposit = (from: string, to: string) => writeDeposit(pathToFileURL(`${from}/`), pathToFileURL(`${join(home, to)}/`))
const made = await deposit(site, 'one')
const archive = readFileSync(join(home, 'one', made.name))
const bag = new Map(Object.entries(unzipSync(archive)).map(([path, content]) => [path.replace('lamps-1.0/', ''), Buffer.from(content)]))
const lines = (path: string) => bag.get(path)?.toString().trimEnd().split('\n') ?? []

test('a deposit is a bag: declared, and every file in a manifest with its checksum', () => {
  assert.equal(made.name, 'lamps-1.0.zip')
  assert.deepEqual(lines('bagit.txt'), ['BagIt-Version: 1.0', 'Tag-File-Character-Encoding: UTF-8'])
  const listed = (manifest: string) => {
    const entries = lines(manifest).map((line) => /^([\da-f]{64}) {2}(.+)$/u.exec(line) ?? assert.fail(line))
    for (const [, hash, path = ''] of entries) {
      const content = bag.get(path.replace('%25', '%')) ?? assert.fail(`${path} is not there`)
      assert.equal(createHash('sha256').update(content).digest('hex'), hash, path)
    }
    return entries.map(([, , path = '']) => path.replace('%25', '%'))
  }
  const isPayload = (path: string) => path.startsWith('data/')
  assert.deepEqual(listed('manifest-sha256.txt').toSorted(), [...bag.keys()].filter(isPayload).toSorted())
  const tags = [...bag.keys()].filter((path) => !isPayload(path) && path !== 'tagmanifest-sha256.txt')
  assert.deepEqual(listed('tagmanifest-sha256.txt').toSorted(), tags.toSorted())
  const payload = [...bag].filter(([path]) => isPayload(path))
  const bytes = payload.reduce((sum, [, content]) => sum + content.length, 0)
  assert.ok(lines('bag-info.txt').includes(`Payload-Oxum: ${bytes}.${payload.length}`))
})

test('it holds the site, and beside it what a library looks for; what the site has not is told', () => {
  for (const [path, text] of Object.entries(texts)) assert.equal(bag.get(`data/site/${path}`)?.toString(), text)
  for (const path of ['lamps.epub', 'series.json', 'CITATION.cff']) assert.ok(bag.has(`data/${path}`), path)
  assert.deepEqual(made.missing, ['downloads/lamps-a.pdf'])
})

test('what it is stands in its facts and in a record of Dublin Core', () => {
  assert.ok(lines('bag-info.txt').includes('External-Identifier: https://example.org/lamps/'))
  const record = new Map<string, string>()
  let name = ''
  const parser = new SaxesParser({ xmlns: true })
  parser.on('opentag', ({ local, uri }) => {
    name = uri === 'http://purl.org/dc/elements/1.1/' ? local : ''
  })
  parser.on('text', (text) => record.set(name, (record.get(name) ?? '') + text.trim()))
  parser.write(bag.get('metadata/dublin-core.xml')?.toString() ?? '').close()
  assert.equal(record.get('title'), 'Lamps & <lights>')
  assert.equal(record.get('creator'), 'Ada Roe')
  assert.match(record.get('identifier') ?? '', /^https:\/\/example\.org\/lamps\//u)
})

test('the same site is deposited again to the byte, wherever it lies', async () => {
  await cp(site, join(home, 'elsewhere'), { recursive: true })
  await deposit(join(home, 'elsewhere'), 'two')
  assert.ok(readFileSync(join(home, 'two', made.name)).equals(archive))
})
