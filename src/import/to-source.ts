import { explain } from '../manuscript/yaml/yaml.ts'
import { dateFields, nameFields, type SourceFile, sourceFileSchema, sourceTypes } from '../model/files/source-file.ts'
import { readCslDate } from './csl-dates.ts'
import { namesOf } from './csl-names.ts'
import { ownFields } from './csl-variables.ts'
import { type ForeignWork, lineOf, type Remark } from './foreign-work.ts'
import { readDoi, readIsbn, readUrl } from './identifiers.ts'
import { languageTag } from './language-tags.ts'

/** A foreign work as a source of ours: `file` is missing where it has no title or cannot be read. */
export type ReadSource = { readonly file?: SourceFile; readonly faults: readonly Remark[]; readonly remarks: readonly Remark[] }

const dates: ReadonlySet<string> = new Set(dateFields)
const names: ReadonlySet<string> = new Set(nameFields)

type Reading = {
  readonly work: ForeignWork
  readonly draft: Record<string, unknown>
  readonly remark: (field: string, says: string) => void
}

/**
 * Reads a work into the fields of a source. What has no place there, and what is wrong with a field, is a remark; only a
 * work without a title is refused.
 */
export function toSource(work: ForeignWork): ReadSource {
  const { item } = work
  if (!item) return { faults: work.faults, remarks: work.remarks }
  const remarks: Remark[] = [...work.remarks]
  const draft: Record<string, unknown> = {}
  const reading: Reading = { work, draft, remark: (field, says) => remarks.push({ line: lineOf(work, field), says }) }
  draft.type = typeOf(item.type, reading)
  for (const field of Object.keys(sourceFileSchema.shape)) {
    if (field === 'type' || ownFields.has(field) || item[field] === undefined || item[field] === null) continue
    const value = readField(field, item[field], reading)
    if (value !== undefined && value !== '') draft[field] = value
  }
  remarks.push(...withoutPlace(work))
  const file = withoutMistakes(reading)
  if (file) return { file, faults: [], remarks }
  const isBroken = typeof draft.title === 'string' && draft.title !== ''
  const fault = {
    line: lineOf(work, 'title'),
    says: isBroken ? `title “${draft.title}” cannot be taken; expected: ${mistakeIn(draft)}` : 'it has no title',
  }
  return { faults: [isBroken ? fault : { ...fault, line: work.line }], remarks }
}

const mistakeIn = (draft: object) => {
  const { error } = sourceFileSchema.safeParse(draft)
  return error ? explain(error.issues).find(({ path }) => path[0] === 'title')?.expected : undefined
}

/** The draft without fields that are wrong, each of which is said; nothing where that is the title. */
function withoutMistakes({ draft, remark }: Reading): SourceFile | undefined {
  for (let tries = 0; tries < 3; tries++) {
    const verdict = sourceFileSchema.safeParse(draft)
    if (verdict.success) return verdict.data
    const said = new Set<string>()
    for (const { path, expected } of explain(verdict.error.issues)) {
      const field = String(path[0] ?? '')
      if (field === 'title' || field === 'type') return undefined
      if (said.has(field)) continue
      said.add(field)
      remark(field, `${field} ${shown(draft[field])} is left out; expected: ${expected}`)
      delete draft[field]
    }
  }
  return undefined
}

const shown = (value: unknown) => (typeof value === 'string' ? `“${value}”` : JSON.stringify(value))

/** Types of other lists than CSL’s: Crossref’s. */
const otherTypes: Readonly<Record<string, SourceFile['type']>> = {
  'journal-article': 'article-journal',
  'book-chapter': 'chapter',
  monograph: 'book',
  'edited-book': 'book',
  'reference-entry': 'entry',
  'proceedings-article': 'paper-conference',
  dissertation: 'thesis',
  'posted-content': 'article',
}

function typeOf(type: unknown, { work, remark }: Reading): string {
  if (sourceTypes.includes(type as SourceFile['type'])) return type as string
  const known = typeof type === 'string' && Object.hasOwn(otherTypes, type) ? otherTypes[type] : undefined
  if (known) return known
  const isNamed = work.fields.some(({ sets }) => sets.includes('type'))
  remark(isNamed ? 'type' : '', `the type “${type ?? ''}” has no place; taken as “document”`)
  return 'document'
}

