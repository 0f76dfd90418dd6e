import { z } from 'zod'
import { readYaml } from '../manuscript/yaml/yaml.ts'
import type { ForeignWork } from './foreign-work.ts'

const itemSchema = z.record(z.string(), z.unknown())
const fileSchema = z.union([z.array(itemSchema), itemSchema.transform((item) => [item])])

/** Reads CSL-JSON: a list of items or one alone. JSON is YAML as well, whose reader knows the place of everything. */
export function readCslJson(text: string, file: string): ForeignWork[] {
  // A tab that indents is no YAML; the places stay the same.
  const { value, locate, diagnostics } = readYaml<Record<string, unknown>[]>(
    text.replace(/^\t+/gmu, (tabs) => ' '.repeat(tabs.length)),
    fileSchema,
    {
      file,
      code: 'source-invalid',
    },
  )
  if (!value) {
    return diagnostics.slice(0, 1).map(({ span: { start }, code, remedy }) => ({
      name: 'the file',
      line: start.line,
      fields: [],
      faults: [{ line: start.line, says: code === 'yaml-syntax' ? 'this is not JSON' : `this is not CSL-JSON. ${remedy}` }],
    }))
  }
  const isList = text.trimStart().startsWith('[')
  return value.map((item, i): ForeignWork => {
    const path = isList ? [i] : []
    const key = typeof item.id === 'string' || typeof item.id === 'number' ? String(item.id) : undefined
    const fields = Object.entries(item).filter(([name]) => !['id', 'type', 'citation-key'].includes(name))
    return {
      name: key ?? `no. ${i + 1}`,
      ...(key && { key }),
      line: locate(path).start.line,
      item,
      fields: fields.map(([name, content]) => ({
        name,
        line: locate([...path, name]).start.line,
        value: typeof content === 'string' ? content : JSON.stringify(content),
        sets: [name],
      })),
      faults: [],
    }
  })
}
