import type { Words } from './words.ts'

const formats = new Map<string, Intl.DateTimeFormat>()

/** A year as a heading has it, where 0 is 1 BC: “1917”, “44 BC”. */
export function sayYear(year: number, { locale }: Pick<Words, 'locale'>): string {
  if (year > 0) return String(year)
  const format = formats.get(locale) ?? new Intl.DateTimeFormat(locale, { year: 'numeric', era: 'short', timeZone: 'UTC' })
  formats.set(locale, format)
  return format.format(new Date(0).setUTCFullYear(year, 6, 1))
}