function readField(field: string, value: unknown, reading: Reading): unknown {
  if (dates.has(field)) return readDateField(field, value, reading)
  if (names.has(field)) {
    const { names: found, lost } = namesOf(value)
    for (const what of lost) reading.remark(field, `${field}: ${what} has no place`)
    return found.length > 0 ? found : undefined
  }
  return readText(field, onlyText(field, value, reading), reading)
}

function readDateField(field: string, value: unknown, { work, draft, remark }: Reading): unknown {
  const { date, status, says } = readCslDate(value, work.hasSlashes)
  if (says !== undefined) remark(field, `${field}: ${says}`)
  if (status !== undefined && draft.status === undefined && work.item?.status === undefined) draft.status = status
  return date
}

/** Of a list the first: Crossref has lists where CSL has one value. */
function onlyText(field: string, value: unknown, { remark }: Reading): unknown {
  if (typeof value === 'number') return String(value)
  if (!Array.isArray(value) || !value.every((part) => typeof part === 'string')) return value
  const [first, ...others] = value as string[]
  if (field === 'ISBN' || field === 'keyword') return value.join(' ; ')
  if (others.length > 0) remark(field, `${field}: only one has a place; left out: ${others.join('; ')}`)
  return first
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00A0',
  ndash: '–',
  mdash: '—',
}

function readText(field: string, value: unknown, { remark }: Reading): unknown {
  if (typeof value !== 'string') return value
  if (field === 'URL') return readUrl(value, (says) => remark(field, says))
  if (field === 'DOI') return readDoi(value, (says) => remark(field, says))
  const written = value.replace(/\s+/gu, ' ').trim()
  const text = written.replace(/<\/?(?:i|b|em|strong|sc|sub|sup|span|u|p|br)\b[^>]*>/giu, '').trim()
  if (text.length < written.length) remark(field, `${field}: italics and other markup have no place`)
  const read = text.replace(
    /&(amp|lt|gt|quot|apos|nbsp|ndash|mdash|#\d{2,6}|#x[\da-f]{2,6});/giu,
    (whole, name: string) => entityOf(name) ?? whole,
  )
  if (read !== text) remark(field, `${field}: “${text}” is read as “${read}”`)
  const seen = read.replace(/(?![\t\n\r])[\p{Cc}\u200B\u2028\u2029\u202A-\u202E\u2060-\u2069\uFEFF\u00AD]/gu, '')
  if (seen !== read) remark(field, `${field}: characters that nobody can see are left out`)
  if (field === 'ISBN') return readIsbn(seen, (says) => remark(field, says))
  if (field === 'page') return seen.replace(/(?<=\d)\s*[-–]+\s*(?=\d)/gu, '–')
  if (field === 'keyword') return readKeyword(seen, (says) => remark(field, says))
  return field === 'language' ? readLanguage(seen, (says) => remark(field, says)) : seen
}

const entityOf = (name: string) =>
  name.startsWith('#') ? String.fromCodePoint(Number(name.slice(1).replace(/^x/iu, '0x')) || 32) : entities[name.toLowerCase()]

function readLanguage(text: string, remark: (says: string) => void): string | undefined {
  const [first = '', ...others] = text.split(/\s*(?:[;,/&]|\band\b)\s*/u).filter(Boolean)
  const tag = languageTag(first)
  if (tag === undefined) remark(`language: “${text}” is no language tag`)
  else if (others.length > 0) remark(`language: only one has a place; left out: ${others.join(', ')}`)
  return tag
}

function readKeyword(text: string, remark: (says: string) => void): string | undefined {
  const words = text.split(/[,;]\s*/u).map((word) => word.trim())
  const kind = words.find((word) => word === 'primary' || word === 'secondary')
  const others = words.filter((word) => word !== kind && word !== '')
  if (others.length > 0) remark(`keywords have no place, but for “primary” and “secondary”: ${others.join(', ')}`)
  return kind
}

/** The fields of the file that set nothing a source has. */
function withoutPlace({ fields, line }: ForeignWork): Remark[] {
  const structural = new Set(['crossref', 'xdata', 'ID'])
  const lost = fields.filter(
    ({ name, value, sets }) =>
      value !== '' &&
      !structural.has(name) &&
      !sets.some((field) => field === 'type' || (field in sourceFileSchema.shape && !ownFields.has(field))),
  )
  const names = [...new Set(lost.map(({ name }) => name))]
  return lost.length > 0 ? [{ line: lost.length === 1 ? (lost[0]?.line ?? line) : line, says: `no place for ${names.join(', ')}` }] : []
}
