import { printDiagnostics } from '../diagnostics/print.ts'
import { importWorks } from '../import/import-works.ts'
import type { KnownSource } from '../import/library.ts'
import { printImport } from '../import/print-import.ts'
import { checkFiles } from '../manuscript/check-files.ts'
import { nameOfFolder, readFiles, writeFiles } from '../manuscript/files.ts'
import { seriesPath } from '../manuscript/read-manuscript.ts'
import { readYaml } from '../manuscript/yaml/yaml.ts'
import type { ManuscriptFile } from '../model/facts.ts'
import { seriesFileSchema, type WrittenSeriesFile } from '../model/files/series-file.ts'
import { sourceFileSchema } from '../model/files/source-file.ts'
import { readGivenFile } from './read-given-file.ts'

/** Whether nothing is written, what files are in that are not UTF-8, and which fields that differ are replaced. */
type Asked = { readonly isShown: boolean; readonly encoding?: string | undefined; readonly overwrites: (field: string) => boolean }

/**
 * Takes works from files of other programs into the folder “sources” of a manuscript, and says what became of each.
 *
 * @returns the exit code: 1 where the manuscript has mistakes, a file cannot be read or a work was left out
 */
export async function importFrom(paths: readonly string[], folder: string, { isShown, encoding, overwrites }: Asked): Promise<0 | 1> {
  const files = await readFiles(folder)
  const manuscript = files.filter(({ path, fault }) => !fault && /^sources\/[^/]+\.yaml$/u.test(path))
  const read = manuscript.map((file) => ({
    ...file,
    ...readYaml(file.text, sourceFileSchema, { file: file.path, code: 'source-invalid' }),
  }))
  const mistakes = [...checkFiles(files), ...read.flatMap(({ diagnostics }) => diagnostics)]
  if (mistakes.length > 0) {
    console.error(`${printDiagnostics(mistakes, manuscript, nameOfFolder(folder))}\nCorrect what is here first; nothing was imported.`)
    return 1
  }
  const known = read.flatMap(({ path, text, value }): KnownSource[] =>
    value ? [{ id: path.slice('sources/'.length, -'.yaml'.length), file: value, text }] : [],
  )
  const given = await Promise.all(paths.map(async (path) => ({ path, ...(await readGivenFile(path, encoding)) })))
  const problems = given.flatMap((file) => ('problem' in file ? [file.problem] : []))
  if (problems.length > 0) {
    console.error(problems.join('\n'))
    return 1
  }
  const result = importWorks(
    given.flatMap((file) => ('text' in file ? [file] : [])),
    known,
    overwrites,
    languageOf(files),
  )
  const unwritten = isShown ? [] : await writeFiles(folder, result.written)
  process.stdout.write(`${printImport(result, isShown)}\n`)
  if (unwritten.length > 0)
    console.error(`\n${unwritten.join('\n')}\nMend that and import the same files again: what is written by then stays as it is.`)
  return unwritten.length > 0 || result.outcomes.some(({ became }) => became === 'left out') ? 1 : 0
}

/** The language of the series, where its file says one that can be read. */
function languageOf(files: readonly ManuscriptFile[]): string | undefined {
  const series = files.find(({ path }) => path === seriesPath)
  return (
    series && readYaml<WrittenSeriesFile>(series.text, seriesFileSchema, { file: seriesPath, code: 'front-matter-invalid' }).value?.language
  )
}
