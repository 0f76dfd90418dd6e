import type { QuotationMarks } from '../../model/quotation-marks.ts'
import { hidden, isEscaped, type VisibleText } from '../advice/visible-text.ts'
import type { Edit } from './edits.ts'

/** Words that begin with an apostrophe: ’tis, ’em, the ’90s. */
const elided = /^'(?:\d\ds?|tis|twas|twere|til|em|n|cause|bout|round|neath)(?![\p{L}\p{N}])/iu
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303F\uFF00-\uFFEF]/u
const isOpener = (sign: string) => sign === '' || /[\s([{—–\-/“‘„«‚‹»›¡¿]/u.test(sign)

/** Typewriter’s quotation marks and apostrophes, each with the mark it stands for; feet and inches stay what they are. */
export function findQuotationMarks({ typed, offset }: VisibleText, text: string, { double, single }: QuotationMarks): Edit[] {
  const edits: Edit[] = []
  let openDouble = 0
  let openSingle = 0
  for (let i = 0; i < typed.length; i++) {
    const sign = typed[i]
    if ((sign !== '"' && sign !== "'") || isEscaped(typed, i)) continue
    const replace = (by: string) => edits.push({ from: offset + i, to: offset + i + 1, text: by })
    const before = signBefore(text, offset, i)
    const after = typed
      .slice(i + 1)
      .replaceAll(hidden, '')
      .slice(0, 1)
    // Where words have no spaces between them, marks open and close by turns.
    const isRun = sign === '"' && (unspaced.test(before) || unspaced.test(after))
    // L'"écluse": behind the apostrophe of an article.
    const isBehindArticle = sign === '"' && openDouble === 0 && /['’]/u.test(before) && /\p{L}/u.test(after)
    const opens = isRun ? openDouble === 0 : isBehindArticle || (isOpener(before) && after !== '' && !/\s/u.test(after))
    if (sign === '"') {
      if (opens) openDouble++
      // A figure before it, and nothing to close: inches.
      else if (openDouble === 0 && /\d/u.test(before)) continue
      else openDouble = Math.max(0, openDouble - 1)
      replace(double[opens ? 0 : 1])
    } else if (/\d/u.test(before) && !/\p{L}/u.test(after) && openSingle === 0) continue
    else if (opens && !elided.test(typed.slice(i)) && closes(typed, i)) {
      openSingle++
      replace(single[0])
    } else if (openSingle > 0 && !/[\p{L}\p{N}]/u.test(after)) {
      openSingle--
      replace(single[1])
    } else replace('’')
  }
  return edits
}

/** Whether an apostrophe behind the sign at `i` can end what it begins. */
const closes = (typed: string, i: number) => /[^\s]'(?![\p{L}\p{N}])/u.test(typed.slice(i + 1))

/**
 * The sign that a reader sees before the one at `i`: marks of emphasis, brackets of links and tags that open something
 * show nothing; code, what a component prints and the number of a note are like letters.
 */
function signBefore(text: string, offset: number, i: number): string {
  let at = offset + i - 1
  while (at >= offset) {
    const sign = text[at] ?? ''
    if (sign === '*' || sign === '_' || sign === '[') at--
    else if (sign === '>') {
      const start = text.lastIndexOf('<', at)
      if (start < offset || /^<\/|\/>$/u.test(text.slice(start, at + 1))) return 'x'
      at = start - 1
    } else return sign === '`' || sign === ']' ? 'x' : sign
  }
  return ''
}
