import { z } from 'zod'
import { idSchema, languageSchema, refuseSameIds } from './ids.ts'

/** One place on the map; `content/places.yaml` is a list of them. */
export const placeFileSchema = z.strictObject({
  id: idSchema,
  name: z.string().trim().min(1),
  native: z.strictObject({ text: z.string().trim().min(1), language: languageSchema }).optional(),
  /** Degrees north and east of Greenwich, WGS 84. */
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
  /** How far the true place may be from the point, in metres. */
  tolerance: z.number().positive(),
  /** A point has a mark, an area only a label. */
  extent: z.enum(['point', 'area']).default('point'),
  /** What it was and what happened there. */
  text: z.string().trim().min(1),
  /** The glossary entry of the same place, if there is one. */
  term: idSchema.optional(),
})

export const placesFileSchema = z.array(placeFileSchema).superRefine(refuseSameIds)

export type PlaceFile = z.infer<typeof placeFileSchema>

const position = z.tuple([z.number(), z.number()])

/** The ground of the map, drawn by hand: `content/map.yaml`. Positions are longitude and latitude in degrees, WGS 84. */
export const mapFileSchema = z.strictObject({
  title: z.string().trim().min(1),
  /** What the map shows, for those who do not see it. */
  description: z.string().trim().min(1),
  /** How true it is. */
  note: z.string().trim().min(1),
  /** West, south, east, north: places outside are listed at the edge. */
  bounds: z.tuple([z.number(), z.number(), z.number(), z.number()]),
  /** Closed outlines of water. */
  water: z.array(z.strictObject({ name: z.string().optional(), outline: z.array(position).min(3) })),
  /** Islands and land that lie in the water. */
  land: z.array(z.strictObject({ name: z.string().optional(), outline: z.array(position).min(3) })).default([]),
  /** Canals and small rivers, as lines. */
  streams: z.array(z.strictObject({ name: z.string().optional(), line: z.array(position).min(2) })).default([]),
  bridges: z.array(z.strictObject({ name: z.string(), line: z.array(position).min(2) })).default([]),
  /** Main streets and railways, as lines. */
  streets: z.array(z.strictObject({ name: z.string().optional(), line: z.array(position).min(2) })).default([]),
  /** Names written on the ground. */
  labels: z.array(z.strictObject({ text: z.string(), at: position, kind: z.enum(['district', 'water', 'street']) })).default([]),
})

export type MapFile = z.infer<typeof mapFileSchema>
