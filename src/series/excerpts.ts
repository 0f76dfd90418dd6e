import { cutEnd, cutStart } from '../model/cut.ts'
import type { Words } from '../model/facts.ts'
import { lastWhere } from '../model/halving.ts'
import type { Excerpt } from '../model/series.ts'

/** What a component prints, asked of the document it stands in. */
export type WordsOfComponent = (component: Exclude<Words, { kind: 'text' | 'marker' }>) => string

const longest = 240

type Stretch = { readonly start: number; readonly end: number }

/** Running text with the words of its components, ready for many excerpts. */
export type Spoken = {
  readonly text: string
  /** Where in `text` each of the words begins. */
  readonly starts: readonly number[]
  readonly sentences: readonly Stretch[]
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
  const components = words.flatMap((part, i) => {
    const start = starts[i] ?? 0
    return part.kind === 'text' || part.kind === 'marker' ? [] : [{ start, end: starts[i + 1] ?? text.length }]
  })
  return { text, starts, sentences: sentencesOf(text, components, language) }
}

/** The sentences of a text. A full stop inside a component ends none: “ed. T. Roe”, “V. I. Lenin”. */
function sentencesOf(text: string, components: readonly Stretch[], language: string): Stretch[] {
  let next = 0
  const starts = [...segmenterOf(language).segment(text)].flatMap(({ index }) => {
    while ((components[next]?.end ?? text.length) <= index && next < components.length) next++
    const component = components[next]
    return component && component.start < index && index < component.end ? [] : [index]
  })
  return starts.map((start, i) => ({ start, end: starts[i + 1] ?? text.length }))
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
  const { start, end } = sentencesAt(text, sentences, from, to)
  const room = Math.max(60, longest - (to - from))
  return { before: cutStart(text.slice(start, from), room / 2), match: text.slice(from, to), after: cutEnd(text.slice(to, end), room / 2) }
}

/** The beginning of a text, cut at a word. */
export const beginningOf = (text: string): string => cutEnd(text, longest)

/** From the sentence in which a stretch of text begins to the one in which it ends, and to the next if it is all of it. */
function sentencesAt(text: string, sentences: readonly Stretch[], from: number, to: number) {
  const sentenceAt = (offset: number) => lastWhere(sentences.length, (at) => (sentences[at]?.start ?? 0) <= offset)
  const start = sentences[sentenceAt(from)]?.start ?? 0
  const last = sentenceAt(Math.max(0, to - 1))
  const endOf = (at: number) => {
    const sentence = sentences[at]
    return sentence ? sentence.start + text.slice(sentence.start, sentence.end).trimEnd().length : text.length
  }
  const isWhole = endOf(last) - start - (to - from) <= 2
  return { start, end: endOf(isWhole && last + 1 < sentences.length ? last + 1 : last) }
}
