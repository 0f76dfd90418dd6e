import { fitText } from './fit-text.ts'

/**
 * A cautious width for text in the display face (Sofia Sans Extra Condensed, weight 800), in the unit of `size`: the
 * advances are measured from the font by classes and rounded up, since a reader’s browser may set another face.
 */
export const widthOf = (text: string, size: number): number => [...text].reduce((sum, character) => sum + advanceOf(character), 0) * size

function advanceOf(character: string): number {
  if (/[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\u3000-\u303F\uFF01-\uFF60]/u.test(character)) return 1
  if (/[ .,:;’‘'!|ijlI()-]/u.test(character)) return 0.22
  if (/[frt]/u.test(character)) return 0.29
  if (/[mwMW–%]/u.test(character)) return 0.61
  if (/[A-Z0-9“”&]/u.test(character)) return 0.43
  return /[a-z]/u.test(character) ? 0.39 : 0.55
}

/** Breaks text into as few lines as `room` allows, of about the same length. */
export const breakLines = (text: string, size: number, room: number): readonly string[] =>
  fitText(text, (piece) => widthOf(piece, 1), { width: room, height: Number.POSITIVE_INFINITY, largest: size, smallest: size, leading: 1 })
    .lines
