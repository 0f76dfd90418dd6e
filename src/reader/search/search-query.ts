import { compoundsOf } from '../../tokenizer/compounds.ts'
import { type AskedDay, dayWord, takeDays } from '../../tokenizer/dates.ts'
import { wordsOf } from '../../tokenizer/tokens.ts'

/**
 * One thing that is asked for. A result must have all of them.
 * - `word`: a word or one that its signs divide (“death-penalty”, “RSDLP(b)”), in any form and, as it is being typed, in part
 * - `phrase`: words in quotation marks, to be found just so
 * - `day`: a date, in either calendar
 */
export type Unit =
  | { readonly kind: 'word' | 'phrase'; readonly text: string; readonly words: readonly string[]; readonly asks: readonly string[] }
  | { readonly kind: 'day'; readonly text: string; readonly day: AskedDay; readonly asks: readonly string[] }

const quoted = /["“”„«»]([^"“”„«»]*)(?:["“”„«»]|$)/gu

/** A number whose thousands are set apart by spaces: in one piece it is found however it is written. */
const thousands = /(?<![\p{L}\p{N}])\d{1,3}(?:\s\d{3})+(?![\p{L}\p{N}])/gu

/** Reads what a reader has typed; `language` is that of the names of months. */
export function readQuery(query: string, language: string): Unit[] {
  const phrases = [...query.matchAll(quoted)].flatMap(([, text = '']) => phraseOf(text, language))
  const { days, rest } = takeDays(query.replace(quoted, ' '), language)
  const unbroken = rest.replace(thousands, (number) => number.replace(/\s/gu, ''))
  return [...phrases, ...days.map((day) => unitOfDay(day, language)), ...unbroken.split(/[\s–—…/]+/u).flatMap(unitOfWord)]
}

function phraseOf(text: string, language: string): Unit[] {
  const { days, rest } = takeDays(text, language)
  if (days[0] && wordsOf(rest).length === 0) return days.map((day) => unitOfDay(day, language))
  const words = wordsOf(text)
  return words.length === 0 ? [] : [{ kind: 'phrase', text: text.trim(), words, asks: [phrase(words)] }]
}

/** A possessive asks for its noun; what signs divide stands so in the text or is written there as one word. */
function unitOfWord(typed: string): Unit[] {
  const text = typed.replace(/[’'ʼ‘`](?:s)?$/iu, '')
  const words = wordsOf(text)
  if (words.length === 0) return []
  const joined = compoundsOf(text)
  const asks = words.length === 1 ? words : [phrase(words)]
  return [{ kind: 'word', text: typed, words, asks: [...new Set([...asks, ...joined])] }]
}

function unitOfDay(day: AskedDay, language: string): Unit {
  const date = new Date(Date.UTC(day.year ?? 2000, day.month - 1, day.day))
  const text = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    calendar: 'gregory',
    numberingSystem: 'latn',
    day: 'numeric',
    month: 'long',
    ...(day.year && { year: 'numeric' }),
    timeZone: 'UTC',
  }).format(date)
  return { kind: 'day', text, day, asks: [phrase([dayWord(day)]), phrase(wordsOf(text))] }
}

const phrase = (words: readonly string[]) => `"${words.join(' ')}"`
