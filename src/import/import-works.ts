import { setFields, writeYaml } from '../manuscript/yaml/edit-yaml.ts'
import { readYaml } from '../manuscript/yaml/yaml.ts'
import type { ManuscriptFile } from '../model/facts.ts'
import { type SourceFile, sourceFileSchema } from '../model/source-file.ts'
import { toCslJson } from '../series/citations/csl-json.ts'
import { formatsOf } from './csl-items.ts'
import { type ForeignWork, lineOf, type Remark } from './foreign-work.ts'
import { areOthers, haveSameTitle, type SameBy, sameBy } from './match-source.ts'
import { mergeSource } from './merge-source.ts'
import { nameSource } from './name-source.ts'
import { readBibtex } from './read-bibtex.ts'
import { readCslJson } from './read-csl-json.ts'
import { readRis } from './read-ris.ts'
import { isbnsIn, toSource } from './to-source.ts'

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

/** A source of the manuscript with the text of its file. */
export type KnownSource = { readonly id: string; readonly file: SourceFile; readonly text: string }

export type Import = { readonly outcomes: readonly Outcome[]; readonly written: readonly ManuscriptFile[] }

/** Which fields of the import file replace ours where they differ. */
export type Replaces = (field: string) => boolean

const order = Object.keys(sourceFileSchema.shape)

/**
 * Reads works from BibTeX, RIS and CSL-JSON files into sources: new ones, and fields that sources lack. A work in which
 * anything is wrong is left out whole. Pure: `written` are the files to write, by their path in the manuscript.
 * See decision 35.
 */
export function importWorks(files: readonly ManuscriptFile[], sources: readonly KnownSource[], replaces: Replaces = () => false): Import {
  const known = new Map(sources.map((source) => [source.id, source]))
  const outcomes = files.flatMap((file) => importFile(file, known, replaces))
  const before = new Map(sources.map(({ id, text }) => [id, text]))
  const written = [...known.values()]
    .filter(({ id, text }) => before.get(id) !== text)
    .map(({ id, text }) => ({ path: `sources/${id}.yaml`, text }))
  return { outcomes, written }
}

type Format = keyof ReturnType<typeof formatsOf> | 'json'

function formatOf(path: string): Format | undefined {
  const ending = /\.(\w+)$/u.exec(path)?.[1]?.toLowerCase() ?? ''
  return ({ bib: 'bibtex', bibtex: 'bibtex', ris: 'ris', json: 'json' } as const)[ending]
}

const read = (format: Format, text: string, path: string): ForeignWork[] =>
  format === 'bibtex' ? readBibtex(text) : format === 'ris' ? readRis(text) : readCslJson(text, path)

type Taken = { readonly work: ForeignWork; readonly file: SourceFile; readonly id: string }

function importFile({ path, text }: ManuscriptFile, known: Map<string, KnownSource>, replaces: Replaces): Outcome[] {
  const format = formatOf(path)
  if (!format)
    return [
      {
        file: path,
        name: 'the file',
        line: 1,
        became: 'left out',
        changed: [],
        remarks: [{ line: 1, says: 'a file that ends in .bib, .ris or .json is wanted' }],
      },
    ]
  const taken: Taken[] = []
  return read(format, text, path).map((work): Outcome => {
    const { file, faults, remarks } = toSource(work)
    const outcome = { file: path, name: work.name, line: work.line, changed: [] }
    const leftOut = (says: readonly Remark[]): Outcome => ({ ...outcome, became: 'left out', remarks: [...says, ...remarks] })
    if (!file) return leftOut(faults)
    const twice = takenBefore(work, file, taken)
    if (twice) return leftOut([{ line: work.line, says: twice }])
    const match = find(work, file, [...known.values()])
    if (!match) {
      const id = nameSource(work.key, file, new Set(known.keys()))
      const sources = [...known.values()]
      known.set(id, { id, file, text: writeYaml(inOrder(file)) })
      taken.push({ work, file, id })
      return { ...outcome, became: 'new', source: id, remarks: [...remarks, ...missing(file, work), ...otherEditions(file, work, sources)] }
    }
    const { source, by } = match
    if (by === 'id' && areOthers(source.file, file)) {
      return leftOut([
        { line: work.line, says: `“${source.id}” is another work here: “${source.file.title}”. Give one of the two another key` },
      ])
    }
    const again = taken.find(({ id }) => id === source.id)
    if (again)
      return leftOut([
        {
          line: work.line,
          says: `it is the same work as “${again.work.name}” on line ${again.work.line}: both are the source “${source.id}”`,
        },
      ])
    taken.push({ work, file, id: source.id })
    const { fields, remarks: said } = compare(work, file, { source, format, replaces })
    if (Object.keys(fields).length === 0) return { ...outcome, became: 'same', source: source.id, remarks: said }
    known.set(source.id, withFields(source, fields))
    return { ...outcome, became: 'updated', source: source.id, changed: Object.keys(fields), remarks: [...said, ...remarks] }
  })
}

