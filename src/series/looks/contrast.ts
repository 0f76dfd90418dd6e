// The same in one file, which names its exports at run time alone: the other way in loads a hundred and fifty.
import culori from 'culori/require'

const { clampChroma, converter, formatHex, wcagContrast } = culori

const toOklch = converter('oklch')

/** The ratio of two colours by WCAG 2.2, from 1 to 21. */
export const contrastOf = (one: string, other: string): number => wcagContrast(one, other)

/** What text needs at least (WCAG 2.2, 1.4.3). */
export const enough = 4.5

/** A colour with another lightness (from 0 to 1), and with so much of its chroma as there is on a screen. */
export function withLightness(colour: string, lightness: number, chroma = 1): string {
  const { c, h } = toOklch(colour) ?? { c: 0, h: 0 }
  return formatHex(clampChroma({ mode: 'oklch', l: lightness, c: c * chroma, h: h ?? 0 }, 'oklch')) ?? colour
}

export const lightnessOf = (colour: string): number => toOklch(colour)?.l ?? 0

/**
 * The colour of the same hue that is nearest in lightness and has the contrast to all the others that text needs; itself,
 * if it has. Nothing where none has.
 */
export function nearestPassing(colour: string, others: readonly string[], ratio: number = enough): string | undefined {
  const passes = (candidate: string) => others.every((other) => contrastOf(candidate, other) >= ratio)
  if (passes(colour)) return colour.toLowerCase()
  const from = lightnessOf(colour)
  for (let step = 1; step <= 200; step++) {
    for (const lightness of [from - step / 200, from + step / 200]) {
      if (lightness < 0 || lightness > 1) continue
      const candidate = withLightness(colour, lightness)
      if (passes(candidate)) return candidate
    }
  }
  return undefined
}

/** A colour between two: `share` of the second. */
export function mixed(one: string, other: string, share: number): string {
  const parts = [0, 2, 4].map((at) => {
    const [a, b] = [longHex(one), longHex(other)].map((hex) => Number.parseInt(hex.slice(at + 1, at + 3), 16))
    return Math.round((a ?? 0) * (1 - share) + (b ?? 0) * share)
  })
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`
}

const longHex = (hex: string) => (hex.length === 4 ? `#${[...hex.slice(1)].map((digit) => digit + digit).join('')}` : hex.toLowerCase())
