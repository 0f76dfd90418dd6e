import { setFields, writeYaml } from '../manuscript/yaml/edit-yaml.ts'
import { readYaml } from '../manuscript/yaml/yaml.ts'
import { yearOf } from '../model/dates/edtf.ts'
import type { ManuscriptFile } from '../model/facts.ts'
import { nameFields, type SourceFile, sourceFileSchema } from '../model/files/source-file.ts'
import { foreignLanguageOf } from '../series/checks/check-source-languages.ts'
import { carriedBy } from './carried-by.ts'
import { type ForeignWork, lineOf, type Remark } from './foreign-work.ts'
import { isbnsIn } from './identifiers.ts'
import { type KnownSource, Library } from './library.ts'
import { areOthers, haveSameTitle, type SameBy, sameBy } from './match-source.ts'
import { mergeSource } from './merge-source.ts'
import { nameSource } from './name-source.ts'
import { type Format, formatOf, readWorks } from './read-works.ts'
import { toSource } from './to-source.ts'

/** What became of one work of an import file. */
export type Outcome = {
  readonly file: string
  readonly name: string
  readonly line: number
  readonly became: 'new' | 'updated' | 'same' | 'left out'
  /** Id of the source it is. */
  readonly source?: string
  /** Names of fields that our source had not, or that were replaced. */
  readonly changed: readonly string[]
  readonly remarks: readonly Remark[]
}

export type Import = { readonly outcomes: readonly Outcome[]; readonly written: readonly ManuscriptFile[] }

/** Which fields of the import file replace ours where they differ. */
export type Replaces = (field: string) => boolean

const order = Object.keys(sourceFileSchema.shape)

/**
 * Reads works from BibTeX, RIS and CSL-JSON files into sources: new ones, and fields that sources lack. What is wrong in a
 * work is left out and said; a work without a title is refused. Pure: `written` are the files to write, by their path in the manuscript.
 * See decision 35.
 *
 * @param language of the series: of a work whose title looks as if it were in another, it is said that it names none
 */
export function importWorks(
  files: readonly ManuscriptFile[],
  sources: readonly KnownSource[],
  replaces: Replaces = () => false,
  language = 'en',
): Import {
  const known = new Library(sources)
  const outcomes = files.flatMap((file) => importFile(file, known, replaces, language))
  const before = new Map(sources.map(({ id, text }) => [id, text]))
  const written = known
    .values()
    .filter(({ id, text }) => before.get(id) !== text)
    .map(({ id, text }) => ({ path: `sources/${id}.yaml`, text }))
  return { outcomes, written }
}

type Taken = { readonly work: ForeignWork; readonly file: SourceFile; readonly id: string }

function importFile({ path, text }: ManuscriptFile, known: Library, replaces: Replaces, language: string): Outcome[] {
  const format = formatOf(path, text)
  if (typeof format === 'object') {
    return [{ file: path, name: 'the file', line: 1, became: 'left out', changed: [], remarks: [{ line: 1, says: format.problem }] }]
  }
  const taken: Taken[] = []
  return readWorks(format, text, path).map((work): Outcome => {
    const { file, faults, remarks } = toSource(work)
    const outcome = { file: path, name: work.name, line: work.line, changed: [] }
    if (!file) return { ...outcome, became: 'left out', remarks: [...faults, ...remarks] }
    const match = find(work, file, known, taken)
    if ('other' in match) {
      const id = nameSource(work.key, file, known)
      const alike = known.like([file])
      known.set({ id, file, text: writeYaml(inOrder(file)) })
      taken.push({ work, file, id })
      const keyIsTaken = match.other === undefined ? [] : [{ line: work.line, says: `${match.other}; this one is “${id}”` }]
      return {
        ...outcome,
        became: 'new',
        source: id,
        remarks: [
          ...keyIsTaken,
          ...remarks,
          ...missing(file, work),
          ...withoutLanguage(file, work, language),
          ...(match.other === undefined ? otherEditions(file, work, alike) : []),
        ],
      }
    }
    const { source, by } = match
    const again = taken.find(({ id }) => id === source.id)
    if (!again) taken.push({ work, file, id: source.id })
    const { fields, remarks: said } = compare(work, file, { source, format, replaces: again ? () => false : replaces })
    const twice = again
      ? [
          {
            line: work.line,
            says: `it is the same work as “${again.work.name}” on line ${again.work.line} (${by}): both are the source “${source.id}”`,
          },
        ]
      : []
    if (Object.keys(fields).length === 0) return { ...outcome, became: 'same', source: source.id, remarks: [...twice, ...said] }
    known.set(withFields(source, fields))
    return { ...outcome, became: 'updated', source: source.id, changed: Object.keys(fields), remarks: [...twice, ...said, ...remarks] }
  })
}

