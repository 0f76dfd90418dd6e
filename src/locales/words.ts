import { madeOnce } from '../tracked-reads.ts'
import type { BlanksOf, Catalogue, Message, PartialCatalogue, Plural, PluralKey, TextKey, ValuesOf } from './catalogue.ts'
import { catalogueFor } from './catalogues.ts'
import { fill } from './fill.ts'
import { directionOf, localeOf } from './languages.ts'

/** A stretch of a message: its own words, or a blank that a page fills with an element. */
export type Piece = string | { readonly blank: string }

/** What the program says in one language. */
export type Words = {
  /** The language as the writer named it, and as `Intl` is asked: with the calendar and the digits of the site. */
  readonly language: string
  readonly locale: string
  readonly direction: 'ltr' | 'rtl'
  /** The words of the writer’s own, as JSON: with the language, all that these words depend on. */
  readonly own: string
  readonly say: <K extends TextKey>(key: K, ...values: [BlanksOf<K>] extends [never] ? [] : [ValuesOf<K>]) => string
  /** A message by a number: “1 note”, “no notes”, “2,041 words”. */
  readonly count: <K extends PluralKey>(key: K, amount: number, ...values: [BlanksOf<K>] extends [never] ? [] : [ValuesOf<K>]) => string
  /** A message as it stands in the catalogue. */
  readonly message: (key: TextKey | PluralKey) => Message
  /** A message in pieces, for those whose blanks are elements; `values` fills the others. A number fills `n` and chooses the form. */
  readonly pieces: (key: TextKey | PluralKey, values?: Readonly<Record<string, string | number>>, amount?: number) => readonly Piece[]
  readonly number: (value: number, options?: Intl.NumberFormatOptions) => string
  /** A day in full: “24 November 2026”. @param iso `YYYY-MM-DD` */
  readonly day: (iso: string) => string
  /** Several things as one: “a, b and c”. */
  readonly list: (things: readonly string[]) => string
  readonly compare: (a: string, b: string) => number
}

/** A series, as far as its words go: its language, and the words of the writer’s own. */
type Speaker = { readonly language: string; readonly words?: PartialCatalogue | undefined }

/** The words of a series. @throws where its language has no catalogue, which the check of the manuscript has refused */
export const wordsOf: (series: Speaker) => Words = madeOnce(({ language, words: own }: Speaker): Words => {
  const catalogue = catalogueFor(language)
  const locale = localeOf(language)
  const rules = new Intl.PluralRules(locale)
  const collator = new Intl.Collator(locale)
  const list = new Intl.ListFormat(locale)
  const message = (key: TextKey | PluralKey): Message => {
    const found = messageIn(own, key) ?? messageIn(catalogue, key)
    if (found === undefined) throw new Error(`The language ${language} has no word “${key}”.`)
    return found
  }
  const number: Words['number'] = (value, options) => value.toLocaleString(locale, options)
  const formFor = (key: TextKey | PluralKey, amount: number | undefined): string => {
    const found = message(key)
    return typeof found === 'string' ? found : formOf(found, amount ?? 0, rules)
  }
  return {
    language,
    locale,
    direction: directionOf(language),
    own: JSON.stringify(own ?? {}),
    message,
    number,
    say: (key, ...values: readonly Readonly<Record<string, string | number>>[]) => fill(formFor(key, undefined), values[0] ?? {}),
    count: (key, amount, ...values: readonly Readonly<Record<string, string | number>>[]) =>
      fill(formFor(key, amount), { n: number(amount), ...values[0] }),
    pieces: (key, values = {}, amount) => piecesOf(fill(formFor(key, amount), values)),
    day: (iso) => new Date(`${iso}T00:00:00Z`).toLocaleDateString(locale, { dateStyle: 'long', timeZone: 'UTC' }),
    list: (things) => list.format(things),
    compare: collator.compare,
  }
})

/** The form of a message for a number. */
export function formOf(plural: Plural, amount: number, rules: Intl.PluralRules): string {
  return (amount === 0 ? plural.none : undefined) ?? plural[rules.select(amount)] ?? plural.other
}

function messageIn(catalogue: Catalogue | PartialCatalogue | undefined, key: string): Message | undefined {
  const [group = '', name = ''] = key.split('.')
  return (catalogue as PartialCatalogue | undefined)?.[group]?.[name]
}

const piecesOf = (message: string): Piece[] =>
  message
    .split(/(\{\w+\})/u)
    .filter((piece) => piece !== '')
    .map((piece) => (/^\{\w+\}$/u.test(piece) ? { blank: piece.slice(1, -1) } : piece))
