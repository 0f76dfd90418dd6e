import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { restoreSites, swapSite } from './swap-site.ts'

type Context = { after: (clean: () => void) => void }

test('a new site takes the place of the last, and nothing else is left', (t) => {
  const { fresh, published, workshop } = sitesIn(t)
  swapSite(fresh, published, workshop)
  assert.equal(readFileSync(join(published, 'index.html'), 'utf8'), 'new')
  assert.deepEqual(readdirSync(workshop), [])
})

test('the first site needs no other before it', (t) => {
  const { fresh, workshop } = sitesIn(t)
  const published = join(workshop, '../elsewhere/deep/dist')
  swapSite(fresh, published, workshop)
  assert.equal(readFileSync(join(published, 'index.html'), 'utf8'), 'new')
})

test('after a kill between the two steps the last site is put back', (t) => {
  const { published, workshop } = sitesIn(t)
  const { pid } = spawnSync(process.execPath, ['-e', ''])
  const aside = join(workshop, `last-${pid}`)
  writeFileSync(join(workshop, `exchange-${pid}`), JSON.stringify({ published, aside }))
  renameSync(published, aside)
  restoreSites(workshop)
  assert.equal(readFileSync(join(published, 'index.html'), 'utf8'), 'last')
  assert.equal(existsSync(aside), false)
})

test('what a running build has in the workshop stays, what a dead one left goes', (t) => {
  const { published, workshop } = sitesIn(t)
  const { pid } = spawnSync(process.execPath, ['-e', ''])
  rmSync(join(workshop, 'build-1'), { recursive: true })
  mkdirSync(join(workshop, `build-${pid}`))
  mkdirSync(join(workshop, `build-${process.pid}`))
  restoreSites(workshop)
  assert.deepEqual(readdirSync(workshop), [`build-${process.pid}`])
  assert.equal(readFileSync(join(published, 'index.html'), 'utf8'), 'last')
})

function sitesIn(t: Context) {
  const folder = mkdtempSync(join(tmpdir(), 'pamphlet-'))
  t.after(() => rmSync(folder, { recursive: true }))
  const [workshop, published, fresh] = [join(folder, 'workshop'), join(folder, 'dist'), join(folder, 'workshop/build-1')]
  for (const path of [published, fresh]) mkdirSync(path, { recursive: true })
  writeFileSync(join(published, 'index.html'), 'last')
  writeFileSync(join(fresh, 'index.html'), 'new')
  return { workshop, published, fresh }
}
