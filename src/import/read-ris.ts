import type { SourceName } from '../model/files/source-file.ts'
import { dateVariables, nameVariables, variables } from './csl-variables.ts'
import { type ForeignField, type ForeignWork, type Remark, variableInNote } from './foreign-work.ts'
import { readRisNames } from './read-names.ts'
import { meaningOf, risTypes } from './ris-fields.ts'

type Line = { readonly tag: string; value: string; readonly line: number }

/** Programs that break long lines break them after this many characters, in the middle of a word. */
const hardBreak = 70

/** Reads RIS (the specification of 2011): a tag of two signs, two spaces, a hyphen, a space and the value. */
export function readRis(text: string): ForeignWork[] {
  return recordsOf(text).map((lines, i): ForeignWork => {
    const key = lines.find(({ tag }) => tag === 'ID')?.value
    const [start] = lines
    const work = { name: key ?? `no. ${i + 1}`, ...(key && { key }), line: start?.line ?? 1, hasSlashes: true as const }
    if (start?.tag !== 'TY') {
      return { ...work, fields: [], faults: [{ line: work.line, says: 'a record begins with its type, “TY  - BOOK”' }], remarks: [] }
    }
    const isEnded = lines.some(({ tag }) => tag === 'ER')
    const remarks: Remark[] = isEnded ? [] : [{ line: lines.at(-1)?.line ?? work.line, says: 'the record does not end with “ER  - ”' }]
    return { ...work, ...readRecord(lines, remarks), faults: [], remarks }
  })
}

/** The lines of each record; what stands before the first tag is no record, and a line without a tag goes on from the one before. */
function recordsOf(text: string): Line[][] {
  const records: Line[][] = []
  let previous = ''
  for (const [i, line] of text.split(/\r\n?|\n/u).entries()) {
    const [, tag, value = ''] = /^([A-Z][A-Z\d]) {0,2}-(?: ?(.*)|$)/su.exec(line.trimStart()) ?? []
    const current = records.at(-1)
    const last = current?.at(-1)
    if (tag) {
      const isNew = !current || tag === 'TY' || last?.tag === 'ER'
      if (isNew) records.push([{ tag, value, line: i + 1 }])
      else current.push({ tag, value, line: i + 1 })
      previous = value
    } else if (last && last.tag !== 'ER' && line.trim() !== '') {
      last.value += previous.length === hardBreak ? line : ` ${line.trim()}`
      previous = line
    }
  }
  return records.map((lines) =>
    lines.map(({ value, ...line }) => ({ ...line, value: value.trim() })).filter(({ tag, value }) => value !== '' || tag === 'ER'),
  )
}

/** Tags that say the same, the best first. */
const order = ['TY', 'ID', 'T1', 'TI', 'CT', 'BT', 'JF', 'T2', 'JO', 'DA', 'PY', 'Y1', 'SN']
const rank = ({ tag }: Line) => (order.indexOf(tag) + order.length + 1) % (order.length + 1)

function readRecord(lines: readonly Line[], remarks: Remark[]): { item: Record<string, unknown>; fields: ForeignField[] } {
  const type = (lines[0]?.value ?? '').toUpperCase().trim()
  const tags = new Set(lines.map(({ tag }) => tag))
  const item: Record<string, unknown> = { type: risTypes[type] ?? type }
  if (type === 'INPR') item.status = 'in press'
  const fields = lines.filter(({ tag }) => tag !== 'TY' && tag !== 'ER').map((line) => ({ ...line, sets: [] as string[] }))
  for (const field of fields.toSorted((a, b) => rank(a) - rank(b))) readLine(field, type, item, tags, remarks)
  readPages(fields, item, type)
  // A whole periodical is called as that in which articles stand.
  if (type === 'JFULL' && item.title === undefined) {
    item.title = item['container-title']
    delete item['container-title']
    for (const { sets } of fields) if (sets.includes('container-title')) sets.push('title')
  }
  return { item, fields: fields.map(({ tag, ...field }) => ({ name: tag, ...field })) }
}

type Field = Line & { readonly sets: string[] }

