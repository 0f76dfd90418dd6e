import type { CountedWord } from './count-words.ts'
import type { IndexFile } from './index-files.ts'

/**
 * The words of all records, to be offered for one that is in none: a list for each first letter, the words as they are
 * most often written, the most frequent first.
 */
export function wordLists(counted: readonly CountedWord[]): IndexFile[] {
  const counts = new Map<string, Map<string, number>>()
  for (const [word, form, , inAll] of counted) {
    const forms = counts.get(word) ?? new Map<string, number>()
    counts.set(word, forms.set(form, (forms.get(form) ?? 0) + inAll))
  }
  const words = [...counts]
    .filter(([word]) => word.length > 2 && /\p{L}/u.test(word))
    .map(([word, forms]) => ({
      word,
      form: [...forms].sort(([, a], [, b]) => b - a)[0]?.[0] ?? word,
      count: [...forms.values()].reduce((sum, count) => sum + count),
    }))
    .sort((a, b) => b.count - a.count || (a.word < b.word ? -1 : 1))
  return [...Map.groupBy(words, ({ word }) => [...word][0] ?? '')].map(([letter, list]) => ({
    path: `words/${letter.codePointAt(0)?.toString(16)}.json`,
    content: new TextEncoder().encode(JSON.stringify(list.map(({ form }) => form))),
  }))
}
