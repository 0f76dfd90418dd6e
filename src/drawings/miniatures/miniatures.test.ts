import assert from 'node:assert/strict'
import { test } from 'node:test'
import { mapFileSchema } from '../../model/files/place-file.ts'
import type { Event, MapPlace } from '../../model/series.ts'
import type { TimelineSpan } from '../timeline/timeline-span.ts'
import { drawAnswersMiniature } from './answers-miniature.ts'
import { drawEventsMiniature } from './events-miniature.ts'
import { drawMapMiniature } from './map-miniature.ts'
import { type Miniature, miniatureSize } from './miniature.ts'

const pathOf = ({ paths }: Miniature, kind: string) => paths.find((each) => each.kind === kind)?.path ?? ''
const beginnings = (path: string) => [...path.matchAll(/M([\d.-]+) ([\d.-]+)/gu)].map(([, x, y]) => [Number(x), Number(y)] as const)
const isInside = ([x, y]: readonly [number, number]) => x >= 0 && x <= miniatureSize.width && y >= 0 && y <= miniatureSize.height

const spanOf = (days: readonly number[]): TimelineSpan => ({
  from: 0,
  to: 100,
  months: 1,
  events: days.map((day) => ({ event: { kind: day === 50 ? 'war' : 'decision' } as Event, day })),
})

test('every event is a square of its own inside the drawing, however many lie on one day', () => {
  for (const days of [[0, 10, 50, 100], Array.from({ length: 40 }, () => 50), Array.from({ length: 300 }, (_, i) => i % 100)]) {
    const drawing = drawEventsMiniature(spanOf(days))
    const squares = [...beginnings(pathOf(drawing, 'ink')), ...beginnings(pathOf(drawing, 'red'))]
    assert.equal(new Set(squares.map(String)).size, days.length)
    assert.ok(squares.every(isInside))
  }
  assert.equal(beginnings(pathOf(drawEventsMiniature(spanOf([10, 50])), 'red')).length, 1)
})

test('of a map as high as wide the part with the places is shown', () => {
  const map = mapFileSchema.parse({ title: 'A', description: 'B', note: 'C', bounds: [10, 50, 10.1, 50.1], water: [] })
  const placeAt = (latitude: number) => ({ extent: 'point', longitude: 10.05, latitude }) as MapPlace
  const { top = 0, height, paths } = drawMapMiniature(map, [placeAt(50.01), placeAt(50.02), placeAt(60)])
  const dots = beginnings(paths.find(({ kind }) => kind === 'dots')?.path ?? '')
  assert.equal(dots.length, 2)
  assert.ok(dots.every(([, y]) => y >= top && y <= top + height))
  assert.equal(height, miniatureSize.height)
})

test('answers are full, half and empty discs, and a dash where the question is not put', () => {
  const drawing = drawAnswersMiniature({
    kind: 'answers',
    title: 'A',
    description: 'B',
    questions: ['1', '2'],
    rows: [
      { label: 'C', answers: ['yes', 'partly'] },
      { label: 'D', answers: ['no', 'unasked'] },
    ],
    sources: [],
  })
  assert.equal(beginnings(pathOf(drawing, 'paper')).length, 3)
  assert.equal(beginnings(pathOf(drawing, 'red')).length, 2)
  assert.equal(beginnings(pathOf(drawing, 'line')).length, 1)
})
