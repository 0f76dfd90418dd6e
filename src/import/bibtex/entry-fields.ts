import type { Remark } from '../foreign-work.ts'
import { verbatimFields } from './bibtex-fields.ts'
import type { BibtexEntry } from './bibtex-syntax.ts'
import type { InheritedField } from './inherited-fields.ts'
import { readLatex } from './read-latex.ts'
import { readVerbatim } from './read-verbatim.ts'

/** The fields of an entry, what has been made of them by now (`item`, in CSL-JSON), and which of them made what (`sets`). */
export class EntryFields {
  readonly entry: BibtexEntry
  readonly fields: readonly InheritedField[]
  readonly byName: ReadonlyMap<string, InheritedField>
  readonly item: Record<string, unknown> = {}
  readonly sets = new Map<string, Set<string>>()
  readonly remarks: Remark[] = []

  constructor(entry: BibtexEntry, fields: readonly InheritedField[]) {
    this.entry = entry
    this.fields = fields
    this.byName = new Map(fields.map((field) => [field.name, field]))
  }

  set(field: string, variable: string) {
    const known = this.sets.get(field) ?? new Set()
    this.sets.set(field, known.add(variable))
  }

  remark(field: string, says: string) {
    this.remarks.push({ line: this.byName.get(field)?.line ?? this.entry.line, says })
  }

  /** The text of a field; what in it is no text is said. */
  text(name: string): string | undefined {
    const field = this.byName.get(name)
    if (!field) return undefined
    if (verbatimFields.has(name)) return readVerbatim(field.value)
    const { text, unknown, lost } = readLatex(field.value)
    if (!field.isInherited)
      for (const command of unknown)
        this.remark(name, `${name}: “${command}” is no LaTeX command that is known; it is kept as it is written`)
    if (!field.isInherited)
      for (const what of lost) this.remark(name, `${name}: ${what} ${what.endsWith('markup') ? 'have' : 'has'} no place`)
    return text
  }

  take(name: string, variable: string, value = this.text(name)) {
    if (value === undefined || value === '') return
    if (this.item[variable] !== undefined) {
      // The same in other words is no loss, nor is what the library names of a whole that has its own name.
      if (this.item[variable] === value) this.set(name, variable)
      return
    }
    this.item[variable] = value
    this.set(name, variable)
  }
}
