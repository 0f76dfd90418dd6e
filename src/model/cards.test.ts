import assert from 'node:assert/strict'
import test from 'node:test'
import { entryAt } from './cards.ts'

test('places and events have previews, though they have no pages', () => {
  assert.equal(entryAt('/places/', '#smolny'), '/places/smolny/')
  assert.equal(entryAt('/timeline/', '#event-bloody-sunday'), '/timeline/event-bloody-sunday/')
  assert.equal(entryAt('/hours/', '#event-telephone-exchange'), '/hours/event-telephone-exchange/')
})

test('an event of the timeline has one preview, from wherever a link leads to it', () => {
  assert.equal(entryAt('/hours/', '#hour-winter-palace-taken'), '/timeline/event-winter-palace-taken/')
})

test('whole pages, years, days and addresses of other letters have none', () => {
  for (const [path, fragment] of [
    ['/places/', ''],
    ['/timeline/', '#year-1917'],
    ['/hours/', '#day-1917-10-25'],
    ['/part-1/', '#smolny'],
    ['/places/', '#../../x'],
    ['/places/', '#%D0%B0'],
  ] as const)
    assert.equal(entryAt(path, fragment), undefined, `${path}${fragment}`)
})
