import { keep } from '../../kept-results.ts'
import { inGroups } from '../../model/sizes.ts'
import { tokensOf } from '../../tokenizer/tokens.ts'
import { mostJoined, type RecordGroup } from './record-groups.ts'

/** A word as it is written somewhere, and how often: in the texts of records, and in these, their titles and names. */
export type CountedWord = readonly [word: string, form: string, inTexts: number, inAll: number]

/** The same of many words, as it is kept. */
type Counts = {
  /** A word with its form behind a space; alone where it is its form. Neither has a space in it. */
  readonly names: readonly string[]
  /** For each how often it is in texts, and in all. */
  readonly counts: Uint32Array
}

/** The words of all records with their forms, in the order in which these first come. */
export function countWords(groups: readonly RecordGroup[]): CountedWord[] {
  const joined = inGroups(groups, mostJoined).map((some) =>
    keep(
      'word-counts-joined',
      some.map(({ key }) => key),
      () => joinCounts(some.map(({ key, records }) => keep('word-counts', [key], () => countIn(records)))),
    ),
  )
  const { names, counts } = joinCounts(joined)
  return names.map((name, i) => {
    const [word = '', form = word] = name.split(' ')
    return [word, form, counts[2 * i] ?? 0, counts[2 * i + 1] ?? 0]
  })
}

function joinCounts(groups: readonly Counts[]): Counts {
  const numbers = new Map<string, number>()
  const counts: number[] = []
  for (const group of groups)
    for (const [i, name] of group.names.entries()) {
      const number = numbers.get(name) ?? numbers.size
      numbers.set(name, number)
      counts[2 * number] = (counts[2 * number] ?? 0) + (group.counts[2 * i] ?? 0)
      counts[2 * number + 1] = (counts[2 * number + 1] ?? 0) + (group.counts[2 * i + 1] ?? 0)
    }
  return { names: [...numbers.keys()], counts: Uint32Array.from(counts) }
}

function countIn(records: RecordGroup['records']): Counts {
  const counts = new Map<string, { inTexts: number; inAll: number }>()
  for (const { text, title, names = [] } of records) {
    for (const [i, part] of [text, title, ...names].entries()) {
      for (const { word, start, end } of tokensOf(part)) {
        const form = part.slice(start, end).replace(/[\u00AD\u200B-\u200D\u2060]/gu, '')
        const name = form === word ? word : `${word} ${form}`
        const count = counts.get(name) ?? { inTexts: 0, inAll: 0 }
        count.inAll += 1
        if (i === 0) count.inTexts += 1
        counts.set(name, count)
      }
    }
  }
  return { names: [...counts.keys()], counts: Uint32Array.from([...counts.values()].flatMap(({ inTexts, inAll }) => [inTexts, inAll])) }
}
