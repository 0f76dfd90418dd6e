/** A drawing as small as a thumb’s nail: shapes without words, which stand in the link that holds it. */
export type Miniature = {
  readonly width: number
  readonly height: number
  /** Where the part of it begins that is shown, if it is higher than others; its top unless given. */
  readonly top?: number
  /** SVG paths in the order they are drawn; `kind` says how: a class of the style sheet. */
  readonly paths: readonly { readonly kind: MiniatureShape; readonly path: string }[]
}

/** Filled in ink or in red, lines in ink or red, paper with an outline, water, and dots at the ends of lines without length. */
export type MiniatureShape = 'ink' | 'red' | 'line' | 'red-line' | 'paper' | 'water' | 'land' | 'dots'

/** All have one size, so that they stand in a row. */
export const miniatureSize = { width: 264, height: 148 } as const

export const square = (x: number, y: number, size: number): string => `M${round(x)} ${round(y)}h${size}v${size}h${-size}z`

/** One arc nearly all round: what is missing of it is closed by a line that nobody sees. */
export const disc = (x: number, y: number, radius: number): string => `M${round(x)} ${round(y - radius)}a${radius} ${radius} 0 1 0 .1 0z`

export const round = (length: number): number => Math.round(length * 10) / 10
