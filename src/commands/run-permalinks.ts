import { printDiagnostics } from '../diagnostics/print.ts'
import { readEnvironment } from '../environment.ts'
import { nameOfFolder, readFiles, writeFiles } from '../manuscript/files.ts'
import { ledgerFiles } from '../manuscript/ledger/ledger-files.ts'
import { readManuscript, seriesPath } from '../manuscript/read-manuscript.ts'
import { printFollows } from '../manuscript/translations/follows.ts'
import { followsPath } from '../manuscript/translations/split-translations.ts'
import { setFields, setFrontMatter } from '../manuscript/yaml/edit-yaml.ts'
import type { ManuscriptFile } from '../model/facts.ts'
import { partFileSchema, seriesFileSchema } from '../model/files/series-file.ts'
import { buildSeries } from '../series/build-series.ts'
import type { BuiltTranslation } from '../series/build-translation.ts'
import { dayOfBuild, latestDay } from '../series/days-of-build.ts'
import { type LedgerChanges, recordPermalinks } from '../series/permalinks/record-permalinks.ts'

/** What is new, changed and lost; and what is wrong, by which the command fails. */
type Report = { readonly changes?: string; readonly mistakes?: string }

/** Whether what is shown is written, and whether a new ledger may be begun where the old one is lost. */
type Asked = {
  readonly writes: boolean
  readonly isAnew?: boolean
  /** Addresses of translations that follow the original as it is now: `/de/part-1/#p-abcde`, or `/de/` and all below it. */
  readonly confirmed?: readonly string[]
}

/** The same for a shell: prints both. @returns the exit code */
export async function tellPermalinks(folder: string, asked: Asked): Promise<0 | 1> {
  const { changes, mistakes } = await runPermalinks(folder, asked)
  if (changes) console.warn(changes)
  if (!mistakes) return 0
  console.error(changes ? `\n${mistakes}` : mistakes)
  return 1
}

/** Shows what is new, changed and lost since the ledger of a manuscript was written, and writes what it has shown. */
export async function runPermalinks(folder: string, { writes, isAnew = false, confirmed = [] }: Asked): Promise<Report> {
  const all = await readFiles(folder)
  const [environment, now] = [readEnvironment(), Date.now()]
  // What is not to be published yet is not recorded either.
  const { diagnostics, files, translations } = buildSeries(all, latestDay(environment, now))
  const mistakes = diagnostics.filter(
    ({ severity, code }) => severity === 'error' && code !== 'permalink-lost' && !(isAnew && code === 'ledger-missing'),
  )
  if (mistakes.length > 0)
    return { mistakes: `${printDiagnostics(mistakes, files, nameOfFolder(folder))} The ledger is written when they are mended.` }
  const { manuscript } = readManuscript(files)
  const changes = recordPermalinks(manuscript)
  const ledger = ledgerFiles(changes.ledger, manuscript.ids.parts, manuscript.ledger?.parts)
  const lost = diagnostics.filter(({ code }) => code === 'permalink-lost')
  const unwritten = writes
    ? await writeInOrder(folder, [
        ...ledger.filter((file) => !isSame(file, files)),
        ...markIn(files),
        ...datesIn(files, dayOfBuild(environment, now)),
        ...followsOf(translations, confirmed).filter((file) => !isSame(file, files)),
      ])
    : []
  const wrong = [
    ...(lost.length > 0 ? [printDiagnostics(lost, files, nameOfFolder(folder))] : []),
    ...(unwritten.length > 0 ? [`${unwritten.join('\n')} What was recorded before is as it was.`] : []),
  ]
  return { changes: show(changes), ...(wrong.length > 0 && { mistakes: wrong.join('\n\n') }) }
}

/** A file that names others is written after them, and not at all where one of them could not be. */
async function writeInOrder(folder: string, ledger: readonly ManuscriptFile[]): Promise<string[]> {
  for (const file of ledger) {
    const problems = await writeFiles(folder, [file])
    if (problems.length > 0) return problems
  }
  return []
}

const isSame = (file: ManuscriptFile, files: readonly ManuscriptFile[]) =>
  files.some(({ path, text }) => path === file.path && text === file.text)

/** What each translation follows, now that this is recorded; nothing where nothing is translated that could be. */
const followsOf = (translations: readonly BuiltTranslation[], confirmed: readonly string[]): ManuscriptFile[] =>
  translations.flatMap(({ language, follows }) => {
    const record = follows((address) => confirmed.some((one) => `/${language}${address}`.startsWith(one)))
    return Object.keys(record).length === 0 ? [] : [{ path: `translations/${language}/${followsPath}`, text: printFollows(record) }]
  })

/** `series.yaml` with the word that there is a ledger, so that it cannot be lost unnoticed; nothing where it says so. */
function markIn(files: readonly ManuscriptFile[]): ManuscriptFile[] {
  const file = files.find(({ path }) => path === seriesPath)
  if (!file || readManuscript(files).manuscript.series?.file.permalinks) return []
  return [{ path: file.path, text: setFields(file.text, { permalinks: 'recorded' }, Object.keys(seriesFileSchema.shape)) }]
}

/** The parts that have no day of publication yet, with this one in their front matter. */
function datesIn(files: readonly ManuscriptFile[], day: string): ManuscriptFile[] {
  return readManuscript(files).manuscript.parts.flatMap(({ path, text, file }) =>
    file.published ? [] : [{ path, text: setFrontMatter(text, { published: day }, Object.keys(partFileSchema.shape)) }],
  )
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
