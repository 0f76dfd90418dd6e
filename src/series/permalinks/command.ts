import { printDiagnostics } from '../../diagnostics/print.ts'
import { setFields } from '../../manuscript/edit-yaml.ts'
import type { ManuscriptFile } from '../../model/facts.ts'
import { seriesFileSchema } from '../../model/series-file.ts'
import { buildSeries } from '../build-series.ts'
import { manuscriptFolder, nameOfFolder, readFiles, writeOneFile } from '../files.ts'
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
  if (!process.argv.includes('--show')) {
    await writeOneFile(folder, { path: ledgerPath, text: printLedger(changes.ledger) })
    for (const file of files) if (file.path === seriesPath) await writeMark(file)
  }
}

/** Says in `series.yaml` that there is a ledger, so that it cannot be lost unnoticed. */
async function writeMark({ path, text }: ManuscriptFile) {
  if (readManuscript(files).manuscript.series?.file.permalinks) return
  await writeOneFile(folder, { path, text: setFields(text, { permalinks: 'recorded' }, Object.keys(seriesFileSchema.shape)) })
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
