import assert from 'node:assert/strict'
import { test } from 'node:test'
import { spreadLabels, type WantedLabel } from './spread-labels.ts'

const column = { from: 0, to: 400, reach: 200 }
const label = (id: number, at: number, weight = 1, height = 20): WantedLabel => ({ id: String(id), at, height, weight })

function assertNoOverlap(wanted: readonly WantedLabel[], middles: ReadonlyMap<string, number>) {
  const kept = wanted.flatMap(({ id, height }) => (middles.has(id) ? [{ middle: middles.get(id) ?? 0, height }] : []))
  for (const [i, { middle, height }] of kept.entries()) {
    const above = kept[i - 1]
    if (above) assert.ok(middle - above.middle >= (height + above.height) / 2 - 0.01)
    assert.ok(middle - height / 2 >= -0.01 && middle + height / 2 <= column.to + 0.01)
  }
}

test('labels with room stand where they want to', () => {
  const wanted = [label(1, 50), label(2, 100), label(3, 300)]
  assert.deepEqual([...spreadLabels(wanted, column).values()], [50, 100, 300])
})

test('a crowd spreads evenly about its middle and keeps its order', () => {
  const middles = spreadLabels([label(1, 200), label(2, 200), label(3, 200)], column)
  assert.deepEqual(
    [...middles],
    [
      ['1', 180],
      ['2', 200],
      ['3', 220],
    ],
  )
})

test('labels of any height never overlap and stay in their column', () => {
  const wanted = Array.from({ length: 16 }, (_, i) =>
    label(i, [3, 5, 8, 120, 121, 130, 131, 131, 210, 215, 216, 380, 390, 395, 399, 400][i] ?? 0, 1, i % 3 === 0 ? 32 : 18),
  )
  const middles = spreadLabels(wanted, column)
  assert.equal(middles.size, 16)
  assertNoOverlap(wanted, middles)
})

test('where there is no room for all, the lightest are given up and none stands out of reach', () => {
  const wanted = Array.from({ length: 60 }, (_, i) => label(i, 150 + i, i % 5))
  const middles = spreadLabels(wanted, { ...column, reach: 80 })
  assertNoOverlap(wanted, middles)
  assert.ok(middles.size >= 6)
  for (const { id, at, weight } of wanted) {
    const middle = middles.get(id)
    if (middle === undefined) continue
    assert.ok(Math.abs(middle - at) <= 80)
    assert.equal(weight, 4)
  }
})

test('a light label is kept where a crowd is far away', () => {
  const wanted = [label(0, 20, 0), ...Array.from({ length: 40 }, (_, i) => label(i + 1, 250 + i, 1 + (i % 3)))]
  assert.equal(spreadLabels(wanted, { ...column, reach: 60 }).get('0'), 20)
})

test('more labels than the column can hold', () => {
  const wanted = Array.from({ length: 50 }, (_, i) => label(i, i * 8))
  const middles = spreadLabels(wanted, { ...column, reach: 1000 })
  assert.equal(middles.size, 20)
  assertNoOverlap(wanted, middles)
})
