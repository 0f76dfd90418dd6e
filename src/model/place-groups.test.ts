import assert from 'node:assert/strict'
import { test } from 'node:test'
import { entryOfGroup, groupPages, isInGroup, partsByGroup, placeGroupsOf } from './place-groups.ts'

const almanac = '/glossary/almanac/'
const inParts = (...parts: readonly (number | undefined)[]) => parts.map((part) => ({ place: part === undefined ? {} : { part } }))
const manyIn = (parts: number, inEach: number) => inParts(...Array.from({ length: parts * inEach }, (_, i) => Math.floor(i / inEach) + 1))

test('as many places as a reader looks through stand on one page, however many parts they are in', () => {
  assert.deepEqual(placeGroupsOf(almanac, manyIn(500, 1)), [])
  assert.equal(placeGroupsOf(almanac, manyIn(501, 1)).length, 21)
})

test('places that one page would hold all are not moved there', () => {
  assert.deepEqual(placeGroupsOf(almanac, manyIn(25, 40)), [])
  assert.equal(placeGroupsOf(almanac, manyIn(26, 40)).length, 2)
})

test('each group says how many places there are, and in which parts', () => {
  const places = [...manyIn(20, 30), ...inParts(80, 77, 80, undefined)]
  assert.deepEqual(placeGroupsOf(almanac, places), [
    { number: 1, href: '/glossary/almanac/in/1/', places: 600, parts: Array.from({ length: 20 }, (_, i) => i + 1) },
    { number: 4, href: '/glossary/almanac/in/4/', places: 3, parts: [77, 80] },
  ])
})

test('what stands in no part that is counted makes no page too long', () => {
  assert.deepEqual(placeGroupsOf(almanac, inParts(...Array.from({ length: 900 }, () => undefined), 1, 26)), [])
})

test('pages stay what they are while parts are added at the end', () => {
  const addresses = (parts: number) => placeGroupsOf(almanac, manyIn(parts, 4)).map(({ href }) => href)
  assert.deepEqual(addresses(400).slice(0, 8), addresses(200))
})

test('a page of places is known by its address, and what it is of', () => {
  assert.equal(entryOfGroup('/glossary/almanac/in/12/'), almanac)
  assert.equal(entryOfGroup('/sources/in/in/1/'), '/sources/in/')
  for (const other of [almanac, '/sources/by/year/', '/glossary/in/2/', '/notes/almanac/in/2/', '/glossary/almanac/in/2/card/'])
    assert.equal(entryOfGroup(other), undefined, other)
})

test('front matter is in no group', () => {
  const parts: { number?: number }[] = [{}, ...[25, 26, 50, 51].map((number) => ({ number }))]
  assert.deepEqual(
    [...partsByGroup(parts)].map(([group, all]) => [group, all.map(({ number }) => number)]),
    [
      [1, [25]],
      [2, [26, 50]],
      [3, [51]],
    ],
  )
  assert.ok(isInGroup(parts, almanac, '/glossary/almanac/in/3/'))
  assert.ok(!isInGroup(parts.slice(0, 2), almanac, '/glossary/almanac/in/3/'))
})

test('a page has the places of its own parts, part by part, and leads to those beside it that have any', () => {
  const parts = Array.from({ length: 110 }, (_, i) => ({ number: i + 1, title: `Title ${i + 1}` }))
  const mentions = inParts(...Array.from({ length: 500 }, () => 1), 52, 52, 54, 110)
  const series = { parts, terms: [{ href: almanac, mentions }], sources: [] } as unknown as Parameters<typeof groupPages>[0]
  const groupOnPage = groupPages(series)
  const range = (first: number, last: number) => [{ number: first }, { number: last }]
  assert.deepEqual(groupOnPage('/glossary/almanac/in/3/'), {
    inParts: [
      { part: { number: 52, title: 'Title 52' }, places: inParts(52, 52) },
      { part: { number: 54, title: 'Title 54' }, places: inParts(54) },
    ],
    range: range(51, 75),
    previous: { href: '/glossary/almanac/in/1/', range: range(1, 25) },
    next: { href: '/glossary/almanac/in/5/', range: range(101, 110) },
  })
  assert.equal(groupOnPage('/glossary/almanac/in/2/'), undefined)
})
