import { z } from 'zod'
import { calendarDateFields } from './calendar-date.ts'
import { certaintySchema } from './certainty.ts'
import { idSchema, refuseSameIds } from './ids.ts'
import { text, title } from './text.ts'

/** What an event can be. */
export const eventKinds = ['assembly', 'decision', 'unrest', 'government', 'war', 'organisation', 'publication'] as const

/** One of these, or of the writer’s own (`kinds.ts`). */
export type EventKind = (typeof eventKinds)[number]

/** One dated event; `content/timeline.yaml` is a list of them. */
export const eventFileSchema = z
  .strictObject({
    id: idSchema,
    ...calendarDateFields,
    title,
    /** One to three sentences. */
    text,
    /** What it is: one of the kinds that the series has, “decision”, “publication” … */
    kind: idSchema.transform((kind) => kind as EventKind),
    /** Ids of the terms it concerns. */
    terms: z.array(idSchema).default([]),
    /** Id of the place where it happened. */
    place: idSchema.optional(),
    /** How sure it is. */
    certainty: certaintySchema.optional(),
    /** Ids of the works it rests on. */
    sources: z.array(idSchema).default([]),
  })
  .refine((event) => event.julian !== undefined || event.gregorian !== undefined, 'a “julian” or a “gregorian” date')

export const timelineFileSchema = z.array(eventFileSchema).superRefine(refuseSameIds)

export type EventFile = z.infer<typeof eventFileSchema>
