import type { Root } from 'mdast'
import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts'
import type { ManuscriptFile } from '../../model/facts.ts'
import { shorten } from '../shorten.ts'
import { spanIn } from '../yaml/span-in.ts'
import { hidden, isEscaped, visibleTextsOf } from './visible-text.ts'

/** Marks of two signs are told alone as well; one asterisk may be a sign of its own. */
const pairs = /(?<![*\\])\*\*(?!\*)|(?<![_\\])__(?!_)|(?<![~\\])~~(?!~)/gu

const singles = [
  // Beside a letter on the outer and a bracket or stop on the inner side: “これは*「強調」*です”.
  /(?<![*\\])\*(?=[^\s*\0])[^*\n\0]*(?<=[^\s*])\*(?!\*)/gu,
  // “_Pravda_s”, where the second line is inside of a word.
  /(?<![\p{L}\p{N}_\\])_(?=[^\s_\0])[^_\n\0]*(?<=[^\s_])_(?=[\p{L}\p{N}])/gu,
  /(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])_[^_\n\0]*(?<=[^\s_])_/gu,
]

/**
 * Finds marks of emphasis that Markdown leaves as they are typed, since they stand between a letter and a sign of
 * punctuation (https://spec.commonmark.org/0.31.2/#left-flanking-delimiter-run), inside of a word, or alone.
 */
export function findLiteralEmphasis(tree: Root, { path, text }: ManuscriptFile): Diagnostic[] {
  return visibleTextsOf(tree, text).flatMap(({ typed, offset }) => {
    const report = (at: number, length: number, write?: string) =>
      diagnose('emphasis-literal', path, spanIn(text, offset + at, length), {
        written: shorten(text.slice(offset + at, offset + at + length)),
        ...(write !== undefined && { write: shorten(write) }),
      })
    return [
      ...findPairs(typed).map(({ at, end }) =>
        end === undefined ? report(at, 2) : report(at, end - at, rewritten(text.slice(offset + at, offset + end))),
      ),
      ...singles.flatMap((pattern) =>
        [...typed.matchAll(pattern)]
          .filter(({ index }) => !isEscaped(typed, index))
          .map(({ 0: found, index }) => report(index, found.length, rewritten(found))),
      ),
    ]
  })
}

type Pair = { readonly at: number; readonly end: number | undefined }

function findPairs(typed: string): Pair[] {
  const marks = [...typed.matchAll(pairs)].map(({ 0: mark, index: at }) => ({
    mark,
    at,
    before: typed[at - 1] ?? ' ',
    after: typed[at + 2] ?? ' ',
  }))
  const found: Pair[] = []
  for (let i = 0; i < marks.length; i++) {
    const [opening, closing] = [marks[i], marks[i + 1]]
    if (!opening) break
    if (closing?.mark === opening.mark && !isSpace(opening.after) && !isSpace(closing.before)) {
      found.push({ at: opening.at, end: closing.at + 2 })
      i++
    } else if (isSpace(opening.after) !== isSpace(opening.before) || isAtEdge(opening)) found.push({ at: opening.at, end: undefined })
  }
  return found
}

const isSpace = (character: string) => /\s/u.test(character)

/** Whether a mark that is alone stands between a letter and punctuation: within a word it stands for letters left out. */
const isAtEdge = ({ before, after }: { before: string; after: string }) =>
  !isSpace(before) &&
  !isSpace(after) &&
  /[\p{L}\p{N}]/u.test(before) !== /[\p{L}\p{N}]/u.test(after) &&
  before !== hidden &&
  after !== hidden

/** The same with the marks directly beside the words, brackets and stops outside of them; underscores become asterisks. */
function rewritten(typed: string): string | undefined {
  const [, mark = '', words = ''] = /^(\*\*|__|~~|\*|_)([\s\S]*)\1$/u.exec(typed) ?? []
  const [, before = '', inside = '', after = ''] = /^([\p{P}\p{S}]*)([\s\S]*?)([\p{P}\p{S}]*)$/u.exec(words) ?? []
  if (inside === '') return undefined
  const sign = mark.replaceAll('_', '*')
  return `${before}${sign}${inside}${sign}${after}`
}
