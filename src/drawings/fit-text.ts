/** The width of a piece of text set at size 1; a line’s width is the sum of its pieces and spaces times its size. */
export type WidthOf = (piece: string) => number

export type Room = {
  readonly width: number
  readonly height: number
  /** Sizes of type, in the unit of the room. */
  readonly largest: number
  readonly smallest: number
  /** Distance of two lines as a multiple of the size. */
  readonly leading: number
  readonly mostLines?: number
}

export type FittedText = { readonly size: number; readonly lines: readonly string[] }

/**
 * Sets a text as large as its room allows, in lines of about the same length. A word is broken after its hyphen only
 * where that makes the type a good deal larger. What is too long even at the smallest size ends with an ellipsis.
 */
export function fitText(text: string, widthOf: WidthOf, room: Room): FittedText {
  const pieces = piecesOf(text)
  const whole = fitPieces(joinPieces(pieces), widthOf, room)
  const broken = fitPieces(pieces, widthOf, room)
  if (whole && (!broken || broken.size < whole.size * worthBreaking)) return whole
  if (broken) return broken
  const width = room.width / room.smallest
  return { size: room.smallest, lines: cut(fillLines(pieces, width, widthOf), linesAt(room.smallest, room), width, widthOf) }
}

const worthBreaking = 1.25

/** None, where the text does not fit at the smallest size. */
function fitPieces(pieces: readonly Piece[], widthOf: WidthOf, room: Room): FittedText | undefined {
  for (let size = room.largest; size >= room.smallest; size -= 1) {
    const lines = breakEvenly(pieces, room.width / size, linesAt(size, room), widthOf)
    if (lines) return { size, lines: lines.map(textOfLine) }
  }
  return undefined
}

const linesAt = (size: number, { height, leading, mostLines = Number.POSITIVE_INFINITY }: Room) =>
  Math.min(mostLines, Math.max(1, Math.floor(height / (size * leading))))

/**
 * Sets a text as a block whose lines are all as wide as the room, each in a size of its own, as on a poster. Of all
 * ways to break it, the one that fills the height best; none, where the text has more words than a poster or no way fits.
 *
 * @param capHeight height of a capital as a multiple of the size
 * @param gap between two lines, in the unit of the room
 */
export function fitPoster(
  text: string,
  widthOf: WidthOf,
  room: Pick<Room, 'width' | 'height' | 'largest'>,
  capHeight: number,
  gap: number,
) {
  const pieces = piecesOf(text)
  if (pieces.length > 12) return undefined
  // “The” alone would be the largest word of all.
  const isFair = (lines: Piece[][]) => lines.length === 1 || lines.every((line) => textOfLine(line).length > 3)
  const blocks = waysToBreak(pieces)
    .filter(isFair)
    .flatMap((lines) => {
      const sizes = lines.map((line) => Math.min(room.largest, room.width / widthOfLine(line, widthOf)))
      const height = sizes.reduce((sum, size) => sum + size * capHeight, (lines.length - 1) * gap)
      const isFull = lines.every((line, i) => widthOfLine(line, widthOf) * (sizes[i] ?? 0) > room.width * 0.98)
      return height <= room.height && isFull
        ? [{ height, lines: lines.map((line, i) => ({ text: textOfLine(line), size: sizes[i] ?? 0 })) }]
        : []
    })
  return blocks.sort((a, b) => b.height - a.height)[0]?.lines
}

/** What no line end may divide; `isJoined` where no space stands before it. */
type Piece = { readonly pieces: readonly string[]; readonly isJoined: boolean }

/** Words, and the parts of words after a hyphen or dash: a line may end after each. */
export function piecesOf(text: string): Piece[] {
  return text
    .split(/ +/u)
    .filter((word) => word !== '')
    .flatMap((word) => word.split(/(?<=\p{L}{3}[-–—/])(?=\p{L}{3})/u).map((part, i) => ({ pieces: [part], isJoined: i > 0 })))
}

/** The words whole again; what is measured is still their pieces. */
function joinPieces(pieces: readonly Piece[]): Piece[] {
  const words: Piece[] = []
  for (const piece of pieces) {
    const last = words.at(-1)
    if (piece.isJoined && last) words[words.length - 1] = { ...last, pieces: [...last.pieces, ...piece.pieces] }
    else words.push(piece)
  }
  return words
}

const widthOfLine = (line: readonly Piece[], widthOf: WidthOf) =>
  line.reduce(
    (sum, { pieces, isJoined }, i) => pieces.reduce((of, piece) => of + widthOf(piece), sum + (i > 0 && !isJoined ? widthOf(' ') : 0)),
    0,
  )

const textOfLine = (line: readonly Piece[]) =>
  line.map(({ pieces, isJoined }, i) => (i > 0 && !isJoined ? ' ' : '') + pieces.join('')).join('')

/** Lines filled one after the other; a piece wider than a line stands alone and sticks out. */
function fillLines(pieces: readonly Piece[], width: number, widthOf: WidthOf): Piece[][] {
  const lines: Piece[][] = []
  for (const piece of pieces) {
    const last = lines.at(-1)
    if (last && widthOfLine([...last, piece], widthOf) <= width) last.push(piece)
    else lines.push([piece])
  }
  return lines
}

/** As few lines as possible, of which the longest is as short as possible. */
function breakEvenly(pieces: readonly Piece[], width: number, mostLines: number, widthOf: WidthOf): Piece[][] | undefined {
  const isWithin = (lines: Piece[][], limit: number) => lines.every((line) => widthOfLine(line, widthOf) <= limit)
  const fewest = fillLines(pieces, width, widthOf)
  if (fewest.length > mostLines || !isWithin(fewest, width)) return undefined
  let [tooNarrow, wideEnough, best] = [0, width, fewest]
  for (let i = 0; i < 12; i += 1) {
    const tried = (tooNarrow + wideEnough) / 2
    const lines = fillLines(pieces, tried, widthOf)
    if (lines.length <= fewest.length && isWithin(lines, tried)) [wideEnough, best] = [tried, lines]
    else tooNarrow = tried
  }
  return best
}

function cut(lines: readonly Piece[][], count: number, width: number, widthOf: WidthOf): string[] {
  if (lines.length <= count) return lines.map(textOfLine)
  const last = [...(lines[count - 1] ?? [])]
  while (last.length > 1 && widthOfLine(last, widthOf) + widthOf(' ') + widthOf('…') > width) last.pop()
  return [...lines.slice(0, count - 1).map(textOfLine), `${textOfLine(last)} …`]
}

/** All 2ⁿ⁻¹ ways to break n pieces into lines. */
function waysToBreak(pieces: readonly Piece[]): Piece[][][] {
  const [first, ...rest] = pieces
  if (!first) return []
  if (rest.length === 0) return [[[first]]]
  return waysToBreak(rest).flatMap((lines) => [
    [[first], ...lines],
    [[first, ...(lines[0] ?? [])], ...lines.slice(1)],
  ])
}
