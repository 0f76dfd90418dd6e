import { inOrder, printDiagnostics } from '../../diagnostics/print.ts'
import { nameOfFolder } from '../../manuscript/files.ts'
import { count } from '../../model/counts.ts'
import type { Reading } from '../shelf.ts'

/** What Vite’s client lays over a page; Astro’s overlay knows `name`, `hint` and `title` too and takes `message` and `hint` as HTML. */
export type OverlayError = {
  readonly name: string
  readonly title: string
  readonly message: string
  readonly hint: string
  readonly stack: string
  readonly plugin: string
  readonly loc: { readonly file?: string; readonly line: number; readonly column: number }
  /** The line, and the whole text. Astro would read the file itself where they are missing or empty, be it a link or a device. */
  readonly frame: string
  readonly fullCode: string
}

/**
 * The mistakes of a reading as the overlay in the browser shows them: the first with its remedy and a link that opens
 * the editor there, below it the report of the terminal, whose end says how to see the last page without mistakes.
 *
 * @param folder absolute path of the manuscript
 */
export function overlayOf({ diagnostics, files }: Pick<Reading, 'diagnostics' | 'files'>, folder: string): OverlayError | undefined {
  const errors = diagnostics.filter(({ severity }) => severity === 'error').sort(inOrder)
  const [first] = errors
  if (!first) return undefined
  const { line, column } = first.span.start
  const text = files.find(({ path, fault }) => path === first.file && !fault)?.text || ' '
  return {
    name: first.code,
    title: errors.length === 1 ? 'A mistake in the manuscript' : `${count(errors.length, 'mistake')} in the manuscript`,
    message: asHtml(first.message),
    hint: asHtml(first.remedy),
    stack: printDiagnostics(diagnostics, files, nameOfFolder(folder), 'Press Esc for the last page without mistakes.'),
    plugin: 'pamphlet',
    // Astro colours the text by the ending of its file, and ends where it knows no such language.
    loc: { ...(/\.(?:mdx|yaml|json)$/u.test(first.file) && { file: `${folder}/${first.file}` }), line, column },
    frame: text.split('\n')[line - 1] || ' ',
    fullCode: text,
  }
}

/** Astro makes a link of a word that begins with “https://”, and puts the word between quotation marks. */
const asHtml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
