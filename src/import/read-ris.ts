import { itemOfRis } from './csl-items.ts'
import { type ForeignField, type ForeignWork, variablesOf } from './foreign-work.ts'

type Line = { readonly tag: string; value: string; readonly line: number }

/** Programs that break long lines break them after this many characters, in the middle of a word. */
const hardBreak = 70

/**
 * Reads RIS (https://refman.com/sites/rm/files/m/direct_export_ris.pdf): a tag of two signs, two spaces, a hyphen, a
 * space and the value.
 */
export function readRis(text: string): ForeignWork[] {
  return recordsOf(text).map((lines, i): ForeignWork => {
    const key = lines.find(({ tag }) => tag === 'ID')?.value
    const [start] = lines
    const work = { name: key ?? `no. ${i + 1}`, ...(key && { key }), line: start?.line ?? 1 }
    if (start?.tag !== 'TY') {
      return { ...work, fields: [], faults: [{ line: work.line, says: 'a record begins with its type, “TY  - BOOK”' }] }
    }
    const item = itemOfRis(recordOf(lines))
    const isEnded = lines.some(({ tag }) => tag === 'ER')
    const faults = isEnded ? [] : [{ line: lines.at(-1)?.line ?? work.line, says: 'the record does not end with “ER  - ”' }]
    return { ...work, item, fields: fieldsOf(lines), faults }
  })
}

/** The lines of each record; what stands before the first tag is no record, and a line without a tag goes on from the one before. */
function recordsOf(text: string): Line[][] {
  const records: Line[][] = []
  let previous = ''
  for (const [i, line] of text.split(/\r?\n/u).entries()) {
    const [, tag, value = ''] = /^([A-Z][A-Z\d]) {1,2}-(?: (.*)|$)/u.exec(line.trimStart()) ?? []
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

function recordOf(lines: readonly Line[]): Record<string, string | string[]> {
  const record: Record<string, string | string[]> = {}
  for (const { tag, value } of lines) {
    if (tag === 'ER') continue
    const before = record[tag]
    record[tag] = before === undefined ? value : [before, value].flat()
  }
  return record
}

function fieldsOf(lines: readonly Line[]): ForeignField[] {
  const fields = lines.filter(({ tag }) => tag !== 'TY' && tag !== 'ER')
  const type = lines.filter(({ tag }) => tag === 'TY')
  const variables = variablesOf(fields, (some) => itemOfRis(recordOf([...type, ...some])))
  return fields.map(({ tag, value, line }, i) => ({ name: tag, line, value, sets: variables[i] ?? [] }))
}
