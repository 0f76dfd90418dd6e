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
  /** CSL-JSON 1.0.2; nothing where the work could not be read. */
  readonly item?: Readonly<Record<string, unknown>>
  readonly fields: readonly ForeignField[]
  /** Why the work, or a part of it, cannot be read. */
  readonly faults: readonly Remark[]
}

/** The line on which the field stands that sets a CSL variable. */
export const lineOf = ({ fields, line }: ForeignWork, variable: string): number =>
  fields.find(({ sets }) => sets.includes(variable))?.line ?? line

/**
 * Says for each field which CSL variables it sets: those that change when it is not there, and those that it brings when
 * it stands alone, for two fields may say the same.
 *
 * @param itemOf the CSL-JSON of a work that has only these fields
 */
export function variablesOf<F>(fields: readonly F[], itemOf: (fields: readonly F[]) => Readonly<Record<string, unknown>>): string[][] {
  const [whole, none] = [itemOf(fields), itemOf([])]
  return fields.map((field) => [
    ...new Set([...differing(whole, itemOf(fields.filter((other) => other !== field))), ...differing(none, itemOf([field]))]),
  ])
}

const differing = (a: Readonly<Record<string, unknown>>, b: Readonly<Record<string, unknown>>) =>
  [...new Set([...Object.keys(a), ...Object.keys(b)])].filter((variable) => JSON.stringify(a[variable]) !== JSON.stringify(b[variable]))
