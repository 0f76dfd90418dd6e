import { explain } from '../manuscript/yaml/yaml.ts'
import { type SourceFile, sourceFileSchema, sourceTypes } from '../model/source-file.ts'
import { edtfOf } from './csl-dates.ts'
import { namesOf } from './csl-names.ts'
import { type ForeignWork, lineOf, type Remark } from './foreign-work.ts'
import { languageTag } from './language-tags.ts'

/** A foreign work as a source of ours: `file` is missing where something in it is wrong. */
export type ReadSource = { readonly file?: SourceFile; readonly faults: readonly Remark[]; readonly remarks: readonly Remark[] }

/** What only the writer says of a source: another program’s notes are not for the reader of the series. */
const ownFields = new Set(['note', 'further-reading'])
const dates = new Set(['issued', 'original-date'])
const names = new Set(['author', 'editor', 'translator'])

/** Reads a work into the fields of a source. What has no place there is a remark; what is wrong is a fault. */
export function toSource(work: ForeignWork): ReadSource {
  const { item } = work
  if (!item) return { faults: work.faults, remarks: [] }
  const remarks: Remark[] = []
  const draft: Record<string, unknown> = {}
  const remark = (field: string, says: string) => remarks.push({ line: lineOf(work, field), says })
  const read = (field: string): unknown => {
    const value = item[field]
    if (dates.has(field)) return readDate(field, value, work, remark)
    if (names.has(field)) {
      const { names: found, lost } = namesOf(value)
      for (const what of lost) remark(field, `${field}: ${what} has no place`)
      return found.length > 0 ? found : undefined
    }
    return readText(field, typeof value === 'number' ? String(value) : value, remark)
  }
  draft.type = typeOf(item.type, work, remarks)
  for (const field of Object.keys(sourceFileSchema.shape)) {
    if (field === 'type' || ownFields.has(field) || item[field] === undefined) continue
    const value = read(field)
    if (value !== undefined && value !== '') draft[field] = value
  }
  remarks.push(...withoutPlace(work))
  const verdict = sourceFileSchema.safeParse(draft)
  const faults = [
    ...work.faults,
    ...unknownCommands(draft, work),
    ...(verdict.success
      ? []
      : firstOfEach(explain(verdict.error.issues)).map(({ path, expected }) => fault(String(path[0] ?? ''), draft, expected, work))),
  ]
  return { ...(verdict.success && faults.length === 0 && { file: verdict.data }), faults, remarks }
}

function typeOf(type: unknown, work: ForeignWork, remarks: Remark[]): string {
  if (sourceTypes.includes(type as SourceFile['type'])) return type as string
  remarks.push({ line: work.line, says: `the type “${type ?? ''}” has no place; taken as “document”` })
  return 'document'
}

type SayRemark = (field: string, says: string) => void

function readDate(field: string, value: unknown, work: ForeignWork, remark: SayRemark): string | undefined {
  const { edtf, lost } = edtfOf(value) ?? {}
  const doubt = work.fields.find((candidate) => candidate.sets.includes(field) && /^\d{4}.*[?~%]/u.test(candidate.value))
  if (lost) remark(field, `${field}: ${lost} has no place`)
  else if (doubt) remark(field, `${field}: the doubt in “${doubt.value}” has no place`)
  return edtf
}

function readText(field: string, value: unknown, remark: SayRemark): unknown {
  if (typeof value !== 'string') return value
  const text = value
    .replace(/<\/?(?:i|b|sc|sub|sup|span)\b[^>]*>/giu, '')
    .replace(/\s+/gu, ' ')
    .trim()
  if (text.length < value.replace(/\s+/gu, ' ').trim().length) remark(field, `${field}: italics and other markup have no place`)
  if (field === 'ISBN') return readIsbn(text, remark)
  if (field === 'DOI') return text.replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)/iu, '')
  if (field === 'page') return text.replace(/(?<=\d)\s*-+\s*(?=\d)/gu, '–')
  if (field === 'keyword') return readKeyword(text, remark)
  if (field !== 'language') return text
  const tag = languageTag(text)
  if (tag === undefined) remark(field, `language: “${text}” is no language tag`)
  return tag
}

/** One number for one work: of several the first stands for it. */
function readIsbn(text: string, remark: SayRemark): string {
  const [first = '', ...others] = isbnsIn(text)
  if (others.length > 0) remark('ISBN', `ISBN: only one has a place; left out: ${others.join(', ')}`)
  return first
}

/** The ISBNs of a text, digits only; programs put those of several editions into one field. */
export const isbnsIn = (text: string): string[] =>
  text.split(/[,;\s]+(?=97[89]|\d{9}|\d[\d-]{9,})/u).map((isbn) => isbn.replace(/^ISBN(?:-1[03])?:?\s*|[\s\-‐–]/giu, '').toUpperCase())

function readKeyword(text: string, remark: SayRemark): string | undefined {
  const words = text.split(/[,;]\s*/u).map((word) => word.trim())
  const kind = words.find((word) => word === 'primary' || word === 'secondary')
  const others = words.filter((word) => word !== kind && word !== '')
  if (others.length > 0) remark('keyword', `keywords have no place, but for “primary” and “secondary”: ${others.join(', ')}`)
  return kind
}

/** The fields of the file that set nothing a source has. */
function withoutPlace({ fields, line }: ForeignWork): Remark[] {
  const structural = new Set(['crossref', 'ID'])
  const lost = fields.filter(
    ({ name, value, sets }) =>
      value !== '' && !structural.has(name) && !sets.some((field) => field in sourceFileSchema.shape && !ownFields.has(field)),
  )
  return lost.length > 0
    ? [
        {
          line: lost.length === 1 ? (lost[0]?.line ?? line) : line,
          says: `no place for ${[...new Set(lost.map(({ name }) => name))].join(', ')}`,
        },
      ]
    : []
}

/** What remains of a LaTeX command that nobody knows. */
function unknownCommands(draft: Readonly<Record<string, unknown>>, work: ForeignWork): Remark[] {
  return Object.entries(draft).flatMap(([field, value]) => {
    if (field === 'URL' || field === 'DOI') return []
    const command = /\\+([a-z]+)/iu.exec(JSON.stringify(value).replaceAll('\\"', '"'))?.[1]
    return command
      ? [
          {
            line: lineOf(work, field),
            says: `${field}: “\\${command}” is no LaTeX command that can be read; write the letters it stands for`,
          },
        ]
      : []
  })
}

/** One mistake for each field: the others follow from it. */
const firstOfEach = <T extends { readonly path: readonly PropertyKey[] }>(issues: readonly T[]) =>
  issues.filter(({ path }, i) => issues.findIndex((other) => other.path[0] === path[0]) === i)

function fault(field: string, draft: Readonly<Record<string, unknown>>, expected: string, work: ForeignWork): Remark {
  if (draft[field] === undefined) return { line: work.line, says: `it has no ${field}` }
  const value = typeof draft[field] === 'string' ? draft[field] : JSON.stringify(draft[field])
  return { line: lineOf(work, field), says: `${field} “${value}” is wrong; expected: ${expected}` }
}
