import { inheritedAs, notInherited } from './bibtex-fields.ts'
import type { BibtexEntry, BibtexField } from './bibtex-syntax.ts'

export type InheritedField = BibtexField & { readonly isInherited?: true }

/** The fields of an entry and those that it takes from its parents. */
export function withInherited(entry: BibtexEntry, byKey: ReadonlyMap<string, BibtexEntry>, met: readonly string[] = []): InheritedField[] {
  const fields: InheritedField[] = [...entry.fields]
  for (const link of entry.fields.filter(({ name }) => name === 'crossref' || name === 'xdata')) {
    for (const key of link.value.split(',').map((one) => one.trim())) {
      const parent = byKey.get(key)
      if (!parent || met.includes(key) || key === entry.key) continue
      // An entry that is nothing but another name of its parent, as of DBLP, is all of it.
      const isData = link.name === 'xdata' || entry.fields.every(({ name }) => name === 'crossref')
      const renamed = isData ? {} : inheritedAs(parent.type, entry.type)
      const theirs = withInherited(parent, byKey, [...met, entry.key])
      for (const field of theirs) {
        const names = renamed[field.name] ?? (!isData && notInherited.has(field.name) ? [] : [field.name])
        for (const name of names) if (!hasField(fields, name)) fields.push({ name, value: field.value, line: link.line, isInherited: true })
      }
    }
  }
  return fields
}

const sameFields = [
  ['date', 'year'],
  ['journal', 'journaltitle'],
  ['address', 'location'],
  ['institution', 'school'],
]
const hasField = (fields: readonly BibtexField[], name: string) => {
  const names = sameFields.find((same) => same.includes(name)) ?? [name]
  return fields.some((field) => names.includes(field.name))
}
