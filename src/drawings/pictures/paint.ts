import type { Font } from 'satori'
import { colourOf, encodeIndexedPng, ramp } from './indexed-png.ts'
import type { Ink, Style } from './ink.ts'

export type Line = {
  readonly text: string
  readonly style: Style
  readonly colour: string
  readonly size: number
  /** Left edge; for `right` the distance of the right edge from the right of the picture. */
  readonly x: number
  /** Top of the line’s box, which is as high as the size. */
  readonly y: number
  readonly side?: 'left' | 'right'
}

export type Sheet = {
  readonly width: number
  readonly height: number
  /** Where the red slab ends on the left and on the right. */
  readonly slab: readonly [left: number, right: number]
  readonly lines: readonly Line[]
}

/** Sixteen colours: letters on red, letters on paper. */
const paletteOf = (ink: Ink) => [
  ...ramp(colourOf(ink.red), colourOf(ink.onRed), 8),
  ...ramp(colourOf(ink.paper), colourOf(ink.black), 7),
  colourOf('#cf8a84'),
]

/** Paints a sheet of paper with the slab, cut askew at its foot, and lines of type. */
export async function paint(
  { width, height, slab: [left, right], lines }: Sheet,
  faces: Font[],
  ink: Ink,
): Promise<Uint8Array<ArrayBuffer>> {
  const slab = box({
    left: 0,
    top: 0,
    width,
    height,
    backgroundColor: ink.red,
    clipPath: `polygon(0 0, ${width}px 0, ${width}px ${right}px, 0 ${left}px)`,
  })
  const [{ default: satori }, { Resvg }] = await painters()
  const svg = await satori(
    {
      type: 'div',
      key: null,
      props: { style: { display: 'flex', width, height, backgroundColor: ink.paper }, children: [slab, ...lines.map(lineBox)] },
    },
    { width, height, fonts: faces },
  )
  // Satori has made outlines of all letters, so no font is looked for.
  const { pixels } = new Resvg(svg, { font: { loadSystemFonts: false } }).render()
  return encodeIndexedPng(pixels, width, height, paletteOf(ink))
}

// Most builds find their pictures kept.
const painters = () => Promise.all([import('satori'), import('@resvg/resvg-js')])

const lineBox = ({ text, style, colour, size, x, y, side = 'left' }: Line) =>
  box(
    {
      [side]: x,
      top: y,
      height: size,
      color: colour,
      fontFamily: style.family,
      fontWeight: style.weight,
      letterSpacing: style.spacing,
      fontSize: size,
      lineHeight: 1,
      whiteSpace: 'pre',
    },
    text,
  )

const box = (style: Record<string, string | number>, children?: string) => ({
  type: 'div',
  key: null,
  props: { style: { display: 'flex', position: 'absolute', ...style }, children },
})
