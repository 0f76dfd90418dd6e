import type { Words } from '../model/facts.ts'
import type { Excerpt } from '../model/series.ts'

/** What a component prints, asked of the document it stands in. */
export type WordsOfComponent = (component: Exclude<Words, { kind: 'text' | 'marker' }>) => string

const longest = 240

/** Running text with the words of its components, ready for many excerpts. */
export type Spoken = {
  readonly text: string
  /** Where in `text` each of the words begins. */
  readonly starts: readonly number[]
  readonly sentences: readonly Intl.SegmentData[]
}

/** The words as one string, components included. */
export const textOf = (words: readonly Words[], say: WordsOfComponent): string => words.map((part) => wordsOf(part, say)).join('')

/** The words as one string that knows where each of them and each sentence begins. */
export function speak(words: readonly Words[], say: WordsOfComponent, language: string): Spoken {
  const starts: number[] = []
  let text = ''
  for (const part of words) {
    starts.push(text.length)
    text += wordsOf(part, say)
  }
  return { text, starts, sentences: [...segmenterOf(language).segment(text)] }
}

function wordsOf(part: Words, say: WordsOfComponent): string {
  if (part.kind === 'text') return part.text
  return part.kind === 'marker' ? '' : say(part)
}

const segmenters = new Map<string, Intl.Segmenter>()

function segmenterOf(language: string): Intl.Segmenter {
  const segmenter = segmenters.get(language) ?? new Intl.Segmenter(language, { granularity: 'sentence' })
  segmenters.set(language, segmenter)
  return segmenter
}

/** The sentence around one component of the words, cut at words where it is longer than 240 characters. */
export function excerptAround({ text, starts, sentences }: Spoken, at: number): Excerpt {
  const [from = 0, to = text.length] = starts.slice(at, at + 2)
  const { start, end } = sentencesAt(sentences, from, to, text.length)
  const room = Math.max(60, longest - (to - from))
  return { before: cutStart(text.slice(start, from), room / 2), match: text.slice(from, to), after: cutEnd(text.slice(to, end), room / 2) }
}

/** The beginning of a text, cut at a word. */
export const beginningOf = (text: string): string => cutEnd(text, longest)

/** From the sentence in which a stretch of text begins to the one in which it ends, and to the next if it is all of it. */
function sentencesAt(sentences: readonly Intl.SegmentData[], from: number, to: number, length: number) {
  const start = sentences[sentenceAt(sentences, from)]?.index ?? 0
  const last = sentenceAt(sentences, Math.max(0, to - 1))
  const endOf = (at: number) => {
    const sentence = sentences[at]
    return sentence ? sentence.index + sentence.segment.trimEnd().length : length
  }
  const isWhole = endOf(last) - start - (to - from) <= 2
  return { start, end: endOf(isWhole && last + 1 < sentences.length ? last + 1 : last) }
}

/** The last sentence that begins at or before an offset, by halving. */
function sentenceAt(sentences: readonly Intl.SegmentData[], offset: number): number {
  let [low, high] = [0, sentences.length]
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if ((sentences[middle]?.index ?? 0) <= offset) low = middle
    else high = middle
  }
  return low
}

function cutStart(text: string, room: number): string {
  if (text.length <= room) return text
  return `… ${text.slice(-room).replace(/^\S*\s/u, '')}`
}

function cutEnd(text: string, room: number): string {
  if (text.length <= room) return text
  return `${text.slice(0, room).replace(/\s\S*$/u, '')} …`
}
