import { printDiagnostics } from '../../diagnostics/print.ts'
import type { ManuscriptFile } from '../../model/facts.ts'
import type { Series } from '../../model/series.ts'
import { type BuiltSeries, buildSeries } from '../../series/build-series.ts'

/** The longest a manuscript may take to be read, in seconds of the processor: a machine may be busy with something else. */
const longest = 10

/** What is wrong with how a manuscript was read, whatever is wrong with the manuscript itself. */
export function judge(files: readonly ManuscriptFile[]): string[] {
  const start = process.cpuUsage()
  const built = buildSeries(files)
  const report = printDiagnostics(built.diagnostics, files, 'content')
  const took = process.cpuUsage(start).user / 1_000_000
  return [
    ...(took > longest ? [`it took ${took} seconds of the processor`] : []),
    ...judgeDiagnostics(built, files),
    ...(/\bundefined\b|\[object |\bNaN\b|^\s+at .*:\d+:\d+/mu.test(withoutFrames(report))
      ? [`the report speaks to programmers: ${report.slice(0, 2000)}`]
      : []),
    ...(built.series ? judgeSeries(built.series, files) : []),
  ]
}

/** What the program says; lines of the manuscript may say anything. */
const withoutFrames = (report: string) => report.replace(/^ {4}.*$/gmu, '').replace(/“[^”]*”/gu, '“…”')

function judgeDiagnostics({ series, diagnostics }: BuiltSeries, files: readonly ManuscriptFile[]): string[] {
  const hasErrors = diagnostics.some(({ severity }) => severity === 'error')
  if (hasErrors === (series !== undefined))
    return [hasErrors ? 'there is a series in spite of errors' : 'there is neither a series nor an error']
  const lines = new Map(files.map(({ path, text }) => [path, text.split(/\r?\n/u)]))
  return diagnostics.flatMap(({ code, file, span, message, remedy }) => {
    // Two folders of one name are a mistake too.
    const isFolder = files.some(({ path }) => path.startsWith(`${file}/`))
    const own = lines.get(file) ?? (code === 'file-missing' || isFolder ? [''] : undefined)
    const { line, column } = span.start
    if (!own) return [`${code} names the file ${file}, which is not there`]
    if (!(line >= 1 && line <= own.length)) return [`${code} names line ${line} of ${own.length} in ${file}`]
    if (!(column >= 1 && column <= (own[line - 1] ?? '').length + 1)) return [`${code} names column ${column} of line ${line} in ${file}`]
    return message && remedy ? [] : [`${code} says nothing`]
  })
}

/** A series is whole: each file is in it, each note can be reached and leads back. */
function judgeSeries(series: Series, files: readonly ManuscriptFile[]): string[] {
  const there = {
    parts: new Set(series.parts.map(({ slug }) => slug)),
    glossary: new Set(series.terms.map(({ id }) => id)),
    sources: new Set(series.sources.map(({ id }) => id)),
    charts: new Set(series.charts.map(({ id }) => id)),
    pages: new Set(series.pages.map(({ slug }) => slug)),
  }
  const lost = files.flatMap(({ path }) => {
    const [, folder, id] = /^(parts|glossary|sources|charts)\/([^/]+)\.(?:mdx|yaml)$/u.exec(path) ?? []
    return folder &&
      id &&
      !there[folder as keyof typeof there].has(id) &&
      !/^(?:parts|glossary)\/.*yaml$|^(?:sources|charts)\/.*mdx$/u.test(path)
      ? [`the series has lost ${path}`]
      : []
  })
  const notes = series.parts.flatMap(({ slug, notes }) =>
    notes.flatMap(({ id, number, references }, i) => [
      ...(number === i + 1 ? [] : [`note ${id} of ${slug} has the number ${number} and stands at ${i + 1}`]),
      ...(references.length > 0 ? [] : [`nothing refers to the note ${id} of ${slug}`]),
      ...references.flatMap((reference, k) =>
        reference.id === `ref-${id}-${k + 1}` ? [] : [`reference ${k + 1} to ${id} of ${slug} is called ${reference.id}`],
      ),
    ]),
  )
  return [...lost, ...notes]
}
