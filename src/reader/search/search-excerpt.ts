import { withoutClitics } from '../../tokenizer/clitics.ts'
import { compoundsOf } from '../../tokenizer/compounds.ts'
import { consonantsOf } from '../../tokenizer/consonants.ts'
import { type AskedDay, julianOf } from '../../tokenizer/dates.ts'
import { withoutArticles } from '../../tokenizer/index-words.ts'
import { nameKey } from '../../tokenizer/name-key.ts'
import { type Token, tokensOf, wordsOf } from '../../tokenizer/tokens.ts'
import type { UnitHits } from './search-units.ts'

/** A stretch of text, marked where it answers the query. */
export type Piece = { readonly text: string; readonly isMarked: boolean }

export type Excerpt = {
  readonly pieces: readonly Piece[]
  /** The marked words as the text has them, folded; those of a phrase in one string. */
  readonly marked: readonly string[]
}

type Span = { readonly first: number; readonly last: number }

const longest = 320

/** The sentence of a record that answers the most of a query, with the answers marked. */
export function excerptOf(text: string, id: string, units: readonly UnitHits[], language: string): Excerpt {
  const tokens = tokensOf(text)
  const spans = units.map((unit) => spansOf(text, tokens, id, unit, language))
  const { start, end } = bestSentence(text, tokens, spans, language)
  const pieces: Piece[] = [
    { text: `${start > 0 && !startsSentence(text, start) ? '…' : ''}`, isMarked: false },
    ...piecesOf(text, tokens, spans.flat(), start, end),
    { text: end < text.length && !/[.!?…”’)]\s*$/u.test(text.slice(0, end)) ? '…' : '', isMarked: false },
  ]
  return { pieces: pieces.filter(({ text }) => text !== ''), marked: markedIn(tokens, spans.flat()) }
}

/** A title or another short text, whole, with what answers a query marked. */
export function wholeOf(text: string, units: readonly UnitHits[], language: string): Excerpt {
  const tokens = tokensOf(text)
  const spans = units.flatMap((unit) => spansOf(text, tokens, '', unit, language))
  return { pieces: piecesOf(text, tokens, spans, 0, text.length).filter(({ text }) => text !== ''), marked: markedIn(tokens, spans) }
}

const markedIn = (tokens: readonly Token[], spans: readonly Span[]): string[] => [
  ...new Set(
    spans.map(({ first, last }) =>
      tokens
        .slice(first, last + 1)
        .map(({ word }) => word)
        .join(' '),
    ),
  ),
]

/** A stretch of a text in pieces, some of which answer. */
function piecesOf(text: string, tokens: readonly Token[], spans: readonly Span[], start: number, end: number): Piece[] {
  const inside = spans
    .map(({ first, last }) => ({ start: tokens[first]?.start ?? 0, end: tokens[last]?.end ?? 0 }))
    .filter((span) => span.start >= start && span.end <= end)
    .sort((a, b) => a.start - b.start || b.end - a.end)
  const pieces: Piece[] = []
  let at = start
  for (const span of inside) {
    if (span.start < at) continue
    pieces.push({ text: text.slice(at, span.start), isMarked: false }, { text: text.slice(span.start, span.end), isMarked: true })
    at = span.end
  }
  return [...pieces, { text: text.slice(at, end), isMarked: false }]
}

const startsSentence = (text: string, start: number) => /(?:^|[.!?…”’)\n])\s*$/u.test(text.slice(0, start))

/** Where in a text a unit is answered. */
function spansOf(text: string, tokens: readonly Token[], id: string, { unit, hits, as }: UnitHits, language: string): Span[] {
  const one = (i: number): Span => ({ first: i, last: i })
  if (unit.kind === 'day') return sequences(tokens, ...daysAs(unit.day, language))
  if (unit.kind === 'phrase') return sequences(tokens, unit.words)
  if (as === 'spelt') return tokens.flatMap(({ word }, i) => (isSpelling(word, unit.words) ? [one(i)] : []))
  if (unit.words.length > 1) return [...sequences(tokens, unit.words), ...compoundSpans(text, tokens, unit.words.join(''))]
  const typed = unit.words[0] ?? ''
  const found = [...(hits.get(id)?.words ?? [])].filter((i) => i < tokens.length).map(one)
  if (found.length > 0) return found
  const forms = tokens.flatMap(({ word }, i) => (word[0] === typed[0] && hits.isForm?.(word) ? [one(i)] : []))
  if (forms.length > 0) return forms
  const kin = tokens.flatMap(({ word }, i) =>
    word.startsWith(typed) || nameKey(word) === nameKey(typed) || withoutClitics(word).includes(typed) ? [one(i)] : [],
  )
  const joined = kin.length > 0 ? kin : compoundSpans(text, tokens, typed)
  // The index knows it as a part of a word that is longer.
  return joined.length > 0 || !hits.has(id) ? joined : tokens.flatMap(({ word }, i) => (isPartOf(typed, word) ? [one(i)] : []))
}

