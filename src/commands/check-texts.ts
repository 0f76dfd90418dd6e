import { printDiagnostics } from '../diagnostics/print.ts'
import { manuscriptFolder, readEnvironment } from '../environment.ts'
import { nameOfFolder, readFiles } from '../manuscript/files.ts'
import { buildSeries } from '../series/build-series.ts'
import { latestDay } from '../series/checks/check-days.ts'

// The reading pass by itself, for `npm run check`: here a warning fails as an error does.
const folder = manuscriptFolder()
const files = await readFiles(folder)
const { diagnostics } = buildSeries(files, latestDay(readEnvironment(), Date.now()))
if (diagnostics.length > 0) {
  console.warn(printDiagnostics(diagnostics, files, nameOfFolder(folder)))
  process.exitCode = 1
}
