/** A field of an import file as its format calls it, and the CSL variables that it sets: none where it means nothing to CSL. */
export type ForeignField = { readonly name: string; readonly line: number; readonly value: string; readonly sets: readonly string[] }

/** What is to be said about a work, with the line of the import file that it is about. */
export type Remark = { readonly line: number; readonly says: string }

/** One work of an import file, as CSL-JSON, before anything is checked. */
export type ForeignWork = {
  /** Its citation key, where the format has them; else its number in the file, as “no. 3”. */
  readonly name: string
  readonly key?: string
  readonly line: number
  /** CSL-JSON 1.0.2, dates in it also as they are written; nothing where the work could not be read. */
  readonly item?: Readonly<Record<string, unknown>>
  /** Whether slashes part year, month and day in its dates, as in RIS. */
  readonly hasSlashes?: true
  readonly fields: readonly ForeignField[]
  /** Why the work cannot be read. */
  readonly faults: readonly Remark[]
  /** What in it is read otherwise than it is written, or not at all. */
  readonly remarks: readonly Remark[]
}

/** The line on which the field stands that sets a CSL variable. */
export const lineOf = ({ fields, line }: ForeignWork, variable: string): number =>
  fields.find(({ sets }) => sets.includes(variable))?.line ?? line

/** A variable that another program has in a note, a line each: “original-date: 1905” (Zotero’s “Extra”). */
export const variableInNote = (line: string): [name: string, value: string] | undefined => {
  const [, name = '', value = ''] = /^\s*(?:tex\.)?([A-Za-z][\w -]{1,30}):\s*(\S.*)$/u.exec(line) ?? []
  return name === '' ? undefined : [name.trim().toLowerCase().replaceAll(' ', '-'), value.trim()]
}
