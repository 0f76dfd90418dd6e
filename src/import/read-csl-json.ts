import { z } from 'zod'
import { readYaml } from '../manuscript/yaml/yaml.ts'
import { variables } from './csl-variables.ts'
import { type ForeignWork, variableInNote } from './foreign-work.ts'

const itemSchema = z.record(z.string(), z.unknown())
const listSchema = z.array(itemSchema)
const fileSchema = z.union([
  listSchema,
  z.looseObject({ items: listSchema }).transform(({ items }) => items),
  itemSchema.transform((item) => [item]),
])

/** What citeproc and older programs call variables that CSL 1.0.2 has under other names. */
const otherNames: Readonly<Record<string, string>> = {
  event: 'event-title',
  shortTitle: 'title-short',
  journalAbbreviation: 'container-title-short',
}

/** Reads CSL-JSON: a list of items or one alone. JSON is YAML as well, whose reader knows the place of everything. */
export function readCslJson(text: string, file: string): ForeignWork[] {
  // A tab that indents is no YAML; the places stay the same.
  const { value, locate, diagnostics } = readYaml<Record<string, unknown>[]>(
    text.replace(/^\t+/gmu, (tabs) => ' '.repeat(tabs.length)),
    fileSchema,
    { file, code: 'source-invalid' },
  )
  if (!value) {
    return diagnostics.slice(0, 1).map(({ span: { start }, code, remedy }) => ({
      name: 'the file',
      line: start.line,
      fields: [],
      faults: [{ line: start.line, says: code === 'yaml-syntax' ? 'this is not JSON' : `this is not CSL-JSON. ${remedy}` }],
      remarks: [],
    }))
  }
  const start = text.trimStart().startsWith('[') ? [] : /^\s*\{\s*"items"\s*:/u.test(text) ? ['items'] : undefined
  return value.map((given, i): ForeignWork => {
    const path = start ? [...start, i] : []
    const key = [given['citation-key'], given.id].find((id) => (typeof id === 'string' && id !== '') || typeof id === 'number')
    const names = Object.keys(given).filter((name) => !['id', 'type', 'citation-key'].includes(name))
    const item: Record<string, unknown> = { ...given }
    const fields = names.map((name) => {
      const content = given[name]
      const variable = otherNames[name] ?? name
      if (variable !== name && item[variable] === undefined) item[variable] = content
      const extra = name === 'note' && typeof content === 'string' ? takeFromNote(content, item) : []
      return {
        name,
        line: locate([...path, name]).start.line,
        value: typeof content === 'string' ? content : JSON.stringify(content),
        sets: extra.length > 0 ? extra : [variable],
      }
    })
    return {
      name: key === undefined ? `no. ${i + 1}` : String(key),
      ...(key !== undefined && { key: String(key) }),
      line: locate(path).start.line,
      item,
      fields,
      faults: [],
      remarks: [],
    }
  })
}

/** Zotero puts what it has no field for into lines of the note: “original-date: 1905”. */
function takeFromNote(note: string, item: Record<string, unknown>): string[] {
  return note.split('\n').flatMap((line) => {
    const [name = '', value = ''] = variableInNote(line) ?? []
    const variable = variables.get(name)
    if (variable === undefined || item[variable] !== undefined || variable === 'keyword') return []
    item[variable] = value
    return [variable]
  })
}
