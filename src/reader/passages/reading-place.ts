/** Where a reader was in a part: the fragment of the paragraph, its number, and how much of the text was above it. */
export type ReadingPlace = { readonly fragment: string; readonly number: string; readonly share: number; readonly when: number }

/** The places among what was kept, by the part; the rest is not ours. */
export function placesIn(stored: unknown): Map<string, ReadingPlace> {
  const entries: [part: string, place: unknown][] = Object.entries(stored ?? {})
  return new Map(entries.filter((entry): entry is [string, ReadingPlace] => isPlace(entry[1])))
}

function isPlace(value: unknown): value is ReadingPlace {
  const { fragment, number, share, when }: Partial<Record<keyof ReadingPlace, unknown>> = value ?? {}
  return [fragment, number].every(isShort) && isUpTo(share, 1) && isUpTo(when, Date.now())
}

const isShort = (value: unknown) => typeof value === 'string' && value.length < 100

const isUpTo = (value: unknown, most: number) => typeof value === 'number' && value >= 0 && value <= most
