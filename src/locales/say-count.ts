/**
 * In a browser: a message by a number, from the forms that a page handed to an element (`hand-over.ts`).
 *
 * @param key as the attributes have it: `data-say-<key>-one`
 */
export function sayCount(
  holder: Element | null,
  key: string,
  amount: number,
  values: Readonly<Record<string, string | number>> = {},
): string {
  const form = new Intl.PluralRules(document.documentElement.lang).select(amount)
  const [message = ''] = [amount === 0 ? 'none' : form, form, 'other'].flatMap(
    (name) => holder?.getAttribute(`data-say-${key}-${name}`) ?? [],
  )
  const all: typeof values = { n: inFigures(amount), ...values }
  return message.replace(/\{(\w+)\}/gu, (_, name: string) => String(all[name]))
}

/** A number as the page writes numbers: with Latin digits. */
export const inFigures = (amount: number, options: Intl.NumberFormatOptions = {}): string =>
  amount.toLocaleString(document.documentElement.lang, { numberingSystem: 'latn', ...options })

const inFull = { day: 'numeric', month: 'long', year: 'numeric', calendar: 'gregory', numberingSystem: 'latn' } as const

/** A day as the page writes days. @param day at midnight of the reader’s own time */
export const inWords = (day: Date): string => day.toLocaleDateString(document.documentElement.lang, inFull)
