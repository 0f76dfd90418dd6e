import { z } from 'zod'
import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts'
import { readYaml } from '../yaml/yaml.ts'
import { followsPath, type TranslatedFile } from './split-translations.ts'

const followsSchema = z.record(z.string(), z.strictObject({ original: z.string(), translation: z.string() }))

/** What a translation follows: by the address of a paragraph or note, its text and that of the original when it was recorded. */
export type Follows = z.infer<typeof followsSchema>

/** Reads what has been recorded; nothing where nothing was, or where the file is damaged, which is told. */
export function readFollows(files: readonly TranslatedFile[]): { readonly follows: Follows; readonly diagnostics: readonly Diagnostic[] } {
  const file = files.find(({ path }) => path === followsPath)
  if (!file) return { follows: {}, diagnostics: [] }
  // Reading with places takes a hundred times as long, and the file is written by a program.
  const whole = parseJson(file.text)
  if (whole) return { follows: whole, diagnostics: [] }
  const { diagnostics } = readYaml(file.text, followsSchema, { file: file.liesAt, code: 'ledger-invalid' })
  const first = diagnostics.slice(0, 1)
  return { follows: {}, diagnostics: first.map(({ span }) => diagnose('follows-damaged', file.liesAt, span, {})) }
}

function parseJson(text: string): Follows | undefined {
  try {
    return followsSchema.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}

/** The record as a file: one address a line, in their order. */
export const printFollows = (follows: Follows): string =>
  `{${Object.entries(follows)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([address, texts]) => `\n${JSON.stringify(address)}: ${JSON.stringify(texts)}`)
    .join(',')}\n}\n`
