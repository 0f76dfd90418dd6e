import type { Font } from 'fontkitten'
import { keepLater } from '../../kept-results.ts'
import type { FaceMetrics } from '../../model/faces.ts'
import type { FaceLook } from '../../model/facts.ts'

/**
 * What a font is: its family, whether it is slanted, its weights, and how wide and high its letters are.
 *
 * @param digest SHA-256 of the bytes
 */
export const lookIntoFace = (bytes: Uint8Array, digest: string): Promise<FaceLook> => keepLater('face-look', [digest], () => look(bytes))

async function look(bytes: Uint8Array): Promise<FaceLook> {
  const kind = String.fromCharCode(...bytes.subarray(0, 4))
  if (kind === 'ttcf') return { broken: 'It is a collection of several fonts: save the one that is meant as a file of its own.' }
  if (!['wOF2', 'wOFF', 'OTTO', 'true', '\0\u{1}\0\0'].includes(kind)) return { broken: 'It is no font, whatever its name says.' }
  try {
    const font = await openFont(bytes)
    const axis = font.variationAxes.wght
    const weight = font['OS/2'].usWeightClass
    const licence = licenceOf(font)
    return {
      family: font.getName('preferredFamily') ?? font.familyName,
      isItalic: font.italicAngle !== 0 || font['OS/2'].fsSelection.italic,
      weights: axis ? [axis.min, axis.max] : [weight, weight],
      isVariable: axis !== undefined,
      ...(licence && { licence }),
      ...(font.hasGlyphForCodePoint(0x61) && { metrics: await measure(font, bytes, axis) }),
    }
  } catch (error) {
    return { broken: `Its tables cannot be read (${error instanceof Error ? error.message.split('\n')[0] : error}).` }
  }
}

/** The letters that are measured, by how often each stands among a hundred of English text, with the spaces between words. */
const frequency: Readonly<Record<string, number>> = {
  ...{ a: 8.2, b: 1.5, c: 2.8, d: 4.3, e: 12.7, f: 2.2, g: 2, h: 6.1, i: 7, j: 0.15, k: 0.77, l: 4, m: 2.4 },
  ...{ n: 6.7, o: 7.5, p: 1.9, q: 0.1, r: 6, s: 6.3, t: 9.1, u: 2.8, v: 0.98, w: 2.4, x: 0.15, y: 2, z: 0.07, ' ': 18 },
}
const letters = Object.keys(frequency).join('')

/** The letters that are measured, and the names and tables of a font; at one weight, where it is variable. */
async function openFont(bytes: Uint8Array, weight?: number): Promise<Font> {
  const [{ create }, { default: subsetFont }] = await Promise.all([import('fontkitten'), import('subset-font')])
  const small = await subsetFont(Buffer.from(bytes), letters + letters.toUpperCase(), {
    targetFormat: 'sfnt',
    preserveNameIds: [0, 1, 2, 13, 14, 16],
    ...(weight !== undefined && { variationAxes: { wght: weight } }),
  })
  const font = create(small)
  if (font.isCollection) throw new Error('it is a collection')
  return font
}

/** @param axis of the weights, where the font is variable */
async function measure(
  font: Font,
  bytes: Uint8Array,
  axis: { readonly min: number; readonly max: number } | undefined,
): Promise<FaceMetrics> {
  const em = font.unitsPerEm
  const weights = axis ? [400, 700, 900].map((weight) => Math.min(axis.max, Math.max(axis.min, weight))) : [font['OS/2'].usWeightClass]
  const widths = []
  for (const weight of new Set(weights)) {
    const drawn = axis ? await openFont(bytes, weight) : font
    widths.push({ weight, letters: meanWidth(drawn, (letter) => letter), capitals: meanWidth(drawn, (letter) => letter.toUpperCase()) })
  }
  return { ascent: font.ascent / em, descent: -font.descent / em, capitals: (font.capHeight || 0.7 * em) / em, widths }
}

function meanWidth(font: Font, as: (letter: string) => string): number {
  const measured = Object.entries(frequency).map(([letter, often]) => {
    const glyph = font.glyphForCodePoint(as(letter).codePointAt(0) ?? 0)
    return { width: glyph.advanceWidth * often, often }
  })
  const sum = (of: (one: (typeof measured)[number]) => number) => measured.reduce((total, one) => total + of(one), 0)
  return sum(({ width }) => width) / sum(({ often }) => often) / font.unitsPerEm
}

/** What fonts say of their licence is a paragraph; of the one that most have, the name is known. */
function licenceOf(font: Font): string | undefined {
  const said = `${font.getName('license') ?? ''} ${font.getName('licenseURL') ?? ''}`
  if (/SIL Open Font License|openfontlicense|scripts\.sil\.org\/OFL/iu.test(said)) return 'SIL Open Font License 1.1'
  return /Apache License/iu.test(said) ? 'Apache License 2.0' : undefined
}
