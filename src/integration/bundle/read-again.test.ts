import assert from 'node:assert/strict'
import { test } from 'node:test'
import { madeOnce, noteUse, record, tracked, trackReads, unrecorded } from '../../tracked-reads.ts'
import { readAgain, shapeOf } from './read-again.ts'

const plain = (text: string) => text.replaceAll('5fc6774', 'HASH')

type Item = { title: string; notes: { text: string }[]; updated?: string }
type Data = { title: string; hash: string; parts: Item[]; map?: { width: number } }

const data = (parts = 3): Data => ({
  ...{ title: 'Lamps', hash: '5fc6774' },
  parts: Array.from({ length: parts }, (_, i) => ({ title: `Part ${i}`, notes: [{ text: `note ${i}` }] })),
})

/** What a page reads of data; whether it is the same in others. */
async function reader(read: (from: Data) => unknown, from: Data) {
  trackReads(plain)
  const { reads, uses } = await record(async () => read(tracked(from)))
  const shape = shapeOf(reads, from)
  const readIn = (other: Data) => readAgain(JSON.parse(JSON.stringify(shape)), other, plain, new Map())
  return { shape, uses, isSame: (change: (other: Data) => void) => readIn(from) === readIn(changed(from, change)) }
}

function changed(from: Data, change: (other: Data) => void): Data {
  const other = structuredClone(from)
  change(other)
  return other
}

const first = (from: Data) => from.parts[0] as Item

test('what is read decides, and nothing else', async () => {
  const { isSame } = await reader((from) => [from.title, first(from).notes.map(({ text }) => text)], data())
  assert.ok(isSame((other) => Object.assign(other.parts[1] as Item, { title: 'Another' })))
  assert.ok(isSame((other) => Object.assign(first(other), { title: 'Another' })))
  assert.ok(!isSame((other) => Object.assign(other, { title: 'Another' })))
  assert.ok(!isSame((other) => first(other).notes.push({ text: 'new' })))
  assert.ok(!isSame((other) => Object.assign(first(other).notes[0] as object, { text: 'new' })))
})

test('what is not there, and which names there are, is read too', async () => {
  const { isSame } = await reader((from) => [from.map?.width, Object.keys(first(from)), 'updated' in first(from)], data())
  assert.ok(!isSame((other) => Object.assign(other, { map: { width: 3 } })))
  assert.ok(!isSame((other) => Object.assign(first(other), { updated: '2026-01-01' })))
  assert.ok(isSame((other) => Object.assign(first(other), { title: 'Another' })))
})

test('a menu of many parts is as long as that of few, and a part that is read further stands by itself', async () => {
  const read = (from: Data) => [from.parts.map(({ title }) => title), from.parts[7]?.notes[0]?.text]
  const [few, many] = [await reader(read, data(20)), await reader(read, data(2000))]
  assert.equal(JSON.stringify(few.shape), JSON.stringify(many.shape))
  assert.ok(many.isSame((other) => Object.assign(other.parts[8]?.notes[0] as object, { text: 'new' })))
  assert.ok(!many.isSame((other) => Object.assign(other.parts[7]?.notes[0] as object, { text: 'new' })))
  assert.ok(!many.isSame((other) => Object.assign(other.parts[1999] as Item, { title: 'new' })))
  assert.ok(!many.isSame((other) => other.parts.reverse()))
})

test('the hash of the edition is read as what stands for it', async () => {
  let seen = ''
  const { isSame } = await reader((from) => {
    seen = from.hash
  }, data())
  assert.equal(seen, 'HASH')
  assert.ok(isSame((other) => Object.assign(other, { hash: 'HASH' })))
})

test('who asks for what was made once has read what it was made of; of what is made unrecorded only its name', async () => {
  const titles = madeOnce((from: Data) => from.parts.map(({ title }) => title))
  const from = data()
  titles(tracked(from))
  for (const _ of ['who asks first', 'who asks again']) {
    const { isSame } = await reader((read) => titles(read), from)
    assert.ok(!isSame((other) => Object.assign(other.parts[2] as Item, { title: 'new' })))
  }
  const { isSame, uses } = await reader((read) => {
    noteUse('titles', 'all')
    return unrecorded(() => read.parts.map(({ title }) => title))
  }, from)
  assert.ok(isSame((other) => Object.assign(other.parts[2] as Item, { title: 'new' })))
  assert.deepEqual([...(uses.get('titles') ?? [])], ['all'])
})
