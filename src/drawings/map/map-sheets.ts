import type { Words } from '../../locales/words.ts'
import type { MapFile } from '../../model/files/place-file.ts'
import type { MapPlace } from '../../model/series.ts'
import type { Box, Point } from '../boxes.ts'
import { type Bounds, drawGround } from './map-ground.ts'
import { densestWindow } from './map-window.ts'
import { isOutside } from './off-map.ts'
import { drawPlaceMap, type NumberedPlace, type PlaceMapDrawing, type Sheet } from './place-map.ts'

/** The map for each width of window: whole with names, or, on a phone, whole and with its crowded part enlarged. */
export type MapSheets = {
  readonly wide: PlaceMapDrawing
  readonly middle: PlaceMapDrawing
  readonly narrow: {
    readonly whole: PlaceMapDrawing /** What `part` enlarges, on `whole`. */
    readonly window: Box
    readonly points: readonly Point[]
    readonly part: PlaceMapDrawing
  }
}

const wide = {
  width: 1056,
  labels: 'names',
  size: 16,
  groundNames: { district: { size: 21, letter: 0.42 }, water: { size: 15, letter: 0.48 }, street: { size: 12.5, letter: 0.34 } },
} satisfies Omit<Sheet, 'bounds' | 'words'>

const middle = {
  width: 704,
  labels: 'names',
  size: 14,
  groundNames: { district: { size: 17, letter: 0.42 }, water: { size: 13, letter: 0.48 }, street: { size: 12, letter: 0.34 } },
} satisfies Omit<Sheet, 'bounds' | 'words'>

const narrow = {
  width: 344,
  labels: 'names',
  size: 14,
  groundNames: { district: { size: 14, letter: 0.42 }, water: { size: 12.5, letter: 0.47 }, street: { size: 12.5, letter: 0.34 } },
} satisfies Omit<Sheet, 'bounds' | 'words'>

/** The share of the whole map’s width that the enlarged part shows, and how high that is for its width. */
const enlarged = { share: 0.46, height: 1.06, margin: 0.035 }

export function drawMapSheets(map: MapFile, places: readonly MapPlace[], words: Words): MapSheets {
  const numbered = places.map((place, i): NumberedPlace => ({ place, number: i + 1 }))
  const { bounds } = map
  return {
    wide: drawPlaceMap(map, numbered, { ...wide, bounds, words }),
    middle: drawPlaceMap(map, numbered, { ...middle, bounds, words }),
    narrow: drawNarrow(map, numbered, words),
  }
}

function drawNarrow(map: MapFile, places: readonly NumberedPlace[], words: Words): MapSheets['narrow'] {
  const ground = drawGround(map, map.bounds, narrow.width)
  const pointOf = ({ place }: NumberedPlace) => ground.project(place.longitude, place.latitude)
  const points = places.filter(({ place }) => place.extent === 'point' && !isOutside(map.bounds, place)).map(pointOf)
  const size = { width: enlarged.share * ground.width, height: Math.min(ground.height, enlarged.share * enlarged.height * ground.width) }
  const window = densestWindow(points, { x: 0, y: 0, width: ground.width, height: ground.height }, size, enlarged.margin * ground.width)
  const [[west, north], [east, south]] = [
    ground.unproject([window.x, window.y]),
    ground.unproject([window.x + window.width, window.y + window.height]),
  ]
  const bounds: Bounds = [west, south, east, north]
  const isInPart = ({ place }: NumberedPlace) => place.extent === 'point' && !isOutside(bounds, place)
  const inPart = places.filter(isInPart)
  return {
    whole: drawPlaceMap(
      map,
      places.filter((place) => !isInPart(place)),
      { ...narrow, bounds: map.bounds, kept: window, words },
    ),
    window,
    points: inPart.map(pointOf),
    part: drawPlaceMap(map, inPart, { ...narrow, labels: 'numbers', bounds, words }),
  }
}
