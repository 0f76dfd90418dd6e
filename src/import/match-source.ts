import { yearOf as yearOfDate } from '../model/dates/edtf.ts'
import type { SourceFile } from '../model/files/source-file.ts'
import { comparedName } from '../model/names.ts'

/** How two descriptions were found to be of one work. */
export type SameBy = 'ISBN' | 'DOI' | 'title and year'

/** Types that stand within a work and share its ISBN with others. */
const withinOthers = new Set([
  'chapter',
  'entry-dictionary',
  'entry-encyclopedia',
  'paper-conference',
  'article',
  'article-journal',
  'article-magazine',
  'article-newspaper',
  'entry',
  'review',
  'review-book',
])

/** By what two works are the same: ISBN, DOI, or title and year (or both without one; and author, where both have one). */
export function sameBy(a: SourceFile, b: SourceFile): SameBy | undefined {
  if (a.DOI && a.DOI.toLowerCase() === b.DOI?.toLowerCase() && !areOthers(a, b) && !isPartOf(a, b)) return 'DOI'
  const haveSameIsbn = a.ISBN && b.ISBN && !withinOthers.has(a.type) && !withinOthers.has(b.type) && isbn13(a.ISBN) === isbn13(b.ISBN)
  // Publishers gave one number to several books, and people copy the wrong one.
  if (haveSameIsbn && !areOthers(a, b)) return 'ISBN'
  const isSameWork = (a.volume ?? '') === (b.volume ?? '') && (a.issue ?? '') === (b.issue ?? '') && haveSameTitle(a, b)
  return isSameWork && yearOf(a) === yearOf(b) ? 'title and year' : undefined
}

/** Chapters are often given the DOI of their book: one stands within others, the other does not, and their titles differ. */
function isPartOf(a: SourceFile, b: SourceFile): boolean {
  const [one, other] = [wordsOf(a.title), wordsOf(b.title)]
  return withinOthers.has(a.type) !== withinOthers.has(b.type) && !one.startsWith(other) && !other.startsWith(one)
}

/** By what a work may be the same as others: its DOI, its ISBN and its title; works with nothing of it in common are others. */
export const signsOf = ({ DOI, ISBN, title }: SourceFile): string[] => [
  ...(DOI ? [`doi ${DOI.toLowerCase()}`] : []),
  ...(ISBN ? [`isbn ${isbn13(ISBN)}`] : []),
  `title ${wordsOf(title)}`,
]

/** Whether title and, where both have one, author are the same. */
export const haveSameTitle = (a: SourceFile, b: SourceFile): boolean => wordsOf(a.title) === wordsOf(b.title) && mayBeBy(a, b)

/** Whether one id cannot mean both: neither the title nor the year agree. */
export function areOthers(a: SourceFile, b: SourceFile): boolean {
  const [one, other] = [wordsOf(a.title), wordsOf(b.title)]
  return !one.startsWith(other) && !other.startsWith(one) && yearOf(a) !== yearOf(b)
}

const yearOf = ({ issued }: SourceFile) => yearOfDate(issued)

/** The letters and digits of a title, without accents and case. Of two libraries every title is compared with every other. */
function wordsOf(title: string): string {
  const known = compared.get(title)
  if (known !== undefined) return known
  const read = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
  compared.set(title, read)
  return read
}

const compared = new Map<string, string>()

function mayBeBy(a: SourceFile, b: SourceFile): boolean {
  const [one, other] = [a, b].map(({ author, editor }) => (author ?? editor)?.[0])
  return !one || !other || wordsOf(comparedName(one)) === wordsOf(comparedName(other))
}

/** ISBN-10 as the ISBN-13 of the same book (ISO 2108). */
function isbn13(isbn: string): string {
  if (isbn.length === 13) return isbn
  const digits = `978${isbn.slice(0, 9)}`
  const sum = [...digits].reduce((total, digit, i) => total + Number(digit) * (i % 2 === 0 ? 1 : 3), 0)
  return `${digits}${(10 - (sum % 10)) % 10}`
}