/** The fields to set in our source: those that it lacks, and those that are to be replaced. Says which others differ. */
function compare(
  work: ForeignWork,
  file: SourceFile,
  { source, format, replaces }: { source: KnownSource; format: Format; replaces: Replaces },
): { fields: Readonly<Record<string, unknown>>; remarks: readonly Remark[] } {
  const { added, differing } = mergeSource(source.file, file, carriedBy(format, source.id, source.file))
  const replaced = differing.filter(({ field }) => replaces(field))
  return {
    fields: { ...added, ...Object.fromEntries(replaced.map(({ field, theirs }) => [field, theirs])) },
    remarks: differing.map(({ field, ours, theirs }) => ({
      line: lineOf(work, field),
      says: replaces(field)
        ? `replaced ${field}: ${shown(ours)} by ${shown(theirs)}`
        : `kept ${field}: ${shown(ours)} (yours) is not ${shown(theirs)}`,
    })),
  }
}

function withFields({ id, text }: KnownSource, fields: Readonly<Record<string, unknown>>): KnownSource {
  const changed = setFields(text, fields, order)
  const { value } = readYaml(changed, sourceFileSchema, { file: `sources/${id}.yaml`, code: 'source-invalid' })
  if (!value) throw new Error(`Setting ${Object.keys(fields).join(', ')} would break sources/${id}.yaml, which is as it was.`)
  return { id, file: value, text: changed }
}

/** What a reader will look for in the bibliography and not find. */
function missing(file: SourceFile, { line }: ForeignWork): Remark[] {
  const isBySomebody = file.publisher !== undefined || nameFields.some((field) => file[field] !== undefined && !aboutOthers.has(field))
  const lacks = [...(isBySomebody ? [] : ['author, editor or publisher']), ...((file.issued ?? file.status) ? [] : ['date'])]
  return lacks.length > 0 ? [{ line, says: `it has no ${lacks.join(' and no ')}` }] : []
}

/** Titles in another language than the series are printed as theirs only where the work names it. */
function withoutLanguage(
  { language, title, 'container-title': container = '' }: SourceFile,
  work: ForeignWork,
  ofSeries: string,
): Remark[] {
  const looksLike = language === undefined ? foreignLanguageOf(`${title} ${container}`, ofSeries) : undefined
  if (!looksLike) return []
  const which = looksLike.language ? `add “language: ${looksLike.language}” if it is in that` : `it is in ${looksLike.script} letters`
  return [
    { line: lineOf(work, 'title'), says: `it has no language, and its title looks as if it were in another than the series; ${which}` },
  ]
}

const aboutOthers: ReadonlySet<string> = new Set(['recipient', 'reviewed-author', 'original-author'])

/** Sources that may be the same work of another year, or have its number. */
const otherEditions = (file: SourceFile, { line }: ForeignWork, sources: readonly KnownSource[]): Remark[] =>
  sources.flatMap(({ id, file: other }) => {
    if (haveSameTitle(other, file)) {
      return [
        { line, says: `“${id}” (${yearOf(other.issued) ?? 'without date'}) has the same title and author: is it another edition of this?` },
      ]
    }
    return file.ISBN !== undefined && other.ISBN === file.ISBN && file.type !== 'chapter'
      ? [{ line, says: `“${id}” has the same ISBN, and another title and year` }]
      : []
  })

/** Which source a work is; where it is a new one, why its key is not its id. */
function find(
  work: ForeignWork,
  file: SourceFile,
  known: Library,
  taken: readonly Taken[],
): { source: KnownSource; by: 'key' | SameBy } | { other: string | undefined } {
  const sameKey = work.key === undefined ? undefined : taken.find((other) => other.work.key === work.key)
  const sameId = work.key === undefined ? undefined : known.get(work.key)
  const isOther = sameKey ? sameBy(sameKey.file, file) === undefined : sameId !== undefined && areOthers(sameId.file, file)
  if (sameId && !isOther) return { source: sameId, by: 'key' }
  const editions = isbnsIn(String(work.item?.ISBN ?? '')).map((ISBN) => ({ ...file, ISBN }))
  for (const source of known.like([file, ...editions])) {
    const [by] = [file, ...editions].flatMap((edition) => sameBy(source.file, edition) ?? [])
    if (by) return { source, by }
  }
  if (sameKey) return { other: `the key “${work.key}” is taken by the entry on line ${sameKey.work.line}` }
  return { other: isOther ? `the key “${work.key}” is the id of another work here: “${sameId?.file.title}”` : undefined }
}

const inOrder = (file: SourceFile) =>
  Object.fromEntries(order.flatMap((field) => (field in file ? [[field, file[field as keyof SourceFile]]] : [])))

const shown = (value: unknown) => (typeof value === 'string' ? `“${value}”` : JSON.stringify(value))
