import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts'
import type { ManuscriptFile } from '../model/facts.ts'
import { spanIn } from './yaml/span-in.ts'

/**
 * How much of each a text may have. A part of 5,000 words has about 50,000 characters in 200 lines; where there is twenty
 * times as much, something was pasted that is no text. The parser goes through all it has read at the end of each note,
 * quotation or list item (micromark 4, `initialize/document.js`), so that 10,000 of them would take it minutes.
 */
const limits = [
  { what: 'lines', most: 20_000, pattern: /\n/gu },
  { what: 'notes, quotations and list items', most: 3_000, pattern: /^[ \t]*(?:>|[-+*][ \t]|\d+[.)][ \t]|\[\^)/gmu },
  { what: 'characters', most: 1_200_000, pattern: /[\s\S]/gu },
] as const

/** Finds where a text is longer than can be read. See decision 28. */
export function findTooLong({ path, text }: ManuscriptFile): Diagnostic | undefined {
  for (const { what, most, pattern } of limits) {
    if (text.length <= most) continue
    let count = 0
    for (const { index } of text.matchAll(pattern)) {
      count += 1
      if (count > most) return diagnose('text-too-long', path, spanIn(text, index, 1), { what, most })
    }
  }
  return undefined
}
