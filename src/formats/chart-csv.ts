import type { Figure } from '../model/files/chart-file.ts'
import type { Chart } from '../model/series.ts'

/**
 * The figures of a chart as CSV (RFC 4180), one row for each of its rows, with plain numbers. A column “approximate” names the
 * columns whose figure is only about right, where there are any; what is not known is empty.
 */
export function writeChartCsv(chart: Chart): string {
  const table = tableOf(chart)
  const [hasAbout, hasNotes] = [table.rows.some(({ about }) => about.length > 0), table.rows.some(({ note }) => note !== undefined)]
  const lines = [
    ['label', ...table.columns, ...(hasAbout ? ['approximate'] : []), ...(hasNotes ? ['note'] : [])],
    ...table.rows.map(({ label, cells, about, note }) => [
      label,
      ...cells,
      ...(hasAbout ? [about.join('; ')] : []),
      ...(hasNotes ? [note ?? ''] : []),
    ]),
  ]
  return `${lines.map((cells) => cells.map(writeCell).join(',')).join('\r\n')}\r\n`
}

type Row = {
  readonly label: string
  readonly cells: readonly string[]
  readonly about: readonly string[]
  readonly note?: string | undefined
}

function tableOf(chart: Chart): { readonly columns: readonly string[]; readonly rows: readonly Row[] } {
  if (chart.kind === 'answers')
    return { columns: chart.questions, rows: chart.rows.map(({ label, answers, note }) => ({ label, cells: answers, about: [], note })) }
  if (chart.kind === 'shares')
    return {
      columns: chart.series,
      rows: chart.rows.map(({ label, values, note }) => ({
        label,
        cells: values.map(writeFigure),
        about: chart.series.filter((_, i) => isAbout(values[i])),
        note,
      })),
    }
  return {
    columns: ['low', 'high'],
    rows: chart.rows.map(({ label, low, high, note }) => ({
      label,
      cells: [low, high].map(writeFigure),
      about: [...(isAbout(low) ? ['low'] : []), ...(isAbout(high) ? ['high'] : [])],
      note,
    })),
  }
}

const isAbout = (figure: Figure | null | undefined) => typeof figure === 'object' && figure !== null

const writeFigure = (figure: Figure | null) => (figure === null ? '' : String(typeof figure === 'number' ? figure : figure.about))

/** Words that a spreadsheet would take for a formula are marked as words, as OWASP advises against CSV injection. */
function writeCell(cell: string): string {
  const safe = /^[=+\-@\t\r]/u.test(cell) && !/^-?\d+(?:\.\d+)?$/u.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
