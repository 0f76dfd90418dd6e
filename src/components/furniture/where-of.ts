import { bearingFrom, isOutside } from '../../drawings/map/off-map.ts'
import { kilometres, metres } from '../../locales/units.ts'
import type { Words } from '../../locales/words.ts'
import type { MapPlace, Series } from '../../model/series.ts'

/**
 * How sure the position of a place is, and, where it lies beyond the map, which way and how far; nothing where there is no map that shows
 * the position.
 */
export function whereOf(place: MapPlace, map: Series['map'], words: Words): string {
  if (!map) return ''
  const { tolerance, extent } = place
  const length = tolerance < 1000 ? words.number(tolerance, metres) : words.number(tolerance / 1000, kilometres)
  const within = words.say(extent === 'area' ? 'places.areaAccuracy' : 'places.accuracy', { length })
  if (!isOutside(map.bounds, place)) return within
  const beyond = bearingFrom(map.bounds, place)
  return `${within} ${words.say(`places.beyond${beyond.wind}`, {
    length: words.number(beyond.kilometres, { ...kilometres, useGrouping: false }),
  })}`
}
