import type { MapFile } from '../../model/files/place-file.ts'
import type { MapPlace } from '../../model/series.ts'
import { drawGround } from '../map/map-ground.ts'
import { isOutside } from '../map/off-map.ts'
import { type Miniature, miniatureSize } from './miniature.ts'
import { smallPath } from './small-path.ts'

/** The map of places: water, land in it and a dot for each place. Higher than the others, it is cut to where the places are. */
export function drawMapMiniature(map: MapFile, places: readonly MapPlace[]): Miniature {
  const ground = drawGround({ ...map, streams: [], streets: [], bridges: [] }, map.bounds, miniatureSize.width, 'coarse')
  const points = places
    .filter((place) => place.extent === 'point' && !isOutside(map.bounds, place))
    .map((place) => ground.project(place.longitude, place.latitude))
  const heights = points.map(([, y]) => y)
  const middle = points.length > 0 ? (Math.min(...heights) + Math.max(...heights)) / 2 : ground.height / 2
  const height = Math.min(miniatureSize.height, ground.height)
  return {
    width: ground.width,
    height,
    top: Math.round(Math.max(0, Math.min(ground.height - height, middle - height / 2))),
    paths: [
      { kind: 'water', path: smallPath(ground.water) },
      { kind: 'land', path: smallPath(ground.land) },
      { kind: 'dots', path: points.map(([x, y]) => `M${Math.round(x)} ${Math.round(y)}h0`).join('') },
    ],
  }
}
