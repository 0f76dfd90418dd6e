import assert from 'node:assert/strict'
import { test } from 'node:test'
import { builtSeries } from '../../testing/built-series.ts'
import type { Settings } from '../settings.ts'
import { type Reading, shelf } from '../shelf.ts'
import { keyOfBundle } from './bundle-key.ts'

const settings: Settings = {
  project: '/project',
  manuscript: '/project/content',
  basePath: '/',
  offline: 'on',
  drafts: 'off',
  verbose: 'off',
  searchedOrigins: [],
  plays: 'nothing',
}
const bundled = { srcDir: new URL('file:///project/src/'), settings, isPart: false }
const reading = { series: await builtSeries('e2e/tiny-series'), recordings: new Map() } as unknown as Reading
const file = (path: string, digest: string) => ({ path, text: '', digest })

/** The key of what is bundled with this on the shelf. */
function keyWith(onShelf: Partial<typeof shelf>, changed: Partial<typeof bundled> = {}, program = 'one'): string {
  const before = { ...shelf }
  Object.assign(shelf, { languages: [], sheet: undefined, faces: [], laidReady: [] }, onShelf)
  try {
    return keyOfBundle({ ...bundled, ...changed }, reading, program)
  } finally {
    for (const name of Object.keys(shelf) as (keyof typeof shelf)[]) delete shelf[name]
    Object.assign(shelf, before)
  }
}

test('another bundle is made where anything in it is another', () => {
  const keys = [
    keyWith({}),
    keyWith({}, {}, 'another program'),
    keyWith({}, { settings: { ...settings, offline: 'off' } }),
    keyWith({}, { settings: { ...settings, site: 'https://example.org/' } }),
    keyWith({}, { isPart: true }),
    keyWith({ sheet: { path: 'style.css', text: '.cover { color: red }' } }),
    keyWith({ languages: [{ language: 'en', name: 'English', folder: '' }] as never }),
    keyWith({ laidReady: [file('pictures/tower.svg', 'a')] }),
    keyWith({ laidReady: [file('pictures/tower.svg', 'b')] }),
    keyWith({ laidReady: [file('pictures/tower.svg', 'a')] }, { settings: { ...settings, manuscript: '/elsewhere/content' } }),
    keyWith({ laidReady: [{ path: 'recordings/night.vtt', text: 'WEBVTT' }] }),
  ]
  assert.equal(new Set(keys).size, keys.length)
})

test('manuscripts without pictures share a bundle, whatever their texts say and wherever they lie', () => {
  const elsewhere = { settings: { ...settings, manuscript: '/elsewhere/content', editions: [] } }
  assert.equal(keyWith({ treeOf: () => undefined }, elsewhere), keyWith({}))
})
