import type { Quote } from './find-quote.ts'

/** In the order they are offered; what they look like is said by styles. */
export const colours = ['yellow', 'green', 'blue', 'red'] as const
export type Colour = (typeof colours)[number]

/** Words that a reader has marked, and what the reader has written to them. Kept on the device alone. */
export type Annotation = Quote & {
  readonly id: string
  /** The page, from the root of the site: `/part-1/`. */
  readonly page: string
  /** The fragment of the paragraph, heading or note, and what a citation calls it: “para. 12”. */
  readonly place: string
  readonly locator: string
  readonly colour: Colour
  readonly note: string
  /** ISO 8601. */
  readonly created: string
  /** Whether the words were there when the page was seen last. */
  readonly isPlaced: boolean
}

const isText = (value: unknown, most: number) => typeof value === 'string' && value.length <= most

/** Whether a value is one: what is read from a file or from the device may have been written by any program. */
export function isAnnotation(value: unknown): value is Annotation {
  const {
    id,
    page,
    place,
    locator,
    exact,
    prefix,
    suffix,
    start,
    colour,
    note,
    created,
    isPlaced,
  }: Partial<Record<keyof Annotation, unknown>> = value ?? {}
  return (
    isText(id, 100) &&
    isText(page, 300) &&
    /^\/(?:[^/\s"\\]+\/)*$/u.test(String(page)) &&
    isText(place, 200) &&
    isText(locator, 300) &&
    isText(exact, 20_000) &&
    exact !== '' &&
    isText(prefix, 200) &&
    isText(suffix, 200) &&
    Number.isSafeInteger(start) &&
    colours.some((known) => known === colour) &&
    isText(note, 50_000) &&
    !Number.isNaN(Date.parse(String(created))) &&
    typeof isPlaced === 'boolean'
  )
}
