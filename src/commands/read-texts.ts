import { parseArgs } from 'node:util'
import { printDiagnostics } from '../diagnostics/print.ts'
import { manuscriptFolder, readEnvironment } from '../environment.ts'
import { nameOfFolder, readFiles } from '../manuscript/files.ts'
import { buildSeries } from '../series/build-series.ts'
import { latestDay } from '../series/days-of-build.ts'
import { tellTexts } from './tell-texts.ts'

// `npm run -s read`: the texts as readers see them, to be read aloud; with `-- --notes` the notes alone.
const { values } = parseArgs({ options: { notes: { type: 'boolean', default: false } } })
const folder = manuscriptFolder()
const files = await readFiles(folder)
const { series, diagnostics } = buildSeries(files, latestDay(readEnvironment(), Date.now()), { showsDrafts: true })
if (series) process.stdout.write(`${tellTexts(series, values.notes)}\n`)
else {
  console.error(printDiagnostics(diagnostics, files, nameOfFolder(folder)))
  process.exitCode = 1
}
