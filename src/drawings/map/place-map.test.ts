import assert from 'node:assert/strict'
import { test } from 'node:test'
import { wordsOf } from '../../locales/words.ts'
import { type MapFile, mapFileSchema } from '../../model/files/place-file.ts'
import type { MapPlace } from '../../model/series.ts'
import { type Box, isThrough, isWithin, overlapOf } from '../boxes.ts'
import { drawMapSheets } from './map-sheets.ts'
import type { PlaceMapDrawing } from './place-map.ts'

const words = wordsOf({ language: 'en-GB' })

/** An island in a lake, about eleven kilometres each way. */
const map: MapFile = mapFileSchema.parse({
  title: 'Lamna',
  description: 'An island in a lake.',
  note: 'A sketch.',
  bounds: [10, 50, 10.15, 50.1],
  water: [
    {
      outline: [
        [9.9, 50.02],
        [10.3, 50.02],
        [10.3, 50.08],
        [9.9, 50.08],
      ],
    },
  ],
  land: [
    {
      outline: [
        [10.06, 50.04],
        [10.06, 50.06],
        [10.09, 50.06],
        [10.09, 50.04],
      ],
    },
  ],
  streams: [
    {
      name: 'Mill Brook',
      line: [
        [10.02, 50],
        [10.05, 50.02],
      ],
    },
  ],
  bridges: [
    {
      name: 'Long Bridge',
      line: [
        [10.075, 50.015],
        [10.075, 50.045],
      ],
    },
  ],
  labels: [
    { text: 'Lake', at: [10.13, 50.05], kind: 'water' },
    { text: 'Mill Brook', at: [10.034, 50.01], kind: 'water' },
    { text: 'Under the Quay', at: [10.0745, 50.0505], kind: 'district' },
  ],
})

const place = (id: string, longitude: number, latitude: number, more: Partial<MapPlace> = {}): MapPlace => ({
  id,
  name: `The place called ${id}`,
  longitude,
  latitude,
  tolerance: 100,
  extent: 'point',
  sources: [],
  text: 'A place.',
  href: `/places/#${id}`,
  events: [],
  ...more,
})

/** Fourteen places on one island, two apart, an area, two outside. */
const places: MapPlace[] = [
  ...[...Array(14).keys()].map((i) => place(`quay-${i}`, 10.07 + 0.0031 * (i % 4), 50.045 + 0.0033 * Math.floor(i / 4))),
  place('mill', 10.02, 50.01),
  place('tower', 10.14, 50.09, { tolerance: 400 }),
  place('heath', 10.03, 50.09, { extent: 'area' }),
  place('capital', 9.2, 50.05),
  place('port', 10.08, 49.8),
]

const { wide, middle, narrow } = drawMapSheets(map, places, words)
const sheets: Record<string, PlaceMapDrawing> = { wide, middle, whole: narrow.whole, part: narrow.part }
const frameOf = ({ ground }: PlaceMapDrawing): Box => ({ x: 0, y: 0, width: ground.width, height: ground.height })

for (const [name, sheet] of Object.entries(sheets)) {
  test(`${name}: no two labels overlap, and each lies in the frame`, () => {
    for (const [i, one] of sheet.places.entries()) {
      assert.ok(isWithin(one.box, frameOf(sheet)), one.id)
      for (const other of sheet.places.slice(i + 1)) {
        assert.equal(overlapOf(one.box, other.box), 0, `${one.id} and ${other.id}`)
        assert.equal(overlapOf(one.target, other.target), 0, `to be touched, ${one.id} and ${other.id}`)
      }
    }
  })

  test(`${name}: no label hides the dot of another place, no leader runs through a label`, () => {
    for (const one of sheet.places) {
      for (const other of sheet.places.filter(({ id }) => id !== one.id)) {
        if (other.mark.kind === 'point') {
          const [x, y] = other.mark.point
          assert.equal(overlapOf(one.box, { x: x - 3, y: y - 3, width: 6, height: 6 }), 0, `${one.id} on ${other.id}`)
        }
        assert.ok(!(other.leader && isThrough(other.leader, one.box)), `the line of ${other.id} through ${one.id}`)
      }
    }
  })

  test(`${name}: no name of the ground lies under a label`, () => {
    for (const { boxes, text } of sheet.names)
      for (const box of boxes) for (const { box: label, id } of sheet.places) assert.equal(overlapOf(box, label), 0, `${text} under ${id}`)
  })
}

