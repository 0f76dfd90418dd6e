import type { Words } from '../../locales/words.ts'
import type { MapFile } from '../../model/files/place-file.ts'
import type { MapPlace } from '../../model/series.ts'
import { type Box, boxAround, isThrough, overlapOf, type Point, type Segment } from '../boxes.ts'
import { banksOf, type GroundName, type NameStyle, nameGround } from './ground-names.ts'
import { markRadius } from './label-positions.ts'
import { type Bounds, drawGround, type Ground } from './map-ground.ts'
import { formsOf, sizeOf, targetsOf } from './map-lettering.ts'
import { arrowTo, isOutside } from './off-map.ts'
import { placeLabels } from './place-labels.ts'

/** A place with its number in the list of all places, from 1. */
export type NumberedPlace = { readonly place: MapPlace; readonly number: number }

/** How a map is to be drawn, in units that are CSS pixels at full size. */
export type Sheet = {
  readonly width: number
  readonly bounds: Bounds
  /** Places bear their names, or only the numbers of the list. */
  readonly labels: 'names' | 'numbers'
  /** Size of the letters of names and numbers. */
  readonly size: number
  readonly groundNames: NameStyle
  /** Which say how far a place beyond the map is. */
  readonly words: Words
  /** Where nothing may be written: the part of the map that another sheet enlarges. */
  readonly kept?: Box
}

type Mark =
  /** `ring` is the radius of the circle the true place lies in, `spread` that in which the name of an area is right. */
  | { readonly kind: 'point'; readonly point: Point; readonly ring: number }
  | { readonly kind: 'area'; readonly point: Point; readonly spread: number }
  | { readonly kind: 'outside'; readonly arrow: Segment }

export type DrawnPlace = {
  readonly id: string
  readonly number: number
  readonly name: string
  readonly kind?: string | undefined
  readonly mark: Mark
  /** What the label covers. */
  readonly box: Box
  /** What leads to the entry when it is touched: the label, made as high as a finger needs where there is room. */
  readonly target: Box
  /** Of the letters; areas are written larger. */
  readonly size: number
  /** The label as it is broken; empty where it is the number alone. */
  readonly lines: readonly string[]
  readonly leader?: Segment
}

export type PlaceMapDrawing = {
  readonly sheet: Sheet
  readonly ground: Ground
  readonly places: readonly DrawnPlace[]
  readonly names: readonly GroundName[]
  /** The length of a kilometre in the middle of the sheet, in units. */
  readonly kilometre: number
}

type Labelled = Omit<DrawnPlace, 'target'>

/** What labels keep free inside the frame. */
const margin = 5
const arrowLength = 22

/**
 * Draws places on a sheet: the ground, every place with a label near it, those outside the bounds with an arrow at the
 * edge, and of the names of the ground those that the labels leave room for.
 */
export function drawPlaceMap(map: MapFile, places: readonly NumberedPlace[], sheet: Sheet): PlaceMapDrawing {
  const ground = drawGround(map, sheet.bounds, sheet.width)
  const names = nameGround(map, ground, sheet.groundNames)
  const marked = places.map(({ place, number }) => ({
    place,
    number,
    mark: markOf(place, ground, sheet.bounds),
    forms: formsOf(place, sheet),
    letters: place.extent === 'area' && !isOutside(sheet.bounds, place) ? sheet.groundNames.district.size : sheet.size,
  }))
  const labels = placeLabels(
    marked.map(({ place: { id }, number, mark, forms, letters }) => ({
      id,
      point: mark.kind === 'outside' ? mark.arrow[0] : mark.point,
      sizes: forms.map(({ lines, cost }) => ({ ...sizeOf(lines, number, letters), cost })),
      ...(mark.kind === 'area' && { spread: mark.spread }),
    })),
    {
      frame: { x: margin, y: margin, width: ground.width - 2 * margin, height: ground.height - 2 * margin },
      taken: [...marked.flatMap(({ mark }) => (mark.kind === 'outside' ? [boxOf(mark.arrow)] : [])), ...(sheet.kept ? [sheet.kept] : [])],
      spared: names.flatMap(({ boxes }) => boxes),
      borders: banksOf(map, ground).flatMap((bank) => bank.map((point) => boxAround(point, 4))),
    },
  )
  const drawn = marked.flatMap(({ place: { id, name, kind }, number, mark, forms, letters }): Labelled[] =>
    labels
      .filter((label) => label.id === id)
      .map(({ box, size, leader }) => ({
        id,
        number,
        name,
        ...(kind && { kind }),
        mark,
        box,
        size: letters,
        lines: forms[size]?.lines ?? [],
        ...(leader && mark.kind !== 'area' && { leader }),
      })),
  )
  const [, south, , north] = sheet.bounds
  const targets = targetsOf(drawn.map(({ box }) => box))
  return {
    sheet,
    ground,
    places: drawn.map((place, i) => ({ ...place, target: targets[i] ?? place.box })),
    names: names.filter((name) => isFree(name, drawn, sheet.kept)),
    kilometre: ground.metres(1000, (south + north) / 2),
  }
}

function markOf(place: MapPlace, ground: Ground, bounds: Bounds): Mark {
  if (isOutside(bounds, place)) return { kind: 'outside', arrow: arrowTo(ground, place, arrowLength) }
  const point = ground.project(place.longitude, place.latitude)
  const around = ground.metres(place.tolerance, place.latitude)
  return place.extent === 'area' ? { kind: 'area', point, spread: around } : { kind: 'point', point, ring: around }
}

const boxOf = ([[ax, ay], [bx, by]]: Segment): Box => ({
  x: Math.min(ax, bx) - 4,
  y: Math.min(ay, by) - 4,
  width: Math.abs(bx - ax) + 8,
  height: Math.abs(by - ay) + 8,
})

const isFree = ({ boxes }: GroundName, places: readonly Labelled[], kept: Box | undefined): boolean =>
  boxes.every(
    (box) =>
      (!kept || overlapOf(kept, box) === 0) &&
      places.every(({ mark, box: label, leader }) => {
        const own = mark.kind === 'point' ? [boxAround(mark.point, 2 * markRadius + 4)] : mark.kind === 'outside' ? [boxOf(mark.arrow)] : []
        return [label, ...own].every((taken) => overlapOf(taken, box) === 0) && !(leader && isThrough(leader, box))
      }),
  )
