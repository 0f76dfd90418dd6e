import type { VisibleText } from '../advice/visible-text.ts'
import type { Edit } from './edits.ts'

/** Several spaces between words; in French, those before high punctuation and inside quotation marks, where a line must not end. */
export const findSpaces = ({ typed, offset }: VisibleText, language: string): Edit[] => [
  ...[...typed.matchAll(/(?<=\S) {2,}(?=\S)/gu)].map(({ 0: found, index }) => ({
    from: offset + index,
    to: offset + index + found.length,
    text: ' ',
  })),
  ...(/^fr(?!-CH)/u.test(language) ? french(typed, offset) : []),
]

const french = (typed: string, offset: number): Edit[] => [
  ...[...typed.matchAll(/(?<=\S) (?=[?!;])/gu)].map(({ index }) => ({ from: offset + index, to: offset + index + 1, text: '\u202F' })),
  ...[...typed.matchAll(/(?<=\S) (?=:(?:\s|$))|(?<=«) (?=\S)|(?<=\S) (?=»)/gu)].map(({ index }) => ({
    from: offset + index,
    to: offset + index + 1,
    text: '\u00A0',
  })),
]
