import { readFileSync } from 'node:fs'
import { fieldFileOf, fieldFiles } from '../diagnostics/example-lines.ts'
import { suggest } from '../diagnostics/suggest.ts'

/**
 * Prints what the reference says of a kind of file, or of all.
 *
 * @param asked the kind, “series”, or the path of such a file, “parts/the-lock.mdx”
 * @returns the exit code
 */
export function tellFields(asked: string | undefined): 0 | 1 {
  const reference = readFileSync(new URL('../diagnostics/fields.md', import.meta.url), 'utf8')
  if (asked === undefined) {
    process.stdout.write(reference)
    return 0
  }
  const kind = asked in fieldFiles ? asked : fieldFileOf(asked)
  const section = kind && reference.split(/^(?=## )/mu).find((one) => one.startsWith(`## ${kind}\n`))
  if (section) {
    process.stdout.write(section.replaceAll('**', '').replaceAll('`', ''))
    return 0
  }
  const nearest = suggest(asked, Object.keys(fieldFiles))
  console.error(
    `There is no kind of file “${asked}”. ${nearest ? `Did you mean “${nearest}”?` : `There are: ${Object.keys(fieldFiles).join(', ')}.`}`,
  )
  return 1
}
