import type { Catalogue } from './catalogue.ts'
import { fill } from './fill.ts'
import type { Hosts } from './hand-over.ts'

type Values = Readonly<Record<string, string | number>>

/**
 * In a browser: a message that the page handed to an element (`hand-over.ts`). Nothing else of the catalogues comes into
 * a script.
 *
 * @param host name of the element; its first on the page is asked
 */
export const say = <H extends keyof Hosts>(host: H, key: keyof Catalogue[Hosts[H]] & string, values: Values = {}): string =>
  fill(read(document.querySelector<HTMLElement>(host), key) ?? '', values)

/** A message by a number, from the forms that an element holds. */
export function sayCount(holder: HTMLElement | null, key: string, amount: number, values: Values = {}): string {
  const { lang } = document.documentElement
  const form = new Intl.PluralRules(lang).select(amount)
  const message =
    (amount === 0 ? read(holder, `${key}None`) : undefined) ?? read(holder, `${key}${capital(form)}`) ?? read(holder, `${key}Other`)
  return fill(message ?? '', { n: inFigures(amount), ...values })
}

/** A number as the page writes numbers: with Latin digits. */
export const inFigures = (amount: number, options: Intl.NumberFormatOptions = {}): string =>
  amount.toLocaleString(document.documentElement.lang, { numberingSystem: 'latn', ...options })

/** A day as the page writes days. @param day at midnight of the reader’s own time */
export const inDays = (day: Date): string =>
  day.toLocaleDateString(document.documentElement.lang, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    calendar: 'gregory',
    numberingSystem: 'latn',
  })

const read = (holder: HTMLElement | null, key: string): string | undefined => holder?.dataset[`say${capital(key)}`]

const capital = (name: string) => name.charAt(0).toUpperCase() + name.slice(1)
