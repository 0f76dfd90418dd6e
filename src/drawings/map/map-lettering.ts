import { kilometres } from '../../locales/units.ts'
import type { Words } from '../../locales/words.ts'
import type { MapPlace } from '../../model/series.ts'
import { type Box, overlapOf } from '../boxes.ts'
import { breakLines, widthOf } from '../lettering.ts'
import type { Bounds } from './map-ground.ts'
import { bearingFrom, isOutside } from './off-map.ts'

/** The least a finger needs, each way (WCAG 2.2, 2.5.8), in CSS pixels; a little more, since a window may be narrower than the sheet. */
const target = 25

/** The labels are lighter than what `widthOf` measures; measured, a fourteenth would do. */
const lightness = 0.93

type Form = { readonly lines: readonly string[]; readonly cost: number }

/** A name on one line, or on two if it is long; where there is no room for it, or none is wanted, the number alone. */
export function formsOf(
  place: MapPlace,
  { labels, size, bounds, words }: { labels: 'names' | 'numbers'; size: number; bounds: Bounds; words: Words },
): Form[] {
  const alone = { lines: [], cost: 150 }
  if (labels === 'numbers') return [alone]
  const { name } = place
  const distance = isOutside(bounds, place)
    ? words.number(bearingFrom(bounds, place).kilometres, { ...kilometres, useGrouping: false })
    : undefined
  const whole = distance ? words.say('places.away', { place: name, length: distance }) : name
  const broken = distance ? [name, distance] : breakLines(name, size, widthOf(name, size) * 0.62)
  const isLong = widthOf(whole, size) > 4 * size && broken.length === 2
  return [{ lines: [whole], cost: 0 }, ...(isLong ? [{ lines: broken, cost: 6 }] : []), alone]
}

/** Room for the number with the name behind it, or for a disc with the number alone. */
export function sizeOf(lines: readonly string[], number: number, size: number) {
  if (lines.length === 0) return { width: target, height: target }
  const widths = lines.map((line, i) => lightness * widthOf(i === 0 ? `${number} ${line}` : line, size))
  return { width: Math.max(...widths) + 4, height: lines.length * size + size * 0.4 }
}

/**
 * What is to be touched for each label: the label itself, made as high as a finger needs where no other label is in the
 * way. No two overlap.
 */
export function targetsOf(boxes: readonly Box[]): readonly Box[] {
  return boxes.reduce<readonly Box[]>((targets, box, i) => {
    const missing = Math.max(0, target - box.height)
    const grown = [missing / 2, 0, missing].map((above) => ({ ...box, y: box.y - above, height: box.height + missing }))
    const free = grown.find((one) => targets.every((other, j) => j === i || overlapOf(one, other) === 0))
    return targets.map((other, j) => (j === i ? (free ?? box) : other))
  }, boxes)
}
