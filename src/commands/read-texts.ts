import { printDiagnostics } from '../diagnostics/print.ts'
import { manuscriptFolder, readEnvironment } from '../environment.ts'
import { nameOfFolder, readFiles } from '../manuscript/files.ts'
import { buildSeries } from '../series/build-series.ts'
import { latestDay } from '../series/days-of-build.ts'
import { tellTexts } from './tell-texts.ts'

// `npm run -s read`: the texts as readers see them, to be read aloud.
const usage = `npm run -s read -- [--notes]

  Prints the texts as readers see them, to be read aloud.
  --notes             only the notes`

const options = process.argv.slice(2)
const unknown = options.find((option) => option !== '--notes')
if (unknown === undefined) await tell()
else {
  console.error(unknown === '--help' ? usage : `There is no option ${unknown}.\n\n${usage}`)
  process.exitCode = 2
}

async function tell() {
  const folder = manuscriptFolder()
  const files = await readFiles(folder)
  const { series, diagnostics } = buildSeries(files, latestDay(readEnvironment(), Date.now()), { showsDrafts: true })
  if (series) process.stdout.write(`${tellTexts(series, options.includes('--notes'))}\n`)
  else {
    console.error(printDiagnostics(diagnostics, files, nameOfFolder(folder)))
    process.exitCode = 1
  }
}
