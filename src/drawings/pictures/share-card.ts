import type { Font } from 'satori'
import { fitText } from '../fit-text.ts'
import { type Ink, stylesOf } from './ink.ts'
import { measure, measureCapitals } from './measure.ts'
import { type Line, paint } from './paint.ts'
import { type ShareCard, shareCardSize } from './share-cards.ts'

const slab = [596, 528] as const
const margin = 64
/** The foot is slanted; above `lowest` there is room for a line of any length. */
const [highest, lowest] = [52, 508]
const column = shareCardSize.width - 2 * margin

const overSize = 40
const underText = { size: 34, leading: 1.28 }
const footSize = 36
const titleLeading = 0.87

/** Draws the share picture of a page: title in capitals on the red slab, as large as its length allows. */
export async function drawShareCard(
  { over, title, under, foot }: ShareCard,
  language: string,
  faces: Font[],
  ink: Ink,
): Promise<Uint8Array<ArrayBuffer>> {
  const styles = stylesOf(faces)
  const capitals = title.toLocaleUpperCase(language)
  const overHeight = over ? overSize + 16 : 0
  const below = await underLines(under, faces)
  const belowHeight = below.length * underText.size * underText.leading + (below.length > 0 ? 22 : 0)
  const room = { width: column, height: lowest - highest - overHeight - belowHeight, largest: 300, smallest: 48, leading: titleLeading }
  const { size, lines } = fitText(capitals, await measure(capitals, styles.title, faces), room)
  // A line of capitals begins below the top of its box and ends above the foot of it.
  const aboveCapitals = (await measureCapitals(styles.title, faces))?.above ?? 0.14
  const titleHeight = size * lines.length * titleLeading
  const top = highest + (room.height - titleHeight) * 0.45
  const titleTop = top + overHeight
  const underTop = titleTop + titleHeight + 10
  const onSlab = { colour: ink.onRed, x: margin }
  const slabLines: Line[] = [
    ...(over ? [{ ...onSlab, text: await oneLine(over, overSize, faces), style: styles.label, size: overSize, y: top }] : []),
    ...lines.map((text, i) => ({
      ...onSlab,
      text,
      style: styles.title,
      size,
      x: margin - size * 0.03,
      y: titleTop + size * (i * titleLeading - aboveCapitals),
    })),
    ...below.map((text, i) => ({
      ...onSlab,
      text,
      style: styles.text,
      size: underText.size,
      y: underTop + i * underText.size * underText.leading,
    })),
  ]
  const onPaper: Line = {
    text: await oneLine(foot, footSize, faces),
    style: styles.label,
    colour: ink.black,
    size: footSize,
    x: margin,
    y: 582,
    side: 'right',
  }
  return paint({ ...shareCardSize, slab, lines: [...slabLines, onPaper] }, faces, ink)
}

/** One paragraph may have three lines, two have two each. */
async function underLines(paragraphs: readonly string[], faces: Font[]): Promise<string[]> {
  const { size, leading } = underText
  const mostLines = paragraphs.length > 1 ? 2 : 3
  const room = { width: column * 0.94, height: size * leading * mostLines, largest: size, smallest: size, leading, mostLines }
  const set = await Promise.all(
    paragraphs.map(async (paragraph) => fitText(paragraph, await measure(paragraph, stylesOf(faces).text, faces), room).lines),
  )
  return set.flat()
}

async function oneLine(text: string, size: number, faces: Font[]): Promise<string> {
  const room = { width: column, height: size, largest: size, smallest: size, leading: 1, mostLines: 1 }
  return fitText(text, await measure(text, stylesOf(faces).label, faces), room).lines[0] ?? ''
}
