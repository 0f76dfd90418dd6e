import type { Piece, Words } from './words.ts'

/** A part by its number, which front and back matter has not, and its title. */
export type NamedPart = { readonly number?: number | undefined; readonly title: string }
type InParts = { readonly parts: readonly { readonly number?: number | undefined }[] }

/** Whether parts are called by their numbers: where there is more than one that has one. */
export const areNumbered = ({ parts }: InParts): boolean => parts.some(({ number }) => number === 2)

/** What a part is called in lists: “Part 1: The lamp”; where it has no number or is all there is, by its title alone. */
export const titleOfPart = ({ number, title }: NamedPart, series: InParts, words: Words): string =>
  number !== undefined && areNumbered(series) ? words.say('site.partTitled', { number, title }) : title

/** The same with a blank for its title, which a page makes a link of. */
export const piecesOfPart = ({ number }: Pick<NamedPart, 'number'>, series: InParts, words: Words): readonly Piece[] =>
  number !== undefined && areNumbered(series) ? words.pieces('site.partTitled', { number }) : [{ blank: 'title' }]

/** What is short for a part: “Part 1”, or the title of what has no number. */
export const nameOfPart = ({ number, title }: NamedPart, series: InParts, words: Words): string =>
  number !== undefined && areNumbered(series) ? words.say('site.part', { number }) : title

/** A place in a part, by what it is counted as or called. */
type InPart = { readonly kind: 'paragraph' | 'note'; readonly number: number } | { readonly kind: 'section'; readonly title: string }

/** “Part 1, ¶ 12”, “Preface, note 5”; of an essay that is all there is “¶ 12”. Without a place the part itself. */
export function nameInPart(part: NamedPart, series: InParts, words: Words, place: InPart | undefined): string {
  if (!place) return nameOfPart(part, series, words)
  if (part.number === undefined) {
    if (place.kind === 'section') return words.say('place.sectionOf', { part: part.title, title: place.title })
    return words.say(`place.${place.kind}Of`, { part: part.title, number: place.number })
  }
  if (areNumbered(series)) {
    if (place.kind === 'section') return words.say('place.section', { part: part.number, title: place.title })
    return words.say(`place.${place.kind}`, { part: part.number, number: place.number })
  }
  if (place.kind === 'section') return words.say('site.quote', { words: place.title })
  return place.kind === 'note' ? words.say('part.note', { number: place.number }) : `¶ ${place.number}`
}
