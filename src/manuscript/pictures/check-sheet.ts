import { type Diagnostic, diagnose, startOfFile } from '../../diagnostics/diagnostic.ts'
import type { ManuscriptFile } from '../../model/facts.ts'
import { foreignInSheet } from './css-addresses.ts'

/** The style sheet of the writer’s own, the last layer of those of a page. */
export const sheetPath = 'style.css'

/** Whether the sheet stays within its layer and asks for no other file. */
export function checkSheet({ path, text }: ManuscriptFile): Diagnostic[] {
  const foreign = foreignInSheet(text)
  if (foreign) return [diagnose('style-sheet-unsafe', path, startOfFile, { what: `“${foreign}”, which asks for another file` })]
  const what = unbalanced(text)
  return what ? [diagnose('style-sheet-unsafe', path, startOfFile, { what })] : []
}

/** What in a sheet would end the layer it is put into, or go on behind it. */
function unbalanced(css: string): string | undefined {
  let depth = 0
  const pieces = css.matchAll(
    /\/\*[\s\S]*?(?:\*\/|$)|"(?:\\[\s\S]|[^"\\\n])*("|\n|$)|'(?:\\[\s\S]|[^'\\\n])*('|\n|$)|\\[\s\S]|[{}]|<\/style/giu,
  )
  for (const [piece, double, single] of pieces) {
    if (piece.startsWith('/*') && !piece.endsWith('*/')) return 'a comment that does not end'
    if ((double ?? single ?? '"') === '\n' || double === '' || single === '') return 'a quotation mark without another'
    if (/^<\/style/iu.test(piece)) return 'the end of a style element'
    if (piece === '{') depth++
    if (piece === '}') depth--
    if (depth < 0) return 'a “}” without a “{”'
  }
  return depth > 0 ? 'a “{” without a “}”' : undefined
}
