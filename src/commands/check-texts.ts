import { printDiagnostics } from '../diagnostics/print.ts'
import { manuscriptFolder, nameOfFolder, readFiles } from '../manuscript/files.ts'
import { buildSeries } from '../series/build-series.ts'

// The reading pass by itself, for `npm run check`: here a warning fails as an error does.
const folder = manuscriptFolder()
const files = await readFiles(folder)
const { diagnostics } = buildSeries(files)
if (diagnostics.length > 0) {
  console.warn(printDiagnostics(diagnostics, files, nameOfFolder(folder)))
  process.exitCode = 1
}