test('every place is on each map exactly once, numbered as in the list', () => {
  const all = places.map(({ id }, i) => `${i + 1} ${id}`).sort()
  for (const drawn of [wide.places, middle.places, [...narrow.whole.places, ...narrow.part.places]])
    assert.deepEqual(drawn.map(({ id, number }) => `${number} ${id}`).sort(), all)
})

test('the crowd is in the enlarged part, the rest and what is outside on the whole', () => {
  assert.deepEqual(
    narrow.part.places.map(({ id }) => id).filter((id) => !id.startsWith('quay-')),
    [],
  )
  assert.equal(narrow.part.places.length, 14)
  assert.ok(narrow.part.kilometre > 2 * narrow.whole.kilometre)
})

test('rings are true to scale', () => {
  const tower = wide.places.find(({ id }) => id === 'tower')
  assert.ok(tower?.mark.kind === 'point')
  assert.ok(Math.abs(tower.mark.ring - 0.4 * wide.kilometre) < 0.1)
  // A degree of longitude at 50° N is about 71.5 km.
  assert.ok(Math.abs(wide.kilometre - wide.ground.width / (0.15 * 71.5)) < 0.2)
})

test('a place outside has an arrow at the edge on its side, and its distance', () => {
  const [capital, port] = ['capital', 'port'].map((id) => wide.places.find((drawn) => drawn.id === id))
  assert.ok(capital?.mark.kind === 'outside' && port?.mark.kind === 'outside')
  assert.ok(Math.abs(capital.mark.arrow[1][0]) < 0.01)
  assert.ok(Math.abs(port.mark.arrow[1][1] - wide.ground.height) < 1)
  assert.equal(capital.lines.join(' '), 'The place called capital, 62 km')
})

test('an area has its name where it is, without a dot', () => {
  const heath = wide.places.find(({ id }) => id === 'heath')
  assert.ok(heath?.mark.kind === 'area')
  const [x, y] = heath.mark.point
  assert.ok(isWithin({ x, y, width: 0, height: 0 }, heath.box))
})

test('names are turned as the water runs, and never upside down', () => {
  const brook = wide.names.find(({ text }) => text === 'Mill Brook')
  const lake = wide.names.find(({ text }) => text === 'Lake')
  assert.ok(brook && brook.angle < -30 && brook.angle > -60, String(brook?.angle))
  assert.equal(lake?.angle, 0)
})

test('the ground is drawn whichever way round its outlines are', () => {
  const turned = {
    ...map,
    water: map.water.map(({ outline }) => ({ outline: [...outline].reverse() })),
    land: map.land.map(({ outline }) => ({ outline: [...outline].reverse() })),
  }
  const points = (path: string) => [...new Set(path.split(/[MLZ]/u))].sort()
  const other = drawMapSheets(turned, [], words).wide.ground
  assert.deepEqual(points(other.water), points(wide.ground.water))
  assert.deepEqual(points(other.land), points(wide.ground.land))
})

test('a name that fits nowhere leaves its number', () => {
  const long = place('mill', 10.02, 50.01, { name: 'A name so long that it would run over the edge '.repeat(20) })
  const { places: drawn } = drawMapSheets(map, [long], words).wide
  assert.deepEqual(
    drawn.map(({ number, lines }) => ({ number, lines })),
    [{ number: 1, lines: [] }],
  )
})

test('places as far away as there are, and grounds as small and as flat as are taken, are drawn all the same', () => {
  const far = [
    place('north-pole', 180, 90),
    place('south-pole', -180, -90, { extent: 'area', tolerance: 20_000_000 }),
    place('corner', 10, 50, { name: 'A name far longer than any map is wide '.repeat(8), extent: 'area' }),
  ]
  for (const bounds of [map.bounds, [10, 50, 10.0001, 50.0001], [-180, -85, 180, 85], [10, 50, 10.4, 50.07]] as const) {
    const { wide, middle, narrow } = drawMapSheets({ ...map, bounds: [...bounds] }, far, words)
    for (const sheet of [wide, middle, narrow.whole]) {
      for (const { id, box } of sheet.places)
        assert.ok(Number.isFinite(box.x + box.y) && box.y >= 0 && box.y + box.height <= sheet.ground.height, `${id} in ${bounds}`)
      assert.doesNotMatch(JSON.stringify(sheet), /null/u)
    }
  }
})
