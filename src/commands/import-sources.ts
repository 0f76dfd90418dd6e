import { readGivenFile } from './read-given-file.ts'
import { printDiagnostics } from '../diagnostics/print.ts'
import { manuscriptFolder } from '../environment.ts'
import { importWorks, type KnownSource } from '../import/import-works.ts'
import { printImport } from '../import/print-import.ts'
import { checkFiles } from '../manuscript/check-files.ts'
import { nameOfFolder, readFiles, writeFiles } from '../manuscript/files.ts'
import { readYaml } from '../manuscript/yaml/yaml.ts'
import { sourceFileSchema } from '../model/source-file.ts'

// `npm run sources -- <files>`: works from BibTeX, RIS and CSL-JSON files into the folder “sources” of the manuscript.
const usage = `npm run sources -- [--show] [--overwrite[=field,…]] [--encoding=NAME] <file.bib | file.ris | file.json> …

  Adds works as content/sources/<id>.yaml and fields that sources lack. A field of yours that differs is kept and named.
  --show              writes nothing, says what would be
  --overwrite         replaces fields that differ; --overwrite=title,issued only these
  --encoding=NAME     what files are in that are not UTF-8, as windows-1252`

const words = process.argv.slice(2)
const options = words.filter((word) => word.startsWith('--'))
const paths = words.filter((word) => !word.startsWith('--'))
const overwrite = options.find((option) => /^--overwrite(?:=|$)/u.test(option))
const encoding = options.find((option) => option.startsWith('--encoding='))
const unknown = options.find((option) => option !== '--show' && option !== overwrite && option !== encoding)

if (paths.length === 0 || unknown) {
  console.error(unknown ? `There is no option ${unknown}.\n\n${usage}` : usage)
  process.exitCode = 2
} else await importFrom(paths)

async function importFrom(paths: readonly string[]) {
  const folder = manuscriptFolder()
  const files = await readFiles(folder)
  const manuscript = files.filter(({ path, fault }) => !fault && /^sources\/[^/]+\.yaml$/u.test(path))
  const read = manuscript.map((file) => ({
    ...file,
    ...readYaml(file.text, sourceFileSchema, { file: file.path, code: 'source-invalid' }),
  }))
  const mistakes = [...checkFiles(files), ...read.flatMap(({ diagnostics }) => diagnostics)]
  if (mistakes.length > 0) {
    console.error(`${printDiagnostics(mistakes, manuscript, nameOfFolder(folder))}\nCorrect what is here first; nothing was imported.`)
    process.exitCode = 1
    return
  }
  const known = read.flatMap(({ path, text, value }): KnownSource[] =>
    value ? [{ id: path.slice('sources/'.length, -'.yaml'.length), file: value, text }] : [],
  )
  const fields = overwrite?.split('=')[1]?.split(',')
  const given = await Promise.all(paths.map(async (path) => ({ path, ...(await readGivenFile(path, encoding?.slice('--encoding='.length))) })))
  const problems = given.flatMap((file) => ('problem' in file ? [file.problem] : []))
  if (problems.length > 0) {
    console.error(problems.join('\n'))
    process.exitCode = 1
    return
  }
  const result = importWorks(
    given.flatMap((file) => ('text' in file ? [file] : [])),
    known,
    (field) => overwrite !== undefined && (fields === undefined || fields.includes(field)),
  )
  const isShown = options.includes('--show')
  const unwritten = isShown ? [] : await writeFiles(folder, result.written)
  process.stdout.write(`${printImport(result, isShown)}\n`)
  if (unwritten.length > 0)
    console.error(`\n${unwritten.join('\n')}\nMend that and import the same files again: what is written by then stays as it is.`)
  if (unwritten.length > 0 || result.outcomes.some(({ became }) => became === 'left out')) process.exitCode = 1
}
