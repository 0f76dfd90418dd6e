import type { Font } from 'satori'
import { shortName } from '../../model/names.ts'
import type { Series } from '../../model/series.ts'
import { fitPoster, fitText } from '../fit-text.ts'
import { type Ink, inkOf, stylesOf } from './ink.ts'
import { measure, measureCapitals, measureLetters } from './measure.ts'
import { type Line, paint } from './paint.ts'

/** Two to three, as readers of electronic books expect of a cover; in pixels. */
export const coverSize = { width: 1600, height: 2400 } as const

const slab = [2060, 1900] as const
const margin = 120
const column = coverSize.width - 2 * margin
const titleTop = 270
const titleFoot = 1850
const [leastGap, mostGap] = [44, 66]

/** Height of a capital of the face that ships, and of the room over it in its line, as multiples of the size. */
const ofShipped = { height: 0.7, above: 0.135 }

/** Draws the cover: the title as a block of capitals as wide as the sheet, the parts under it on paper. */
export async function drawCover(series: Series, faces: Font[]): Promise<Uint8Array<ArrayBuffer>> {
  const ink = inkOf(series.theme)
  const styles = stylesOf(faces)
  const over = series.publisher ?? series.authors.map(shortName).join(', ')
  const numbered = series.parts.filter(({ number }) => number !== undefined)
  const parts = series.volumes ?? (numbered.length > 1 ? numbered.map(({ number, title }) => `${number} · ${title}`) : [series.description])
  const lines: Line[] = [
    { text: over, style: styles.label, colour: ink.onRed, size: 72, x: margin, y: 120 },
    ...(await titleLines(series.title.toLocaleUpperCase(series.language), faces, ink)),
  ]
  const room = { width: column * 0.9, height: 90, largest: 66, smallest: 40, leading: 1, mostLines: 1 }
  const shown = parts.slice(0, 3)
  for (const [i, part] of shown.entries()) {
    const fitted = fitText(part, await measure(part, styles.label, faces), room)
    lines.push({
      text: fitted.lines[0] ?? '',
      style: styles.label,
      colour: ink.black,
      size: fitted.size,
      x: margin,
      y: 2290 - 86 * (shown.length - i) + 20,
    })
  }
  return paint({ ...coverSize, slab, lines }, faces, ink)
}

/** The title as a block whose letters, not their boxes, reach from margin to margin. */
async function titleLines(title: string, faces: Font[], ink: Ink): Promise<Line[]> {
  const styles = stylesOf(faces)
  const widthOf = await measure(title, styles.title, faces)
  const { height: capHeight, above: aboveCapitals } = (await measureCapitals(styles.title, faces)) ?? ofShipped
  const room = { width: column, height: titleFoot - titleTop, largest: 1100 }
  const uniform = fitText(title, widthOf, { ...room, largest: 420, smallest: 90, leading: 0.87 })
  const poster = fitPoster(title, widthOf, room, capHeight, leastGap)
  const set = poster
    ? await Promise.all(
        poster.map(async ({ text }) => {
          const { left, width } = await measureLetters(text, styles.title, faces)
          const size = column / width
          return { text, size, x: margin - left * size }
        }),
      )
    : uniform.lines.map((text) => ({ text, size: uniform.size, x: margin }))
  const spare = room.height - set.reduce((sum, { size }) => sum + size * capHeight, 0)
  const gap = poster ? Math.min(mostGap, Math.max(leastGap, spare / (set.length - 1))) : uniform.size * 0.17
  let top = titleTop
  return set.map(({ text, size, x }) => {
    const y = top - aboveCapitals * size
    top += capHeight * size + gap
    return { text, style: styles.title, colour: ink.onRed, size, x, y }
  })
}
