import { count } from '../model/counts.ts'
import type { ManuscriptFile } from '../model/facts.ts'
import type { Diagnostic } from './diagnostic.ts'

/**
 * All mistakes as the terminal shows them: by file, line and column, each with its line of text, and a last line
 * that counts them.
 *
 * @param folder how the manuscript’s folder is called in paths: `content`
 * @param afterErrors the sentence that ends the report where there are errors: what became of the site
 */
export function printDiagnostics(
  diagnostics: readonly Diagnostic[],
  files: readonly ManuscriptFile[],
  folder: string,
  afterErrors = 'Nothing was published; the last build is as it was.',
): string {
  const sorted = [...diagnostics].sort(inOrder)
  const named = new Set(sorted.map(({ file }) => file))
  const texts = new Map(files.flatMap(({ path, text }) => (named.has(path) ? [[path, text.split(/\r?\n/)]] : [])))
  const blocks = sorted.map((diagnostic) => printOne(diagnostic, texts.get(diagnostic.file) ?? [], folder))
  return visible([...blocks, summarise(sorted, afterErrors)].join('\n'))
}

/** The order in which mistakes are told: by file, line, column and code. */
export const inOrder = (a: Diagnostic, b: Diagnostic): number =>
  a.file.localeCompare(b.file, 'en') ||
  a.span.start.line - b.span.start.line ||
  a.span.start.column - b.span.start.column ||
  a.code.localeCompare(b.code, 'en')

/** Control characters could write over the report, marks of direction turn it round: a box stands for each. */
const visible = (report: string) => report.replace(/(?![\n\u00AD\u200C\u200D])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '□')

function printOne({ file, span, severity, code, message, remedy }: Diagnostic, lines: readonly string[], folder: string): string {
  // The name of a file may hold a line end, and is no place for a message of its own.
  const head = `${folder}/${file.replace(/[\r\n]/gu, '□')}:${span.start.line}:${span.start.column}  ${severity}  ${code}`
  return [head, `  ${message}`, `  ${remedy}`, ...frame(span, lines[span.start.line - 1]), ''].join('\n')
}

const widest = 96

/** The line with the mistake underlined, shortened around it where it is long. */
function frame({ start, end }: Diagnostic['span'], line: string | undefined): string[] {
  if (!line?.trim()) return []
  const from = start.column - 1
  const to = end.line === start.line && end.column > start.column ? end.column - 1 : Math.max(from + 1, line.length)
  const first = line.length <= widest ? 0 : Math.max(0, Math.min(from - 30, line.length - widest))
  const shown = `${first > 0 ? '… ' : ''}${line.slice(first, first + widest)}${first + widest < line.length ? ' …' : ''}`.replaceAll(
    '\t',
    ' ',
  )
  const indent = from - first + (first > 0 ? 2 : 0)
  const gutter = String(start.line)
  return [
    `    ${gutter} | ${shown}`,
    `    ${' '.repeat(gutter.length)} | ${' '.repeat(indent)}${'^'.repeat(Math.max(1, Math.min(to - from, shown.length - indent)))}`,
  ]
}

function summarise(diagnostics: readonly Diagnostic[], afterErrors: string): string {
  const errors = diagnostics.filter((d) => d.severity === 'error')
  const warnings = diagnostics.length - errors.length
  const counted = [
    ...(errors.length > 0 ? [count(errors.length, 'error')] : []),
    ...(warnings > 0 ? [count(warnings, 'warning')] : []),
  ].join(' and ')
  const where = count(new Set(diagnostics.map((d) => d.file)).size, 'file')
  return `${counted} in ${where}.${errors.length > 0 ? ` ${afterErrors}` : ''}`
}
