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
  const { start, end } = sentencesAt(text, before.length, before.length + match.length, sentencesOf(text, spansOf(words, say), language))
  const room = Math.max(60, longest - match.length)
  return {
    before: cutStart(text.slice(start, before.length), room / 2),
    match,
    after: cutEnd(text.slice(before.length + match.length, end), room / 2),
  }
}

/** The beginning of a text, cut at a word. */
export const beginningOf = (text: string): string => cutEnd(text, longest)

type Stretch = { readonly start: number; readonly end: number }

/** Where in the text the words of components stand. */
function spansOf(words: readonly Words[], say: WordsOfComponent): Stretch[] {
  let end = 0
  return words.flatMap((part) => {
    const start = end
    end += wordsOf(part, say).length
    return part.kind === 'text' || part.kind === 'marker' ? [] : [{ start, end }]
  })
}

/** The sentences of a text. A full stop inside a component ends none: “ed. T. Roe”, “V. I. Lenin”. */
function sentencesOf(text: string, components: readonly Stretch[], language: string): Stretch[] {
  const starts = [...new Intl.Segmenter(language, { granularity: 'sentence' }).segment(text)]
    .map(({ index }) => index)
    .filter((index) => !components.some(({ start, end }) => start < index && index < end))
  return starts.map((start, i) => ({ start, end: starts[i + 1] ?? text.length }))
}

/** From the sentence in which a stretch of text begins to the one in which it ends, and to the next if it is all of it. */
function sentencesAt(text: string, from: number, to: number, sentences: readonly Stretch[]) {
  const first = sentences.findLast(({ start }) => start <= from)
  const last = sentences.findIndex(({ end }) => end >= to)
  const start = first?.start ?? 0
  const endOf = (at: number) => {
    const sentence = sentences[at]
    return sentence ? sentence.start + text.slice(sentence.start, sentence.end).trimEnd().length : text.length
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
