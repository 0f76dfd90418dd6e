import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { runPermalinks } from './run-permalinks.ts'

const miniature = fileURLToPath(new URL('../diagnostics/fixtures/_base', import.meta.url))

test('the first time everything is shown and recorded, the second time nothing is new', async (t) => {
  const { folder, run } = manuscriptFor(t)
  const first = (await run()).changes ?? ''
  assert.match(first, /^ {2}\/one\/#note-first-night$/mu)
  assert.match(first, /21 new, 0 changed, 0 joined, 0 lost\./u)
  const ledger = readFileSync(join(folder, 'permalinks.json'), 'utf8')
  const lines = ledger.split('\n').filter((line) => line.startsWith('"/'))
  assert.equal(lines.length, 21)
  assert.deepEqual(lines, [...lines].sort())
  assert.match((await run()).changes ?? '', /0 new, 0 changed, 0 joined, 0 lost\./u)
  assert.equal(readFileSync(join(folder, 'permalinks.json'), 'utf8'), ledger)
})

test('recording is marked in series.yaml; from then on the ledger is missed, and begun anew only when that is asked for', async (t) => {
  const { folder, run } = manuscriptFor(t)
  const series = join(folder, 'series.yaml')
  const before = readFileSync(series, 'utf8')
  await run()
  assert.equal(readFileSync(series, 'utf8'), `${before.trimEnd()}\npermalinks: recorded\n`)
  rmSync(join(folder, 'permalinks.json'))
  const { changes, mistakes } = await run()
  assert.equal(changes, undefined)
  assert.match(mistakes ?? '', /series\.yaml:12:13 {2}error {2}ledger-missing/u)
  assert.equal(existsSync(join(folder, 'permalinks.json')), false)
  assert.equal((await run({ isAnew: true })).mistakes, undefined)
  assert.match((await run()).changes ?? '', /0 new, 0 changed, 0 joined, 0 lost\./u)
  assert.equal(readFileSync(series, 'utf8'), `${before.trimEnd()}\npermalinks: recorded\n`)
})

test('where it is only to be shown nothing is written', async (t) => {
  const { folder, run } = manuscriptFor(t)
  const { changes, mistakes } = await run({ writes: false })
  assert.equal(mistakes, undefined)
  assert.match(changes ?? '', /21 new/u)
  assert.equal(existsSync(join(folder, 'permalinks.json')), false)
  assert.doesNotMatch(readFileSync(join(folder, 'series.yaml'), 'utf8'), /permalinks/u)
})

test('what is changed is recorded, what is lost is told and stays as it was', async (t) => {
  const { folder, edit, run } = manuscriptFor(t)
  await run()
  edit('parts/one.mdx', (text) => text.replace('burned a barrel', 'burned half a barrel').replaceAll('[^oil-ration]', '[^the-ration]'))
  const { changes = '', mistakes = '' } = await run()
  assert.match(mistakes, /permalinks\.json:\d+:1 {2}error {2}permalink-lost/u)
  assert.match(mistakes, /"\/one\/#note-oil-ration": \{"movedTo":"\/one\/#note-the-ration"\}/u)
  assert.match(changes, /1 new, 1 changed, 0 joined, 1 lost\./u)
  const ledger = readFileSync(join(folder, 'permalinks.json'), 'utf8')
  assert.match(ledger, /burned half a barrel/u)
  assert.match(ledger, /"\/one\/#note-oil-ration"/u)
  assert.match(ledger, /"\/one\/#note-the-ration"/u)
})

test('nothing is recorded of a manuscript with other mistakes', async (t) => {
  const { folder, edit, run } = manuscriptFor(t)
  edit('parts/one.mdx', (text) => text.replace('[^oil-ration] ', '[^oil-ratoin] '))
  const { changes, mistakes } = await run()
  assert.equal(changes, undefined)
  assert.match(mistakes ?? '', /note-unknown/u)
  assert.equal(existsSync(join(folder, 'permalinks.json')), false)
})

function manuscriptFor(t: { after: (clean: () => void) => void }) {
  const folder = mkdtempSync(join(tmpdir(), 'pamphlet-'))
  t.after(() => rmSync(folder, { recursive: true }))
  cpSync(miniature, folder, { recursive: true })
  return {
    folder,
    edit: (path: string, change: (text: string) => string) =>
      writeFileSync(join(folder, path), change(readFileSync(join(folder, path), 'utf8'))),
    run: (asked: { readonly isAnew?: boolean; readonly writes?: boolean } = {}) => runPermalinks(folder, { writes: true, ...asked }),
  }
}

test('two branches that publish in different places merge without a conflict', async (t) => {
  const { folder, edit, run } = manuscriptFor(t)
  const ledger = join(folder, 'permalinks.json')
  const [base, mine, theirs] = ['base', 'mine', 'theirs'].map((name) => join(folder, `${name}.json`)) as [string, string, string]
  await run()
  cpSync(ledger, base)
  edit('parts/one.mdx', (text) => text.replace('## The oil', 'A paragraph of one branch, about the wick.\n\n## The oil'))
  await run()
  cpSync(ledger, mine)
  cpSync(base, ledger)
  edit('parts/one.mdx', (text) =>
    text.replace('A paragraph of one branch, about the wick.\n\n', '').replace('a barrel a month', 'a barrel a fortnight'),
  )
  await run()
  cpSync(ledger, theirs)
  const { status } = spawnSync('git', ['merge-file', mine, base, theirs])
  assert.equal(status, 0)
  const merged = readFileSync(mine, 'utf8')
  assert.match(merged, /about the wick/u)
  assert.match(merged, /a barrel a fortnight/u)
  assert.equal(Object.keys(JSON.parse(merged).published).length, 22)
})
