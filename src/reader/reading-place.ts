/** Where a reader was in a part: the fragment of the paragraph, its number, and how much of the text was above it. */
export type ReadingPlace = { readonly fragment: string; readonly number: string; readonly share: number; readonly when: number }

/** The places among what was kept, by the part; the rest is not ours. */
export function placesIn(stored: unknown): Map<string, ReadingPlace> {
  const entries = typeof stored === 'object' && stored !== null ? Object.entries(stored) : []
  return new Map(entries.flatMap(([part, place]: [string, unknown]) => (isPlace(place) ? [[part, place] as const] : [])))
}

function isPlace(value: unknown): value is ReadingPlace {
  if (typeof value !== 'object' || value === null) return false
  const { fragment, number, share, when }: Partial<Record<keyof ReadingPlace, unknown>> = value
  return isShort(fragment) && isShort(number) && isBetween(share, 0, 1) && isBetween(when, 0, Date.now())
}

const isShort = (value: unknown) => typeof value === 'string' && value.length < 100

const isBetween = (value: unknown, least: number, most: number) => typeof value === 'number' && value >= least && value <= most
