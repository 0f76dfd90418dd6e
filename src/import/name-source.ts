import { yearOf } from '../model/dates/edtf.ts'
import type { SourceFile } from '../model/files/source-file.ts'
import { idSchema } from '../model/ids.ts'
import { comparedName } from '../model/names.ts'

const shortTitle = 2
const smallWords = new Set([
  'a',
  'an',
  'the',
  'of',
  'on',
  'in',
  'and',
  'to',
  'for',
  'from',
  'with',
  'der',
  'die',
  'das',
  'und',
  'le',
  'la',
  'les',
  'et',
  'de',
])

/** The id of a new source: its citation key, where that can be an id; else author, short title and year. Unique among `taken`. */
export function nameSource(key: string | undefined, file: SourceFile, taken: { readonly has: (id: string) => boolean }): string {
  const wanted = key !== undefined && idSchema.safeParse(key).success ? key : madeOf(file)
  for (let n = 1; ; n++) {
    const id = n === 1 ? wanted : `${wanted}-${n}`
    if (!taken.has(id)) return id
  }
}

function madeOf({ author, editor, publisher, title, 'title-short': short, issued, type }: SourceFile): string {
  const [name] = author ?? editor ?? []
  const by = name ? comparedName(name) : (publisher ?? '')
  const words = slugOf((short ?? title).split(/[:.?–—]/u)[0] ?? title)
    .split('-')
    .filter((word) => !smallWords.has(word))
  return (
    [...slugOf(by).split('-').slice(0, 3), ...words.slice(0, shortTitle), yearOf(issued)?.replace('-', '') ?? '']
      .filter(Boolean)
      .join('-') || type.replaceAll('_', '-')
  )
}

/** Letters that no accent is taken from to make them plain. */
const plain: Record<string, string> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ð: 'd', þ: 'th', ł: 'l', ı: 'i' }

/** A text in the letters of an id. */
export const slugOf = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[ßæœøđðþłı]/gu, (letter) => plain[letter] ?? letter)
    .normalize('NFKD')
    .replace(/\p{M}|['’]/gu, '')
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-|-$/gu, '')
