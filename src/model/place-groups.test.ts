import assert from 'node:assert/strict'
import { test } from 'node:test'
import { entryOfGroup, groupPages, partsOfGroup, placeGroupsOf } from './place-groups.ts'

const almanac = '/glossary/almanac/'
const inParts = (...parts: readonly (number | undefined)[]) => parts.map((part) => ({ place: part === undefined ? {} : { part } }))
const manyIn = (parts: number, inEach: number) => inParts(...Array.from({ length: parts * inEach }, (_, i) => Math.floor(i / inEach) + 1))

test('as many places as a reader looks through stand on one page, however many parts they are in', () => {
  assert.deepEqual(placeGroupsOf(almanac, manyIn(500, 1)), [])
  assert.equal(placeGroupsOf(almanac, manyIn(501, 1)).length, 6)
})

test('places that one page would hold all are not moved there', () => {
  assert.deepEqual(placeGroupsOf(almanac, manyIn(25, 40)), [])
  assert.equal(placeGroupsOf(almanac, manyIn(26, 40)).length, 2)
})

test('where places are too many for the page of a hundred parts, it is divided, and keeps its address', () => {
  const addresses = (places: readonly ReturnType<typeof manyIn>[number][]) => placeGroupsOf(almanac, places).map(({ href }) => href)
  const [before, after] = [manyIn(200, 5), [...manyIn(200, 5), ...inParts(101)]]
  assert.deepEqual(addresses(before), ['/glossary/almanac/in/1/', '/glossary/almanac/in/101/'])
  assert.deepEqual(
    addresses(after),
    [1, 101, 126, 151, 176].map((from) => `/glossary/almanac/in/${from}/`),
  )
})

test('each group says how many places there are, and in which parts', () => {
  const places = [...manyIn(20, 30), ...inParts(180, 177, 180, undefined)]
  assert.deepEqual(placeGroupsOf(almanac, places), [
    { from: 1, to: 25, href: '/glossary/almanac/in/1/', places: 600, parts: Array.from({ length: 20 }, (_, i) => i + 1) },
    { from: 101, to: 200, href: '/glossary/almanac/in/101/', places: 3, parts: [177, 180] },
  ])
})

test('what stands in no part that is counted makes no page too long', () => {
  assert.deepEqual(placeGroupsOf(almanac, inParts(...Array.from({ length: 900 }, () => undefined), 1, 26)), [])
})

test('pages stay what they are while parts are added at the end', () => {
  const addresses = (parts: number) => placeGroupsOf(almanac, manyIn(parts, 4)).map(({ href }) => href)
  assert.deepEqual(addresses(400).slice(0, 2), addresses(200))
})

test('a page of places is known by its address, and what it is of', () => {
  assert.equal(entryOfGroup('/glossary/almanac/in/12/'), almanac)
  assert.equal(entryOfGroup('/sources/in/in/1/'), '/sources/in/')
  for (const other of [almanac, '/sources/by/year/', '/glossary/in/2/', '/notes/almanac/in/2/', '/glossary/almanac/in/2/card/'])
    assert.equal(entryOfGroup(other), undefined, other)
})

test('front matter is in no group', () => {
  const parts: { number?: number }[] = [{}, ...[100, 101, 200, 201].map((number) => ({ number }))]
  assert.deepEqual(partsOfGroup(parts, { from: 101, to: 200 }), [{ number: 101 }, { number: 200 }])
})

test('a page has the places of its own parts, part by part, and leads to those beside it that have any', () => {
  const parts = Array.from({ length: 210 }, (_, i) => ({ number: i + 1, title: `Title ${i + 1}` }))
  const mentions = inParts(...Array.from({ length: 500 }, () => 1), 152, 152, 154, 210)
  const series = { parts, terms: [{ href: almanac, mentions }], sources: [] } as unknown as Parameters<typeof groupPages>[0]
  const groupOnPage = groupPages(series)
  const range = (first: number, last: number) => [{ number: first }, { number: last }]
  assert.deepEqual(groupOnPage('/glossary/almanac/in/101/'), {
    inParts: [
      { part: { number: 152, title: 'Title 152' }, places: inParts(152, 152) },
      { part: { number: 154, title: 'Title 154' }, places: inParts(154) },
    ],
    range: range(101, 200),
    previous: { href: '/glossary/almanac/in/1/', range: range(1, 100) },
    next: { href: '/glossary/almanac/in/201/', range: range(201, 210) },
  })
  assert.equal(groupOnPage('/glossary/almanac/in/2/'), undefined)
})
