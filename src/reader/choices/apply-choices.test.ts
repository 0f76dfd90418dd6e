import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readerChoices } from '../../model/choices.ts'
import { applyChoices } from './apply-choices.ts'
import { placeOfKept } from './place-of-kept.ts'

type Stored = Readonly<Record<string, string>>

/** The data attributes of the root element of a page, after what was stored is applied. */
function applied(stored: Stored | (() => never), href = 'https://example.org/a/part-1/') {
  const getItem = typeof stored === 'function' ? stored : (key: string) => (Object.hasOwn(stored, key) ? stored[key] : null)
  for (const [name, value] of Object.entries({ location: new URL(href), localStorage: { getItem } }))
    Object.defineProperty(globalThis, name, { value, configurable: true })
  const root = { dataset: { series: 'october', root: '../' } as Record<string, string> }
  const page = root as unknown as HTMLElement
  applyChoices(page, placeOfKept(page), readerChoices)
  for (const name of ['location', 'localStorage']) Reflect.deleteProperty(globalThis, name)
  const { series, root: path, ...choices } = root.dataset
  assert.deepEqual({ series, path }, { series: 'october', path: '../' })
  return choices
}

const dark = JSON.stringify({ theme: 'dark', size: 'large' })
const darkAndLarge = { theme: 'dark', size: 'large' }

test('what was chosen in this publication is applied, of others nothing', () => {
  assert.deepEqual(applied({ 'pamphlet:/a/:october:choices': dark }), darkAndLarge)
  for (const key of ['pamphlet:/:october:choices', 'pamphlet:/b/:october:choices', 'pamphlet:/a/:november:choices', 'choices'])
    assert.deepEqual(applied({ [key]: dark }), {}, key)
})

test('what was chosen under version 0.1 is applied until something is chosen here', () => {
  const former = { 'pamphlet:october:choices': dark }
  assert.deepEqual(applied(former), darkAndLarge)
  assert.deepEqual(applied({ ...former, 'pamphlet:/a/:october:choices': '{"align":"justified"}' }), { align: 'justified' })
})

test('a folder on a disk keeps its choices wherever it lies', () => {
  for (const folder of ['/home/a/october-offline', '/media/stick/b'])
    assert.deepEqual(applied({ 'pamphlet:october:choices': dark }, `file://${folder}/part-1/index.html`), darkAndLarge)
})

test('only names that can be chosen, with values that they can have, reach the page', () => {
  for (const value of [
    '',
    'null',
    '7',
    '"dark"',
    '[]',
    '{',
    '<img src=x onerror=alert(1)>',
    '{"root":"https://evil.example/","series":"x","form":"y"}',
    '{"theme":"<img onerror>","size":["large"],"notes":{"toString":1},"calendar":null,"align":true}',
    '{"__proto__":{"theme":"dark"},"constructor":"x"}',
    '{"theme":"toString","size":"length"}',
    `{"theme":"dark","x":"${'x'.repeat(5_000_000)}"}`,
  ])
    assert.deepEqual(applied({ 'pamphlet:/a/:october:choices': value }), {}, value.slice(0, 80))
  assert.deepEqual(applied({ 'pamphlet:/a/:october:choices': '{"theme":"sepia","size":"huge","root":"/"}' }), { theme: 'sepia' })
})

test('a browser that stores nothing is no mistake', () => {
  assert.deepEqual(
    applied(() => {
      throw new DOMException('denied', 'SecurityError')
    }),
    {},
  )
})
