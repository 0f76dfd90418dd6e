import type { Answer, ChartFile, Figure } from '../../model/files/chart-file.ts'
import { breakLines } from '../lettering.ts'

export type Shares = Extract<ChartFile, { kind: 'shares' }>
export type Ranges = Extract<ChartFile, { kind: 'ranges' }>
export type Answers = Extract<ChartFile, { kind: 'answers' }>

/** Writes a figure in the language of the series: “79,204”, “about 900”. */
export type Format = (figure: Figure) => string

/** A chart drawn for a width, in units that are CSS pixels where it has the room. */
export type ChartDrawing = {
  readonly width: number
  readonly height: number
  readonly texts: readonly ChartText[]
  readonly bars: readonly Bar[]
  /** Upright lines: through each bar at one half, or behind all bars at round figures. */
  readonly lines: readonly { readonly kind: 'half' | 'tick'; readonly x: number; readonly top: number; readonly bottom: number }[]
  readonly scale: 'shares' | 'linear' | 'logarithmic' | 'answers'
  /** Signs of answers, each with its middle. */
  readonly signs?: readonly { readonly answer: Answer; readonly x: number; readonly y: number }[]
}

export type ChartText = {
  readonly kind: 'label' | 'total' | 'inside' | 'beside' | 'tick'
  readonly text: string
  readonly x: number
  readonly y: number
  readonly anchor: 'start' | 'middle' | 'end'
  /** Which share a number inside a bar belongs to, from 0. */
  readonly share?: number
}

/** A share of a row, from 0; a range; or the one figure on which all agree. */
export type Bar = {
  readonly kind: 'share' | 'range' | 'point'
  readonly share?: number
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Sizes of type, shared with the style sheet, and the space between rows. */
export const chartMeasures = { label: 19, number: 17, tick: 15, leading: 21, rowGap: 16 }

export const numberOf = (figure: Figure): number => (typeof figure === 'number' ? figure : figure.about)

/** What a row adds up to, as far as its values are known; to two figures where one of them is only about right. */
export function totalOf(values: readonly (Figure | null)[]): Figure {
  const total = sumOf(values)
  return values.every((value) => value === null || typeof value === 'number') ? total : { about: Number(total.toPrecision(2)) }
}

export const sumOf = (values: readonly (Figure | null)[]) =>
  values.reduce<number>((sum, value) => sum + (value === null ? 0 : numberOf(value)), 0)

/** The name of a row, whose first line has its head at `y`, and where its last line stands. */
export function writeLabel(label: string, y: number, room: number): { texts: ChartText[]; baseLine: number } {
  const lines = breakLines(label, chartMeasures.label, room)
  const texts = lines.map((text, i) => ({
    kind: 'label' as const,
    text,
    x: 0,
    y: y + 17 + i * chartMeasures.leading,
    anchor: 'start' as const,
  }))
  return { texts, baseLine: y + 17 + (lines.length - 1) * chartMeasures.leading }
}
