import { printDiagnostics } from '../../diagnostics/print.ts'
import { setFields } from '../../manuscript/edit-yaml.ts'
import type { ManuscriptFile } from '../../model/facts.ts'
import { seriesFileSchema } from '../../model/series-file.ts'
import { buildSeries } from '../build-series.ts'
import { manuscriptFolder, nameOfFolder, readFiles, writeFiles } from '../files.ts'
import { readManuscript, seriesPath } from '../read.ts'
import { ledgerPath, printLedger } from './ledger.ts'
import { type LedgerChanges, recordPermalinks } from './record-permalinks.ts'

// `npm run permalinks`: shows what is new, changed and lost since the ledger was written, and writes what it has shown.
// With `--show` it writes nothing; with `--anew` it begins a new ledger where the old one is lost.
const folder = manuscriptFolder()
const files = await readFiles(folder)
const isAnew = process.argv.includes('--anew')
const { diagnostics } = buildSeries(files)
const mistakes = diagnostics.filter(({ severity, code }) => severity === 'error' && code !== 'permalink-lost' && !(isAnew && code === 'ledger-missing'))
if (mistakes.length > 0) {
  console.error(`${printDiagnostics(mistakes, files, nameOfFolder(folder))} The ledger is written when they are mended.`)
  process.exitCode = 1
} else {
  const changes = recordPermalinks(readManuscript(files).manuscript)
  const lost = diagnostics.filter(({ code }) => code === 'permalink-lost')
  console.warn(show(changes))
  if (lost.length > 0) {
    console.error(`\n${printDiagnostics(lost, files, nameOfFolder(folder))}`)
    process.exitCode = 1
  }
  const written = [{ path: ledgerPath, text: printLedger(changes.ledger) }, ...files.flatMap((file) => (file.path === seriesPath ? markOf(file) : []))]
  const unwritten = process.argv.includes('--show') ? [] : await writeFiles(folder, written)
  if (unwritten.length > 0) {
    console.error(`\n${unwritten.join('\n')} What was recorded before is as it was.`)
    process.exitCode = 1
  }
}

/** Says in `series.yaml` that there is a ledger, so that it cannot be lost unnoticed. */
function markOf({ path, text }: ManuscriptFile): ManuscriptFile[] {
  if (readManuscript(files).manuscript.series?.file.permalinks) return []
  return [{ path, text: setFields(text, { permalinks: 'recorded' }, Object.keys(seriesFileSchema.shape)) }]
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
