import { z } from 'zod'
import { certaintySchema } from '../certainty.ts'
import { calendarDateFields, namesDay, refuseOtherDates } from '../dates/calendar-date.ts'
import { timeOfDaySchema } from '../dates/clock.ts'
import { idSchema, kindSchema, refuseSameIds } from '../ids.ts'
import { text, title } from '../text.ts'

/** What an event can be. */
export const eventKinds = ['assembly', 'decision', 'unrest', 'government', 'war', 'organisation', 'publication'] as const

/** One of these, or of the writer’s own (`kinds.ts`). */
export type EventKind = (typeof eventKinds)[number]

/** One dated event; `content/timeline.yaml` is a list of them. */
export const eventFileSchema = z
  .strictObject({
    id: idSchema,
    ...calendarDateFields,
    /** When in its day it happened: events with a time stand on the page by the hour. */
    time: timeOfDaySchema.optional(),
    title,
    /** One to three sentences. */
    text,
    /** What it is: one of the kinds that the series has, “decision”, “publication” … */
    kind: kindSchema<EventKind>(),
    /** Ids of the terms it concerns. */
    terms: z.array(idSchema).default([]),
    /** Id of the place where it happened. */
    place: idSchema.optional(),
    /** Id of the term that acts in it: a body, a person. By the hour, each has a column. */
    by: idSchema.optional(),
    /** Id of the event that it is a moment of. Moments stand by the hour alone, not on the timeline. */
    'part-of': idSchema.optional(),
    /** How sure it is. */
    certainty: certaintySchema.optional(),
    /** Ids of the works it rests on. */
    sources: z.array(idSchema).default([]),
  })
  .superRefine(refuseOtherDates)
  .superRefine((event, context) => {
    if (event.time && !namesDay(event))
      context.addIssue({ code: 'custom', path: ['time'], message: 'a date with its day, where there is a time' })
    if (event['part-of'] !== undefined && !event.time)
      context.addIssue({ code: 'custom', path: ['part-of'], message: 'a “time” as well: moments of an event stand by the hour' })
  })

export const timelineFileSchema = z.array(eventFileSchema).superRefine(refuseSameIds).superRefine(refuseUnknownWholes)

export type EventFile = z.infer<typeof eventFileSchema>

/** Where an event stands: moments by the hour, the others on the timeline. */
export const hrefOfEvent = ({ id, 'part-of': whole }: Pick<EventFile, 'id' | 'part-of'>): string =>
  `/${whole === undefined ? 'timeline' : 'hours'}/#event-${id}`

/** A moment is part of an event of the timeline. */
function refuseUnknownWholes(events: readonly z.infer<typeof eventFileSchema>[], context: z.RefinementCtx) {
  const wholes = events.filter((event) => event['part-of'] === undefined).map(({ id }) => id)
  for (const [i, { 'part-of': whole }] of events.entries())
    if (whole !== undefined && !wholes.includes(whole))
      context.addIssue({ code: 'custom', path: [i, 'part-of'], message: 'the id of another event, which is itself no part of one' })
}