function readLine(field: Field, type: string, item: Record<string, unknown>, tags: ReadonlySet<string>, remarks: Remark[]) {
  const { tag, value, line } = field
  if (tag === 'SP' || tag === 'EP') return
  if (tag === 'M2' || tag === 'N1') {
    const extra = readVariable(value, item, remarks, line)
    if (extra) field.sets.push(extra)
    return
  }
  if (tag === 'M3' && /^(?:doi:?\s*|https?:\/\/(?:dx\.)?doi\.org\/)?10\.\d{4,9}\//iu.test(value)) return setFirst(['DOI'], field, item)
  // The number of a patent or report, which is none of a book or periodical.
  const isOfBook = type === 'PAT' ? /^97[89][\d-]{10}|^\d{4}-\d{3}[\dX]$/iu : /\d(?:[ -]?[\dX]){7}/iu
  if (tag === 'SN' && (type === 'PAT' || type === 'RPRT') && !isOfBook.test(value)) return setFirst(['number'], field, item)
  if (tag === 'SN') return setFirst([/^\D*\d{4}-?\d{3}[\dX](?:\D|$)/iu.test(value) ? 'ISSN' : 'ISBN'], field, item)
  if (tag === 'VL' && type === 'THES' && /\d/u.test(value)) return setFirst(['volume'], field, item)
  const meant = meaningOf(tag, type, (other) => tags.has(other))
  const names = meant.find((variable) => nameVariables.has(variable))
  if (names) {
    const { names: found, says } = readRisNames(value)
    for (const what of says) remarks.push({ line, says: `${names}: ${what}` })
    if (found.length > 0) item[names] = [...((item[names] as SourceName[] | undefined) ?? []), ...found]
    field.sets.push(names)
    return
  }
  if (tag === 'KW') {
    item.keyword = item.keyword === undefined ? value : `${item.keyword}; ${value}`
    field.sets.push('keyword')
    return
  }
  if (meant[0] === 'issued') return setDate(field, item)
  setFirst(meant, field, item)
}

/** The first of the variables that is free; one that says the same already is set by it, too. */
function setFirst(meant: readonly string[], { value, sets }: Field, item: Record<string, unknown>) {
  const same = meant.find((variable) => item[variable] === value)
  const free = same ?? meant.find((variable) => item[variable] === undefined)
  if (free === undefined) return
  item[free] = value
  sets.push(free)
}

/** DA says more than PY; what both say is said once. */
function setDate({ value, sets }: Field, item: Record<string, unknown>) {
  const before = item.issued
  const digits = (text: string) => text.replace(/\D+/gu, '')
  if (typeof before !== 'string' || !/\d{4}/u.test(before)) {
    item.issued =
      typeof before === 'string' && !/\d{4}/u.test(value) ? before : /\d{4}/u.test(String(before ?? '')) ? before : joinYear(before, value)
    sets.push('issued')
  } else if (digits(before).startsWith(digits(value)) || digits(value).startsWith(digits(before))) {
    if (digits(value).length > digits(before).length) item.issued = value
    sets.push('issued')
  } else if (/^\d{4}\/*$/u.test(value) && !before.includes(value.slice(0, 4))) return
  else sets.push('issued')
}

/** EndNote has “May 3” in DA and the year in PY. */
const joinYear = (before: unknown, value: string) =>
  typeof before === 'string' && /^\d{4}\/*$/u.test(value) && /[A-Za-z]/u.test(before) ? `${before} ${value.slice(0, 4)}` : value

function readPages(fields: readonly Field[], item: Record<string, unknown>, type: string) {
  const [first, last] = ['SP', 'EP'].map((tag) => fields.find((field) => field.tag === tag))
  const isWhole =
    first &&
    !last &&
    /^\d+(?:\s?p\.?p?\.?)?$/u.test(first.value) &&
    ['BOOK', 'EBOOK', 'EDBOOK', 'THES', 'PAMP', 'RPRT'].includes(type) &&
    Number.parseInt(first.value, 10) > 30
  const variable = isWhole ? 'number-of-pages' : 'page'
  const pages = [first?.value, last?.value].filter(Boolean)
  if (pages.length === 0) return
  item[variable] = pages[0] === pages[1] ? pages[0] : pages.join('–')
  for (const field of [first, last]) field?.sets.push(variable)
}

/** “original-date: 1905” in a note, as we and Zotero write what RIS has no tag for. */
function readVariable(value: string, item: Record<string, unknown>, remarks: Remark[], line: number): string | undefined {
  const [name = '', content = ''] = variableInNote(value) ?? []
  const variable = variables.get(name)
  if (variable === undefined || variable === 'keyword') return undefined
  if (variable === 'type') {
    item.type = content
    return variable
  }
  if (nameVariables.has(name)) {
    const { names, says } = readRisNames(content.replace(' || ', ', '))
    for (const what of says) remarks.push({ line, says: `${variable}: ${what}` })
    item[variable] = [...((item[variable] as SourceName[] | undefined) ?? []), ...names]
  } else item[variable] = dateVariables.has(name) ? { raw: content } : content
  return variable
}
