import { monthsOf } from './months.ts'

/** A day as a reader asks for it: month and day, and the year where it was given. */
export type AskedDay = { readonly year?: number; readonly month: number; readonly day: number }

const two = (number: number) => String(number).padStart(2, '0')

/** The words that stand for a day in the index: one with the year, one for that day of any year. */
export const dayWords = ({ year, month, day }: AskedDay): string[] => [
  ...(year === undefined ? [] : [`xdy${year}${two(month)}${two(day)}`]),
  `xdm${two(month)}${two(day)}`,
]

/** The word by which a day is looked up. */
export const dayWord = (asked: AskedDay): string => dayWords(asked)[0] as string

/**
 * The same day in the Julian calendar, by its Julian day number (E. G. Richards, “Calendars”, in: Explanatory Supplement
 * to the Astronomical Almanac, 3rd ed., 2013, § 15.11.3, algorithm 3).
 *
 * @param iso day in the Gregorian calendar, `YYYY-MM-DD`
 */
export function julianOf(iso: string): AskedDay {
  const f = Date.parse(iso) / 86_400_000 + 2_440_588 + 1401
  const e = 4 * f + 3
  const h = 5 * Math.floor((e % 1461) / 4) + 2
  const month = ((Math.floor(h / 153) + 2) % 12) + 1
  return { year: Math.floor(e / 1461) - 4716 + Math.floor((14 - month) / 12), month, day: Math.floor((h % 153) / 5) + 1 }
}

/**
 * Reads a day: “7 November”, “November 7th, 1917”, “the 25th of October”, “1917-10-25”, “25.10.1917”; in the language of the
 * series and in every other that the program speaks: “25 октября”, “25 de octubre de 1917”, “1917年10月25日”.
 *
 * @param language whose names of months go before those of others
 * @returns the days named in a query, and the query without them
 */
export function takeDays(query: string, language: string): { days: AskedDay[]; rest: string } {
  const months = monthsOf(language)
  const month = `(?<month>${months.map(({ name }) => name.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')).join('|')})\\.?`
  const day = '(?<day>\\d{1,2})(?:st|nd|rd|th|er|[.ºª°])?'
  // “25 de octubre de 1917”, “25 באוקטובר 1917”, “25 октября 1917 г.”
  const year = '(?:,?\\s+(?:de\\s+)?(?<year>\\d{1,4}))?'
  const forms = [
    '(?<year>\\d{4})-(?<number>\\d{1,2})-(?<day>\\d{1,2})',
    '(?<day>\\d{1,2})[./](?<number>\\d{1,2})[./](?<year>\\d{4})',
    '(?:(?<year>\\d{1,4})年)?(?<number>\\d{1,2})月(?<day>\\d{1,2})日',
    `${day}\\s+(?:of\\s+|de\\s+|d[’']|ב)?${month}${year}`,
    `${month}\\s+${day}${year}`,
  ]
  const days: AskedDay[] = []
  let rest = query
  for (const form of forms) {
    rest = rest.replace(new RegExp(`(?<![\\p{L}\\p{N}])${form}(?![\\p{L}\\p{N}])`, 'giu'), (found: string, ...groups: unknown[]) => {
      const { day: d, month: m, number, year: y } = groups.at(-1) as Record<string, string | undefined>
      const asked = {
        ...(y && { year: Number(y) }),
        month: number ? Number(number) : (months.find(({ name }) => name === m?.toLowerCase())?.month ?? 0),
        day: Number(d),
      }
      if (asked.month < 1 || asked.month > 12 || asked.day < 1 || asked.day > 31) return found
      days.push(asked)
      return ' '
    })
  }
  return { days, rest }
}
