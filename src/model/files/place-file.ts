import { z } from 'zod'
import { idSchema, languageSchema, refuseSameIds } from '../ids.ts'
import { text, title, words } from '../text.ts'

/** One place on the map; `content/places.yaml` is a list of them. */
export const placeFileSchema = z.strictObject({
  id: idSchema,
  name: title,
  native: z.strictObject({ text, language: languageSchema }).optional(),
  /** Degrees north and east of Greenwich, WGS 84. */
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
  /** How far the true place may be from the point, in metres. */
  tolerance: z.number().positive().max(20_000_000),
  /** A point has a mark, an area only a label. */
  extent: z.enum(['point', 'area']).default('point'),
  /** What it is: one of the kinds of places that the series has, “building”, “water” … */
  kind: idSchema.optional(),
  /** What it was and what happened there. */
  text,
  /** The glossary entry of the same place, if there is one. */
  term: idSchema.optional(),
  /** Ids of the works that what is said of it rests on. */
  sources: z.array(idSchema).default([]),
})

export const placesFileSchema = z.array(placeFileSchema).superRefine(refuseSameIds)

export type PlaceFile = z.infer<typeof placeFileSchema>

const longitude = z.number().min(-180).max(180)

/** Mercator’s projection has no poles; maps of the whole world end at about 85 degrees. */
const latitude = z.number().min(-85).max(85)

const position = z.tuple([longitude, latitude])

/** How far north a latitude lies on a map in Mercator’s projection, in the unit of radians of longitude. */
const northing = (degrees: number) => Math.log(Math.tan(Math.PI / 4 + (degrees * Math.PI) / 360))

/** How many times a map may be wider than high, or higher than wide, for there to be room on it. */
const widest = 4

/** West before east and south before north, far enough from each other that there is something between them. */
function refuseNoGround([west, south, east, north]: readonly [number, number, number, number], context: z.RefinementCtx) {
  const expected = (what: string, border: number, step: string) => ({
    code: 'custom' as const,
    path: [border],
    message: `${what} (${step}), in the order west, south, east, north`,
  })
  if (east - west < 0.0001) context.addIssue(expected('an east that lies east of the west', 2, `more than ${west}`))
  if (north - south < 0.0001) context.addIssue(expected('a north that lies north of the south', 3, `more than ${south}`))
  if (east - west < 0.0001 || north - south < 0.0001) return
  const ratio = ((east - west) * Math.PI) / 180 / (northing(north) - northing(south))
  if (ratio > widest || ratio < 1 / widest)
    context.addIssue({
      code: 'custom',
      message: `a map at most ${widest} times as wide as high, or as high as wide: west, south, east, north`,
    })
}

/** The ground of the map, drawn by hand: `content/map.yaml`. Positions are longitude and latitude in degrees, WGS 84. */
export const mapFileSchema = z.strictObject({
  title,
  /** What the map shows, for those who do not see it. */
  description: text,
  /** How true it is. */
  note: text,
  /** West, south, east, north: places outside are listed at the edge. */
  bounds: z.tuple([longitude, latitude, longitude, latitude]).superRefine(refuseNoGround),
  /** Closed outlines of water. */
  water: z.array(z.strictObject({ name: words.optional(), outline: z.array(position).min(3) })),
  /** Islands and land that lie in the water. */
  land: z.array(z.strictObject({ name: words.optional(), outline: z.array(position).min(3) })).default([]),
  /** Canals and small rivers, as lines. */
  streams: z.array(z.strictObject({ name: words.optional(), line: z.array(position).min(2) })).default([]),
  bridges: z.array(z.strictObject({ name: words, line: z.array(position).min(2) })).default([]),
  /** Main streets and railways, as lines. */
  streets: z.array(z.strictObject({ name: words.optional(), line: z.array(position).min(2) })).default([]),
  /** Names written on the ground. */
  labels: z.array(z.strictObject({ text, at: position, kind: z.enum(['district', 'water', 'street']) })).default([]),
})

export type MapFile = z.infer<typeof mapFileSchema>
