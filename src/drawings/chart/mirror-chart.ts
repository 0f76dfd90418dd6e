import type { ChartDrawing } from './chart.ts'

/** A chart for languages that are read from the right: bars begin there, and names of rows stand there. */
export function mirrorChart({ width, texts, bars, lines, signs, ...drawing }: ChartDrawing): ChartDrawing {
  return {
    ...drawing,
    width,
    texts: texts.map((text) => ({ ...text, x: width - text.x, anchor: otherAnchor[text.anchor] })),
    bars: bars.map((bar) => ({ ...bar, x: width - bar.x - bar.width })),
    lines: lines.map((line) => ({ ...line, x: width - line.x })),
    ...(signs && { signs: signs.map((sign) => ({ ...sign, x: width - sign.x })) }),
  }
}

const otherAnchor = { start: 'end', middle: 'middle', end: 'start' } as const
