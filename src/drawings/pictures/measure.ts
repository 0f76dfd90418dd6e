import type { Font } from 'satori'
import { piecesOf, type WidthOf } from '../fit-text.ts'
import type { Style } from './ink.ts'

/** Satori rounds widths to whole pixels, so words are measured large. */
const size = 1000

const known = new WeakMap<Font[], Map<string, number>>()

/**
 * Measures the pieces of a text as satori will set them, and the space and ellipsis between and after them. Widths are
 * kept from picture to picture.
 */
export async function measure(text: string, { family, weight, spacing }: Style, faces: Font[]): Promise<WidthOf> {
  const widths = known.get(faces) ?? new Map<string, number>()
  known.set(faces, widths)
  const nameOf = (piece: string) => `${family} ${weight} ${piece}`
  const unknown = [...new Set(['…', 'n n', 'nn', ...piecesOf(text).flatMap(({ pieces }) => pieces)])].filter(
    (piece) => !widths.has(nameOf(piece)),
  )
  if (unknown.length > 0) {
    const children = unknown.map((piece) => ({
      type: 'div',
      key: piece,
      props: { style: { flexShrink: 0, whiteSpace: 'pre' }, children: piece },
    }))
    const style = { display: 'flex', fontFamily: family, fontWeight: weight, letterSpacing: spacing, fontSize: size }
    const { default: satori } = await import('satori')
    await satori(
      { type: 'div', key: null, props: { style, children } },
      {
        width: 1_000_000,
        height: size,
        fonts: faces,
        onNodeDetected: ({ key, width }) => typeof key === 'string' && widths.set(nameOf(key), width / size),
      },
    )
  }
  const widthOf = (piece: string) => widths.get(nameOf(piece)) ?? 0
  return (piece) => (piece === ' ' ? widthOf('n n') - widthOf('nn') : widthOf(piece))
}

/** What the outlines of letters take. */
async function boxOf(children: string, style: object, on: { readonly width: number; readonly height: number; readonly fonts: Font[] }) {
  const [{ default: satori }, { Resvg }] = await Promise.all([import('satori'), import('@resvg/resvg-js')])
  const svg = await satori({ type: 'div', key: null, props: { style, children } }, on)
  return new Resvg(svg, { font: { loadSystemFonts: false } }).innerBBox()
}

/** Where the letters of a line begin and how far they reach, at size 1: without the room that a face leaves beside them. */
export async function measureLetters(
  line: string,
  { family, weight, spacing }: Style,
  faces: Font[],
): Promise<{ left: number; width: number }> {
  const style = { display: 'flex', fontFamily: family, fontWeight: weight, letterSpacing: spacing, fontSize: size, whiteSpace: 'pre' }
  const letters = await boxOf(line, style, { width: 100 * size, height: 2 * size, fonts: faces })
  return { left: (letters?.x ?? 0) / size, width: (letters?.width ?? size) / size }
}

/** How high capitals stand, and how far below the top of their line they begin, at size 1; nothing where the face is the one that ships. */
export async function measureCapitals({ family, weight }: Style, faces: Font[]): Promise<{ height: number; above: number } | undefined> {
  if (!family.startsWith('Own ')) return undefined
  const style = { display: 'flex', fontFamily: family, fontWeight: weight, fontSize: size, lineHeight: 1 }
  const letter = await boxOf('H', style, { width: 3 * size, height: 2 * size, fonts: faces })
  return { height: (letter?.height ?? 0.7 * size) / size, above: (letter?.y ?? 0.14 * size) / size }
}
