import type { OwnFace } from '../../model/faces.ts'

/** A rule `@font-face` for a font that devices have, made as wide and as high as a face of one’s own. */
type StandIn = {
  readonly family: string
  readonly isItalic: boolean
  readonly weight: string
  readonly fonts: readonly string[]
  /** All in per cent. */
  readonly width: number
  readonly ascent: number
  readonly descent: number
}

/**
 * Fonts that devices have, with the widths that a text in a face that ships has by that of the same text in them, in per
 * cent: `src/styles/stand-ins.css`, which see. A face of one’s own is wider or narrower than the one that ships.
 */
const local = {
  text: [
    { like: 'Georgia', weight: '400', width: 97.93, fonts: ['Georgia'] },
    { like: 'Georgia', weight: '400', isItalic: true, width: 83.48, fonts: ['Georgia Italic', 'Georgia-Italic'] },
    { like: 'Georgia', weight: '700', width: 90, fonts: ['Georgia Bold', 'Georgia-Bold'] },
    { like: 'Times', weight: '400', width: 107.1, fonts: ['Liberation Serif', 'Times New Roman', 'TimesNewRomanPSMT', 'Tinos'] },
    {
      ...{ like: 'Times', weight: '400', isItalic: true, width: 92.98 },
      fonts: ['Liberation Serif Italic', 'Times New Roman Italic', 'TimesNewRomanPS-ItalicMT', 'Tinos Italic'],
    },
    {
      ...{ like: 'Times', weight: '700', width: 107.5 },
      fonts: ['Liberation Serif Bold', 'Times New Roman Bold', 'TimesNewRomanPS-BoldMT', 'Tinos Bold'],
    },
    { like: 'Noto', weight: '400', width: 90.69, fonts: ['Noto Serif', 'Noto Serif Regular'] },
    { like: 'Noto', weight: '400', isItalic: true, width: 80.88, fonts: ['Noto Serif Italic'] },
    { like: 'Noto', weight: '700', width: 91, fonts: ['Noto Serif Bold'] },
  ],
  display: [
    { like: 'Arial', weight: '400 500', width: 61.9, fonts: ['Arial', 'Liberation Sans', 'ArialMT', 'Helvetica Neue'] },
    {
      ...{ like: 'Arial', weight: '600 700', width: 60.8 },
      fonts: ['Arial Bold', 'Liberation Sans Bold', 'Arial-BoldMT', 'Helvetica Neue Bold'],
    },
    {
      ...{ like: 'Arial', weight: '800 900', width: 62.8 },
      fonts: ['Arial Bold', 'Liberation Sans Bold', 'Arial-BoldMT', 'Helvetica Neue Bold'],
    },
    { like: 'Roboto', weight: '400 500', width: 62, fonts: ['Roboto', 'Roboto Regular'] },
    { like: 'Roboto', weight: '600 700', width: 64.7, fonts: ['Roboto Bold', 'Roboto-Bold'] },
    { like: 'Roboto', weight: '800 900', width: 67.9, fonts: ['Roboto Bold', 'Roboto-Bold'] },
  ],
} as const satisfies Record<
  OwnFace['role'],
  readonly { like: string; weight: string; isItalic?: true; width: number; fonts: readonly string[] }[]
>

/**
 * The mean widths of letters in the faces that ship, in em, measured as those of one’s own are
 * (`src/manuscript/faces/look-into-face.ts`): of Vollkorn’s roman, italic and bold; of Sofia Sans Extra Condensed, and of
 * its capitals at the weight of titles.
 */
const shipped = { roman: 0.4418, italic: 0.3802, bold: 0.4785, plain: 0.2759, strong: 0.3002, capitals: 0.3845 } as const

/** How much smaller than usual a family is set: titles are made for a narrow face, and a wide one has less room. */
export function scaleOf({ role, roman }: OwnFace): number {
  if (role === 'text') return 1
  const wider = widthAt(roman, 700).letters / shipped.strong
  return Math.min(1, Math.max(0.72, 1 / Math.sqrt(wider)))
}

/** The stand-ins of a family, in the order in which they are tried. */
export function standInsOf(own: OwnFace): StandIn[] {
  const scale = scaleOf(own)
  return local[own.role].map(({ like, weight, width, fonts, ...style }) => {
    const isItalic = 'isItalic' in style
    const metrics = isItalic ? (own.italic ?? own.roman) : own.roman
    const heavy = Number(weight.slice(-3))
    const drawn = widthAt(metrics, heavy)
    const ratio =
      own.role === 'text'
        ? drawn.letters / (isItalic ? shipped.italic : heavy > 400 ? shipped.bold : shipped.roman)
        : heavy >= 800
          ? drawn.capitals / shipped.capitals
          : drawn.letters / (heavy >= 600 ? shipped.strong : shipped.plain)
    const adjusted = width * ratio * scale
    const over = (of: number) => ((of * scale) / adjusted) * 10_000
    return {
      family: nameOf(like, own),
      isItalic,
      weight,
      fonts,
      width: round(adjusted),
      ascent: round(over(metrics.ascent)),
      descent: round(over(metrics.descent)),
    }
  })
}

/** The families of the stand-ins, and what stands behind them. */
export const standInFamilies = (own: OwnFace): string =>
  [...new Set(local[own.role].map(({ like }) => JSON.stringify(nameOf(like, own)))), own.role === 'text' ? 'serif' : 'sans-serif'].join(
    ', ',
  )

const nameOf = (like: string, { family }: OwnFace) => `${like} for ${family}`

/** The widths at a weight: of the heaviest that is drawn, where none is so heavy. */
const widthAt = ({ widths }: OwnFace['roman'], wanted: number) =>
  widths.toSorted((a, b) => Math.abs(a.weight - wanted) - Math.abs(b.weight - wanted))[0] ?? { letters: 0.45, capitals: 0.6 }

const round = (per: number) => Math.round(per * 100) / 100