/** The fields to set in our source: those that it lacks, and those that are to be replaced. Says which others differ. */
function compare(
  work: ForeignWork,
  file: SourceFile,
  { source, format, replaces }: { source: KnownSource; format: Format; replaces: Replaces },
): { fields: Readonly<Record<string, unknown>>; remarks: readonly Remark[] } {
  const { added, differing } = mergeSource(source.file, file, carriedBy(format, source))
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
function missing({ author, editor, publisher, issued }: SourceFile, { line }: ForeignWork): Remark[] {
  const lacks = [...(author || editor || publisher ? [] : ['author, editor or publisher']), ...(issued ? [] : ['date'])]
  return lacks.length > 0 ? [{ line, says: `it has no ${lacks.join(' and no ')}` }] : []
}

/** Our source as it comes back from files of a format. */
function carriedBy(format: Format, { id, file }: KnownSource): Partial<SourceFile>[] {
  const item = toCslJson(id, file)
  const texts = format === 'json' ? [JSON.stringify([item])] : formatsOf(item)[format]
  return texts.flatMap((text) => read(format, text, '').flatMap((work) => toSource(work).file ?? []))
}

/** Sources that may be the same work of another year. */
const otherEditions = (file: SourceFile, { line }: ForeignWork, sources: readonly KnownSource[]): Remark[] =>
  sources
    .filter((source) => haveSameTitle(source.file, file))
    .map(({ id, file: { issued = 'without date' } }) => ({
      line,
      says: `“${id}” (${issued}) has the same title and author: is it another edition of this?`,
    }))

/** Why a work cannot be taken that the same file has brought before. */
function takenBefore(work: ForeignWork, file: SourceFile, taken: readonly Taken[]): string | undefined {
  const sameKey = work.key === undefined ? undefined : taken.find((other) => other.work.key === work.key)
  if (sameKey) return `the key “${work.key}” is taken by the entry on line ${sameKey.work.line}; give this one another`
  const [same] = taken.flatMap((other) => {
    const by = sameBy(other.file, file)
    return by ? [{ by, other: other.work }] : []
  })
  return same && `it is the same work as “${same.other.name}” on line ${same.other.line} (${same.by})`
}

function find(work: ForeignWork, file: SourceFile, known: readonly KnownSource[]): { source: KnownSource; by: 'id' | SameBy } | undefined {
  const sameId = known.find(({ id }) => id === work.key)
  if (sameId) return { source: sameId, by: 'id' }
  const editions = isbnsIn(String(work.item?.ISBN ?? '')).map((ISBN) => ({ ...file, ISBN }))
  for (const source of known) {
    const [by] = [file, ...editions].flatMap((edition) => sameBy(source.file, edition) ?? [])
    if (by) return { source, by }
  }
  return undefined
}

const inOrder = (file: SourceFile) =>
  Object.fromEntries(order.flatMap((field) => (field in file ? [[field, file[field as keyof SourceFile]]] : [])))

const shown = (value: unknown) => (typeof value === 'string' ? `“${value}”` : JSON.stringify(value))
