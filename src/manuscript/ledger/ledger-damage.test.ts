import assert from 'node:assert/strict'
import { test } from 'node:test'
import { buildSeries } from '../../series/build-series.ts'
import { recordPermalinks } from '../../series/permalinks/record-permalinks.ts'
import { miniature } from '../../testing/miniature.ts'
import { readManuscript } from '../read-manuscript.ts'
import { ledgerFiles, ledgerPath, printLedger } from './ledger-files.ts'

const whole = printLedger(recordPermalinks(readManuscript(await miniature()).manuscript).ledger)
const marked = { 'series.yaml': `${(await miniature()).find(({ path }) => path === 'series.yaml')?.text}permalinks: recorded\n` }

/** What is said of the miniature series with this ledger: “code line: message”. */
async function said(ledger: string | null, changes: Readonly<Record<string, string>> = {}): Promise<string[]> {
  const { diagnostics } = buildSeries(await miniature({ ...changes, ...(ledger !== null && { 'permalinks.json': ledger }) }))
  return diagnostics.map(({ code, span, file }) => `${file}:${span.start.line} ${code}`)
}

test('a ledger as it is written is right', async () => {
  assert.deepEqual(await said(whole, marked), [])
})

test('a ledger cut anywhere is damaged, at its last line', async () => {
  const lines = whole.split('\n')
  for (const line of [1, 2, 5, lines.length - 3]) {
    const cut = lines.slice(0, line).join('\n')
    assert.deepEqual(await said(cut.slice(0, -1)), [`permalinks.json:${line} ledger-damaged`])
  }
  for (const empty of ['', ' \n']) assert.deepEqual(await said(empty), ['permalinks.json:1 ledger-damaged'])
})

test('a ledger that is no JSON is damaged where it ceases to be it', async () => {
  const line = whole.split('\n').findIndex((each) => each.includes('/one/#note-first-night')) + 1
  assert.deepEqual(await said(whole.replace('"/one/#note-first-night": ', '"/one/#note-first-night" ')), [
    `permalinks.json:${line} ledger-damaged`,
  ])
})

test('the marks of a merge are told, those of the common ancestor too', async () => {
  for (const mark of ['<<<<<<< ours', '=======', '>>>>>>> theirs', '||||||| 1234567'])
    assert.deepEqual(await said(whole.replace('{\n"/', `{\n${mark}\n"/`)), ['permalinks.json:3 ledger-conflict'])
})

test('an address that stands twice is told where it stands again', async () => {
  const [first = ''] = /^"\/.*\n/mu.exec(whole) ?? []
  assert.deepEqual(await said(whole.replace(first, first + first)), ['permalinks.json:4 ledger-damaged'])
  const line = whole.split('\n').findIndex((each) => each.includes('"references":')) + 1
  assert.deepEqual(await said(whole.replace('"references":', '"references":1,"references":')), [`permalinks.json:${line} ledger-damaged`])
})

test('a page whose line was taken out, while places on it are there, is missed', async () => {
  const without = whole.replace(/^"\/one\/": .*\n/mu, '')
  const line = without.split('\n').findIndex((each) => each.startsWith('"/one/#')) + 1
  const found = await said(without)
  assert.equal(found.length, 1)
  assert.match(found[0] ?? '', /^permalinks\.json:\d+ ledger-damaged$/u)
  assert.ok(Number(/:(\d+) /u.exec(found[0] ?? '')?.[1]) >= line)
})

test('another form is told by its line', async () => {
  assert.deepEqual(await said('[]'), ['permalinks.json:1 ledger-invalid'])
  assert.deepEqual(await said(whole.replace('"kind":"note"', '"kind":"nte"')), [
    `permalinks.json:${whole.split('\n').findIndex((each) => each.includes('"kind":"note"')) + 1} ledger-invalid`,
  ])
})

test('a series that has been recorded misses its ledger, one that has not does not', async () => {
  assert.deepEqual(await said(null), [])
  assert.deepEqual(await said(null, marked), ['series.yaml:12 ledger-missing'])
})

test('a long ledger has a file for each part, and is the same ledger', async () => {
  const { ledger } = recordPermalinks(readManuscript(await miniature()).manuscript)
  assert.deepEqual(
    ledgerFiles(ledger, ['one']).map(({ path }) => path),
    [ledgerPath],
  )
  const divided = ledgerFiles(ledger, ['one'], ['one'])
  assert.deepEqual(
    divided.map(({ path }) => path),
    ['permalinks/one.json', ledgerPath],
  )
  const texts = Object.fromEntries(divided.map(({ path, text }) => [path, text]))
  const read = readManuscript(await miniature(texts)).manuscript.ledger
  assert.deepEqual(read?.file, ledger)
  assert.deepEqual(read?.parts, ['one'])
  assert.deepEqual(await said(texts[ledgerPath] ?? '', { ...marked, 'permalinks/one.json': texts['permalinks/one.json'] ?? '' }), [])
  const long = {
    ...ledger,
    published: { ...ledger.published, '/one/#p-zzzzz': { kind: 'paragraph', text: 'x'.repeat(1_000_000) } },
  } as const
  assert.deepEqual(
    ledgerFiles(long, ['one']).map(({ path }) => path),
    ['permalinks/one.json', ledgerPath],
  )
})

test('of a divided ledger a file that is gone is missed, and what is lost is told in the file that has it', async () => {
  const { ledger } = recordPermalinks(readManuscript(await miniature()).manuscript)
  const [one, rest] = ledgerFiles(ledger, ['one'], ['one']).map(({ text }) => text)
  const line = (rest ?? '').split('\n').indexOf('"one"') + 1
  assert.deepEqual(await said(rest ?? '', marked), [`permalinks.json:${line} ledger-damaged`])
  const gone = (one ?? '').replace('"retired": {', '"retired": {\n"/one/#p-00000": {"withdrawn":"It was nowhere."}')
  const at = gone.split('\n').findIndex((each) => each.includes('p-00000')) + 1
  assert.deepEqual(await said(rest ?? '', { 'permalinks/one.json': gone }), [`permalinks/one.json:${at} permalink-unknown`])
})