/** Whether a longer word has the one that was typed in it, whose own ending may be another. */
const isPartOf = (typed: string, word: string) =>
  word.length > typed.length + 1 && word.includes(typed.length > 4 ? typed.slice(0, -2) : typed)

/** Whether a word is the one that was asked for, in another spelling. */
function isSpelling(word: string, asked: readonly string[]): boolean {
  if (nameKey(word) === nameKey(asked.join(''))) return true
  const keys = new Set(
    withoutArticles(asked)
      .flatMap((one) => [one, ...withoutClitics(one)])
      .flatMap(consonantsOf),
  )
  return [word, ...withoutClitics(word)].flatMap(consonantsOf).some((key) => keys.has(key))
}

/** Where words stand one after the other. */
function sequences(tokens: readonly Token[], ...phrases: readonly (readonly string[])[]): Span[] {
  return phrases.flatMap((words) =>
    tokens.flatMap((_, i) => (words.every((word, k) => tokens[i + k]?.word === word) ? [{ first: i, last: i + words.length - 1 }] : [])),
  )
}

/** Where neighbours that signs divide make up the word that was typed. */
function compoundSpans(text: string, tokens: readonly Token[], typed: string): Span[] {
  if (!compoundsOf(text).includes(typed)) return []
  return tokens.flatMap((_, first) => {
    for (let last = first, joined = ''; last < tokens.length && joined.length < typed.length; last++) {
      joined += tokens[last]?.word
      if (joined === typed) return [{ first, last }]
    }
    return []
  })
}

/** The day and the month as a text names them, in the calendar asked for and in the other. */
function daysAs({ year, month, day }: AskedDay, language: string): string[][] {
  const asked = new Date(Date.UTC(2000, month - 1, day)).setUTCFullYear(year ?? 2000)
  // English is written in both orders.
  const names = (language === 'en' ? ['en-GB', 'en-US'] : [language]).map(
    (locale) =>
      new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', timeZone: 'UTC', calendar: 'gregory', numberingSystem: 'latn' }),
  )
  const times = gapsIn(year).flatMap((days) => [asked - days * dayLength, asked + days * dayLength])
  return [...new Set([asked, ...times])].flatMap((time) => names.map((name) => wordsOf(name.format(time))))
}

const dayLength = 86_400_000

/** By how many days the calendars differ in a year; of a day without one, by how many they have since the new one was made. */
function gapsIn(year: number | undefined): number[] {
  if (year === undefined) return [10, 11, 12, 13]
  const middle = new Date(Date.UTC(2000, 6, 1)).setUTCFullYear(year)
  const julian = julianOf(new Date(middle).toISOString().slice(-24, -14).padStart(10, '0'))
  return [Math.round((middle - new Date(Date.UTC(2000, julian.month - 1, julian.day)).setUTCFullYear(julian.year ?? year)) / dayLength)]
}

/** The sentence with the most different answers; of a very long one the part around them. */
function bestSentence(
  text: string,
  tokens: readonly Token[],
  spans: readonly (readonly Span[])[],
  language: string,
): { start: number; end: number } {
  const sentences = sentencesOf(text, language)
  const answers = ({ start, end }: { start: number; end: number }) =>
    spans.filter((found) => found.some(({ first, last }) => (tokens[first]?.start ?? 0) >= start && (tokens[last]?.end ?? 0) <= end)).length
  const best = sentences.reduce((a, b) => (answers(b) > answers(a) ? b : a), sentences[0] ?? { start: 0, end: text.length })
  if (best.end - best.start <= longest) return best
  const first = Math.min(
    ...spans
      .flat()
      .map(({ first }) => tokens[first]?.start ?? 0)
      .filter((start) => start >= best.start && start < best.end),
    best.end,
  )
  const from = Math.max(best.start, Math.min(first - longest / 3, best.end - longest))
  const start = tokens.find((token) => token.start >= from)?.start ?? best.start
  const end = tokens.findLast((token) => token.end <= start + longest)?.end ?? best.end
  return { start: start - best.start < 20 ? best.start : start, end: best.end - end < 20 ? best.end : end }
}

/** Sentences; one that ends in an abbreviation (“Vol.”, “V. I.”) goes on. */
function sentencesOf(text: string, language: string): { start: number; end: number }[] {
  const sentences: { start: number; end: number }[] = []
  for (const { index, segment } of new Intl.Segmenter(language, { granularity: 'sentence' }).segment(text)) {
    const last = sentences.at(-1)
    const end = index + segment.trimEnd().length
    if (last && /(?:^|[\s(“‘])\p{Lu}\p{Ll}{0,2}\.$/u.test(text.slice(Math.max(0, last.end - 8), last.end))) last.end = end
    else sentences.push({ start: index, end })
  }
  return sentences
}
