import { isDay } from './days.ts'

/**
 * Dates of works in EDTF, levels 0 and 1 (ISO 8601-2, https://www.loc.gov/standards/datetime/): `2017`, `1917-04`,
 * `1917-04-07`, a season `1917-21`, decades and centuries `195X` and `18XX`, years before the era `-0043`, marks of doubt
 * `1917?` (uncertain), `1917~` (about) and `1917%` (both), and ranges of them, open (`1997/..`) or unknown (`/2006`) at an end.
 */
export type EdtfDay = {
  /** The year as in EDTF, where 0 is 1 BC; of `195X` and `-04XX` the first that it can be. */
  readonly year: number
  readonly month?: number
  readonly day?: number
  /** From 1, spring, to 4, winter. */
  readonly season?: number
  /** How many digits of the year are not known. */
  readonly unknownDigits: number
  readonly isUncertain: boolean
  readonly isApproximate: boolean
}

/** The ends of a date: one for a day, two for a range, of which one can be open (`..`) or not known (``). */
export type Edtf = readonly [EdtfDay] | readonly [EdtfDay | '..' | '', EdtfDay | '..' | '']

const dayPattern = /^(-?\d{4}|-?\d{3}X|-?\d{2}XX)(?:-(\d\d|XX)(?:-(\d\d|XX))?)?([?~%]?)$/

/** Reads EDTF; nothing where it is none. */
export const parseEdtf = (text: string): Edtf | undefined => (mistakeInEdtf(text) ? undefined : endsOf(text))

/** The ends of a text that is known to be EDTF; that its days exist is not asked, for those of the Julian calendar may be others. */
export function endsOf(text: string): Edtf | undefined {
  const [first, last] = text.split('/').map((end) => (end === '..' || end === '' ? end : readDay(end)))
  if (first === undefined || last === undefined) return first === undefined || typeof first === 'string' ? undefined : [first]
  return [first, last]
}

function readDay(text: string): EdtfDay {
  const [, year = '', second, third, mark = ''] = dayPattern.exec(text) ?? []
  const unknownDigits = year.match(/X/g)?.length ?? 0
  const number = second === undefined || second === 'XX' ? undefined : Number(second)
  return {
    year: Number(year.replaceAll('X', year.startsWith('-') ? '9' : '0')),
    ...(number !== undefined && (number > 12 ? { season: number - 20 } : { month: number })),
    ...(third !== undefined && third !== 'XX' && { day: Number(third) }),
    unknownDigits,
    isUncertain: mark === '?' || mark === '%',
    isApproximate: mark === '~' || mark === '%',
  }
}

/** What a date would have to be where it is no EDTF. */
export function mistakeInEdtf(text: string): string | undefined {
  const ends = text.split('/')
  const days = ends.filter((end) => end !== '' && end !== '..')
  if (ends.length > 2 || days.length === 0 || (ends.length === 1 && days.length === 0) || !days.every((day) => dayPattern.test(day)))
    return 'a date as 2017, 1917-04, 1917-04-07, 1917-21 (spring), 195X, 1917~ (about), 1917? or 1930/1933'
  const impossible = days.find((day) => !canBe(day))
  if (impossible) return `a date of the calendar; there is no ${impossible}`
  const [first, last] = days
  const isInOrder = first === undefined || last === undefined || !(orderOf(last) < orderOf(first))
  return isInOrder ? undefined : `the earlier date first: ${last}/${first}`
}

function canBe(text: string): boolean {
  const [, year = '', second, third] = dayPattern.exec(text) ?? []
  if (year === '-0000') return false
  if (second === undefined) return true
  if (year.includes('X')) return false
  if (second === 'XX') return third === undefined || third === 'XX'
  if (third === 'XX') return isDay(`${year.replace('-', '')}-${second}`)
  if (third === undefined && /^2[1-4]$/.test(second)) return true
  const plain = year.startsWith('-') ? '2000' : year
  return isDay([plain, second, third].filter(Boolean).join('-'))
}

function orderOf(text: string): number {
  const { year, month = 0, day = 0, season = 0 } = readDay(text)
  return year * 10_000 + (month || season * 3) * 100 + day
}

/** A date of a work: EDTF, or in words that are no date of our calendars, printed as they are. */
export type WorkDate = string | { readonly literal: string }

/** The EDTF of a date, where it has one. */
export const edtfIn = (date: WorkDate | undefined): string | undefined => (typeof date === 'string' ? date : undefined)

/**
 * The days of a date in ISO 8601 without marks of doubt, for formats that know no others: one, or the first and the last
 * of a range; of an open range the end that is known. None for words, and for years before the era.
 */
export function plainDays(date: WorkDate | undefined): string[] {
  const ends = edtfIn(date) === undefined ? undefined : parseEdtf(edtfIn(date) ?? '')
  return (ends ?? []).flatMap((end) => {
    if (typeof end === 'string' || end.year < 0) return []
    const year = String(end.year).padStart(4, '0')
    if (end.unknownDigits > 0) return [year, String(end.year + 10 ** end.unknownDigits - 1).padStart(4, '0')]
    return [[year, end.month, end.day].flatMap((part) => (part === undefined ? [] : String(part).padStart(2, '0'))).join('-')]
  })
}

/** The year a work is sorted and compared by: the first of its date, or the first that its words name. */
export const yearOf = (date: WorkDate | undefined): string | undefined =>
  typeof date === 'object' ? /\b\d{4}\b/u.exec(date.literal)?.[0] : (plainDays(date)[0]?.slice(0, 4) ?? edtfIn(date))
