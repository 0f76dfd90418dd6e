import { breakLines } from '../lettering.ts'
import { round } from '../paths.ts'
import { type Answers, type ChartDrawing, type ChartText, chartMeasures, writeLabel } from './chart.ts'

/** Radius of the sign of an answer. */
export const signRadius = 9

/** Rows of signs, in a column for each question; where the columns are too narrow for their words, these stand by number. */
export function drawAnswers({ questions, rows }: Answers, width: number): ChartDrawing {
  const labelWidth = width * 0.34
  const column = (width - labelWidth) / questions.length
  const middle = (i: number) => round(labelWidth + column * (i + 0.5))
  const isNumbered = column < 90
  const heads = questions.map((question, i) => (isNumbered ? [String(i + 1)] : breakLines(question, chartMeasures.tick, column - 10)))
  const headHeight = Math.max(...heads.map((lines) => lines.length)) * 17 + 8
  const texts: ChartText[] = heads.flatMap((lines, i) =>
    lines.map((text, k) => ({
      kind: 'tick' as const,
      text,
      x: middle(i),
      y: headHeight - 8 - (lines.length - 1 - k) * 17,
      anchor: 'middle' as const,
    })),
  )
  const signs: NonNullable<ChartDrawing['signs']>[number][] = []
  let y = headHeight
  for (const { label, answers } of rows) {
    const { texts: words, baseLine } = writeLabel(label, y, labelWidth - 12)
    texts.push(...words)
    signs.push(...answers.map((answer, i) => ({ answer, x: middle(i), y: round((y + baseLine) / 2 + 4) })))
    y = baseLine + 12
  }
  return { width, height: y, texts, bars: [], lines: [], scale: 'answers', signs }
}
