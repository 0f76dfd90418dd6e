import type { Words } from '../model/facts.ts'
import type { Excerpt } from '../model/series.ts'

/** What a component prints, asked of the document it stands in. */
export type WordsOfComponent = (component: Exclude<Words, { kind: 'text' | 'marker' }>) => string

const longest = 240

/** The words as one string, components included. */
export const textOf = (words: readonly Words[], say: WordsOfComponent): string => words.map((part) => wordsOf(part, say)).join('')

function wordsOf(part: Words, say: WordsOfComponent): string {
  if (part.kind === 'text') return part.text
  return part.kind === 'marker' ? '' : say(part)
}

/** The sentence around one component of the words, cut at words where it is longer than 240 characters. */
export function excerptAround(words: readonly Words[], at: number, say: WordsOfComponent, language: string): Excerpt {
  const [before, match, after] = [words.slice(0, at), words.slice(at, at + 1), words.slice(at + 1)].map((part) => textOf(part, say)) as [string, string, string]
  const text = before + match + after
  const { start, end } = sentencesAt(text, before.length, before.length + match.length, language)
  const room = Math.max(60, longest - match.length)
  return {
    before: cutStart(text.slice(start, before.length), room / 2),
    match,
    after: cutEnd(text.slice(before.length + match.length, end), room / 2),
  }
}

/** The beginning of a text, cut at a word. */
export const beginningOf = (text: string): string => cutEnd(text, longest)

/** From the sentence in which a stretch of text begins to the one in which it ends, and to the next if it is all of it. */
function sentencesAt(text: string, from: number, to: number, language: string) {
  const sentences = [...new Intl.Segmenter(language, { granularity: 'sentence' }).segment(text)]
  const first = sentences.findLast(({ index }) => index <= from)
  const last = sentences.findIndex(({ index, segment }) => index + segment.length >= to)
  const start = first?.index ?? 0
  const endOf = (at: number) => {
    const sentence = sentences[at]
    return sentence ? sentence.index + sentence.segment.trimEnd().length : text.length
  }
  const isWhole = endOf(last) - start - (to - from) <= 2
  return { start, end: endOf(isWhole && last + 1 < sentences.length ? last + 1 : last) }
}

function cutStart(text: string, room: number): string {
  if (text.length <= room) return text
  return `… ${text.slice(-room).replace(/^\S*\s/u, '')}`
}

function cutEnd(text: string, room: number): string {
  if (text.length <= room) return text
  return `${text.slice(0, room).replace(/\s\S*$/u, '')} …`
}
