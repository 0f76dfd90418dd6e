import type { Piece, Words } from './words.ts'

/** A part by its number, which front and back matter has not, and its title. */
export type NamedPart = { readonly number?: number | undefined; readonly title: string }
type InParts = { readonly parts: readonly { readonly number?: number | undefined }[] }

/** Whether parts are called by their numbers: where there is more than one that has one. A volume may begin with any of them. */
export const areNumbered = ({ parts }: InParts): boolean => parts.some(({ number = 1 }) => number > 1)

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

/** What parts that follow each other are called by the first and the last of them that are counted: “Part 26–50”. */
export function rangeOfParts(parts: readonly Pick<NamedPart, 'number'>[], words: Words): string {
  const numbers = parts.flatMap(({ number }) => number ?? [])
  const [first = 0, last = 0] = [numbers[0], numbers.at(-1)]
  return words.say('site.part', { number: first === last ? first : `${first}–${last}` })
}

type NamedVolume = {
  readonly number: number
  readonly title?: string
  readonly isPiece: boolean
  readonly parts: readonly Pick<NamedPart, 'number'>[]
}

/**
 * What a volume of a book is called: the writer’s own title, or “Volume 2”; with its parts where the title does not say
 * all: “Volume 2 · Part 26–50”.
 */
export function nameOfVolume({ number, title, isPiece, parts }: NamedVolume, words: Words): string {
  const name = title ?? words.say('books.volume', { number })
  const saysAll = (title !== undefined && !isPiece) || parts.every((part) => part.number === undefined)
  return saysAll ? name : `${name} · ${rangeOfParts(parts, words)}`
}
