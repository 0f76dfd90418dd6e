import { keep } from '../../kept-results.ts'
import { tokensOf } from '../../tokenizer/tokens.ts'
import { groupsOf } from './record-groups.ts'
import type { SearchRecord } from './records.ts'

/** A word as it is written somewhere, and how often: in the texts of records, and in these, their titles and names. */
export type CountedWord = readonly [word: string, form: string, inTexts: number, inAll: number]

/** The words of all records with their forms, in the order in which these first come, each once for every group of records. */
export const countWords = (records: readonly SearchRecord[]): CountedWord[] =>
  groupsOf(records).flatMap((group) => {
    const texts = group.map(({ text, title, names = [] }) => [text, title, ...names])
    return keep('word-counts', [JSON.stringify(texts)], () => countIn(texts))
  })

/** @param texts of each record, its text first */
function countIn(texts: readonly (readonly string[])[]): CountedWord[] {
  const counts = new Map<string, Map<string, { inTexts: number; inAll: number }>>()
  for (const parts of texts) {
    for (const [i, part] of parts.entries()) {
      for (const { word, start, end } of tokensOf(part)) {
        const form = part.slice(start, end).replace(/[\u00AD\u200B-\u200D\u2060]/gu, '')
        const forms = counts.get(word) ?? new Map<string, { inTexts: number; inAll: number }>()
        const count = forms.get(form) ?? { inTexts: 0, inAll: 0 }
        count.inAll += 1
        if (i === 0) count.inTexts += 1
        counts.set(word, forms.set(form, count))
      }
    }
  }
  return [...counts].flatMap(([word, forms]) => [...forms].map(([form, { inTexts, inAll }]) => [word, form, inTexts, inAll] as const))
}
