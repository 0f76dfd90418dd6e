import { dateFields, nameFields, sourceFileSchema } from '../model/files/source-file.ts'

/** What only the writer says of a source: another program’s notes are not for the reader of the series. */
export const ownFields: ReadonlySet<string> = new Set(['note', 'further-reading'])

/** The fields of a source by their names in small letters without hyphens, as fields of BibTeX are called, and with them. */
const named = (fields: readonly string[]): ReadonlyMap<string, string> =>
  new Map(
    fields.flatMap((field) =>
      [field.toLowerCase(), field.toLowerCase().replace(/[-_]/gu, ''), field.toLowerCase().replaceAll('_', '-')].map(
        (name) => [name, field] as const,
      ),
    ),
  )

export const variables = named(Object.keys(sourceFileSchema.shape).filter((field) => !ownFields.has(field)))
export const dateVariables = named(dateFields)
export const nameVariables = named(nameFields)
