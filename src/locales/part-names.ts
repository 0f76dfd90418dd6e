import type { Piece, Words } from './words.ts'

type Numbered = { readonly number: number; readonly title: string }
type InParts = { readonly parts: readonly unknown[] }

/** What a part is called in lists: “Part 1: The lamp”; where it is all there is, by its title alone. */
export const titleOfPart = ({ number, title }: Numbered, { parts }: InParts, words: Words): string =>
  parts.length > 1 ? words.say('site.partTitled', { number, title }) : title

/** The same with a blank for its title, which a page makes a link of. */
export const piecesOfPart = ({ number }: Pick<Numbered, 'number'>, { parts }: InParts, words: Words): readonly Piece[] =>
  parts.length > 1 ? words.pieces('site.partTitled', { number }) : [{ blank: 'title' }]
