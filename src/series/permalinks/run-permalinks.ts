import { printDiagnostics } from '../../diagnostics/print.ts'
import { buildSeries } from '../build-series.ts'
import { nameOfFolder, readFiles, writeOneFile } from '../files.ts'
import { readManuscript } from '../read.ts'
import { ledgerPath, printLedger } from './ledger.ts'
import { type LedgerChanges, recordPermalinks } from './record-permalinks.ts'

/** What is new, changed and lost; and what is wrong, by which the command fails. */
type Report = { readonly changes?: string; readonly mistakes?: string }

/** Shows what is new, changed and lost since the ledger of a manuscript was written, and writes what it has shown. */
export async function runPermalinks(folder: string, { writes }: { readonly writes: boolean }): Promise<Report> {
  const files = await readFiles(folder)
  const { diagnostics } = buildSeries(files)
  const mistakes = diagnostics.filter(({ severity, code }) => severity === 'error' && code !== 'permalink-lost')
  if (mistakes.length > 0) return { mistakes: `${printDiagnostics(mistakes, files, nameOfFolder(folder))} The ledger is written when they are mended.` }
  const changes = recordPermalinks(readManuscript(files).manuscript)
  const lost = diagnostics.filter(({ code }) => code === 'permalink-lost')
  if (writes) await writeOneFile(folder, { path: ledgerPath, text: printLedger(changes.ledger) })
  return { changes: show(changes), ...(lost.length > 0 && { mistakes: printDiagnostics(lost, files, nameOfFolder(folder)) }) }
}

function show({ added, changed, joined, lost }: LedgerChanges): string {
  return [
    ...section('new', added),
    ...section('changed', changed),
    ...section(
      'joined',
      joined.map(([from, to]) => `${from} → ${to}`),
    ),
    ...section('lost', lost),
    `${added.length} new, ${changed.length} changed, ${joined.length} joined, ${lost.length} lost.`,
  ].join('\n')
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length > 0 ? [`${title}:`, ...lines.map((line) => `  ${line}`), ''] : []
}
