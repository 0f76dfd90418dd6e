import type { Part, Series } from './series.ts'

/** Parts that stand together in a list, with the title of their volume if they are one. */
export type Shelf = { readonly title?: string; readonly parts: readonly Part[]; readonly isMatter: boolean }

/** The parts as a list of contents has them: what stands before those that are counted, these by their volumes, what stands behind. */
export function shelvesOf({ parts, volumes }: Pick<Series, 'parts' | 'volumes'>): Shelf[] {
  const matter = (where: Part['matter']): Shelf => ({ parts: parts.filter((part) => part.matter === where), isMatter: true })
  const counted = parts.filter((part) => part.matter === undefined)
  const inNone = counted.filter(({ volume }) => volume === undefined)
  const shelves = [
    matter('front'),
    ...(volumes ?? []).map((title, i) => ({ title, parts: counted.filter(({ volume }) => volume === i + 1), isMatter: false })),
    { parts: inNone, isMatter: false },
    matter('back'),
  ]
  return shelves.filter((shelf) => shelf.parts.length > 0)
}
