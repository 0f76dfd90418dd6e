import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inventBibliography } from '../src/testing/invented-bibliography.ts'

// How long it takes until a library of invented works is in `sources/`, by the command that writers give: bench/import.ts [works].
const works = Number(process.argv[2] ?? 1000)
const folder = mkdtempSync(join(tmpdir(), 'pamphlet-import-'))
writeFileSync(join(folder, 'series.yaml'), 'title: Lamps\nauthor: The Guild\n')
writeFileSync(join(folder, 'library.bib'), inventBibliography(works).text)
const start = performance.now()
const said = importIt()
console.warn(`${works} works in ${Math.round(performance.now() - start)} ms: ${/^\d[^\n]* read:[^\n]*$/mu.exec(said)?.[0]}`)
rmSync(folder, { recursive: true })

function importIt(): string {
  try {
    return execFileSync(process.execPath, ['src/commands/import-sources.ts', join(folder, 'library.bib')], {
      encoding: 'utf8',
      env: { ...process.env, PAMPHLET_CONTENT: folder },
    })
  } catch (error) {
    // Works without a title are left out, which the command ends with.
    return String((error as { stdout?: string }).stdout)
  }
}
