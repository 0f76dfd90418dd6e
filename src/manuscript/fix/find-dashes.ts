import type { VisibleText } from '../advice/visible-text.ts'
import type { Edit } from './edits.ts'

/** A hyphen between figures, alone: days, numbers of books and telephones have more of them. */
const betweenFigures = /(?<![-–\d.,/\p{L}])\d+-\d+(?![-–\d/\p{L}])/gu
const withSpaces = / -{1,3} /gu
const double = /(?<=[\p{L}\p{N}”’"')])-{2,3}(?=[\p{L}\p{N}“‘"'(])/gu

/** Hyphens that stand for dashes: between figures, with a space at both sides, and two or three that join words. */
export const findDashes = ({ typed, offset }: VisibleText, language: string): Edit[] => [
  ...[...typed.matchAll(betweenFigures)].map(({ 0: found, index }) => {
    const at = offset + index + found.indexOf('-')
    return { from: at, to: at + 1, text: '–' }
  }),
  ...[...typed.matchAll(withSpaces)].map(({ 0: found, index }) => ({
    from: offset + index + 1,
    to: offset + index + found.length - 1,
    text: /^(?:ru|uk|es)/u.test(language) ? '—' : '–',
  })),
  ...[...typed.matchAll(double)].map(({ 0: found, index }) => ({ from: offset + index, to: offset + index + found.length, text: '—' })),
]
