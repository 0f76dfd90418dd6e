import type { Answers } from '../chart/chart.ts'
import { disc, type Miniature, miniatureSize, round } from './miniature.ts'

const { width, height } = miniatureSize
const margin = 10

/** Who says what: a column for each who answers and a row for each question; full, half and empty discs, a dash where it is not put. */
export function drawAnswersMiniature({ questions, rows }: Answers): Miniature {
  const [column, row] = [(width - 2 * margin) / rows.length, (height - 2 * margin) / questions.length]
  const radius = round(Math.min(column, row) * 0.36)
  const signs = rows.flatMap(({ answers }, i) =>
    answers.map((answer, k) => ({ answer, x: round(margin + column * (i + 0.5)), y: round(margin + row * (k + 0.5)) })),
  )
  const put = (...wanted: string[]) => signs.filter(({ answer }) => wanted.includes(answer))
  const half = put('partly').map(({ x, y }) => `M${x} ${round(y - radius)}a${radius} ${radius} 0 0 0 0 ${2 * radius}z`)
  return {
    width,
    height,
    paths: [
      {
        kind: 'paper',
        path: put('yes', 'partly', 'no')
          .map(({ x, y }) => disc(x, y, radius))
          .join(''),
      },
      { kind: 'red', path: [...put('yes').map(({ x, y }) => disc(x, y, radius)), ...half].join('') },
      {
        kind: 'line',
        path: put('unasked')
          .map(({ x, y }) => `M${round(x - radius / 2)} ${y}h${radius}`)
          .join(''),
      },
    ],
  }
}
