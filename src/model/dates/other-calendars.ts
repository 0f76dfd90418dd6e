import { numberOfRoman } from '../roman.ts'
import { isoOf } from './calendars.ts'
import { republicanNames } from './republican-months.ts'

/** Calendars besides the Julian and the Gregorian in which a date can be given. */
export const otherCalendars = ['republican', 'hebrew', 'islamic'] as const
export type OtherCalendar = (typeof otherCalendars)[number]

/**
 * A day, month or year of such a calendar. Months count from 1 in the order of the calendar; for the Hebrew one through
 * {@link hebrewMonths}, of which a year lacks one or two; the complementary days of the Republican one are a 13th.
 */
export type OtherDate = { readonly year: number; readonly month?: number; readonly day?: number }

/** As ICU names them in English. */
const hebrewMonths = [
  'tishri',
  'heshvan',
  'kislev',
  'tevet',
  'shevat',
  'adar i',
  'adar',
  'adar ii',
  'nisan',
  'iyar',
  'sivan',
  'tamuz',
  'av',
  'elul',
] as const

const expected = {
  republican: 'a date as 8-brumaire-18, 8-02-18, “18 brumaire an VIII”, “brumaire an VIII” or “an VIII”, of the years 1 to 14',
  hebrew: 'a date as 5708-iyar-05, “5 Iyar 5708”, “Iyar 5708” or 5708, with the name of the month',
  islamic: 'a date as 1367-07-05, 1367-rajab-05, “5 Rajab 1367”, “Rajab 1367” or 1367',
} as const satisfies Record<OtherCalendar, string>

/** Reads what a writer typed: a date, or two with a slash between them. */
export function readOtherDate(
  typed: string,
  calendar: OtherCalendar,
): { readonly dates: readonly OtherDate[] } | { readonly expected: string } {
  const dates = typed.split('/').map((text) => readOne(text, calendar))
  return dates.length < 3 && dates.every((date) => date !== undefined) ? { dates } : { expected: expected[calendar] }
}

const ignored = /(?<!\p{L})(?:an|année|year|jahr|anno|año|ano|ah|a\.h\.|am|a\.m\.|de|of|ה׳)(?!\p{L})\.?|,/giu

/** With hyphens the year comes first, with spaces the day. */
function readOne(typed: string, calendar: OtherCalendar): OtherDate | undefined {
  const text = typed.trim().replace(ignored, ' ').trim()
  const form =
    /^(?<first>\d+(?:er?|ère|st|nd|rd|th|º|ª|\.)?(?!\p{L})|[IVX]+(?![\p{L}\p{M}]))?(?<rest>.*?)(?<last>(?<!\d)\d+|(?<![\p{L}\p{M}])[IVX]+)?$/iu.exec(
      text,
    )?.groups
  if (!form) return undefined
  const { first, rest = '', last } = form
  const isYearFirst = first !== undefined && /^-/u.test(rest)
  const [yearText, dayText] =
    first === undefined ? [last, undefined] : last === undefined ? [first, undefined] : isYearFirst ? [first, last] : [last, first]
  const name = keyOf(rest)
  const year = numberIn(yearText, calendar)
  if (year === undefined) return undefined
  if (name === '') return last === undefined || first === undefined ? { year } : monthAlone(isYearFirst, year, last, calendar)
  const month = /^\d+$/u.test(name) ? numberedMonth(name, isYearFirst, calendar) : monthsOf(calendar).get(name)
  if (month === undefined) return undefined
  if (dayText === undefined) return { year, month }
  const day = Number.parseInt(dayText, 10)
  return /^\d{1,2}(?!\d)/u.test(dayText) ? { year, month, day } : undefined
}

/** “1367-07”: a month by its number. */
function monthAlone(isYearFirst: boolean, year: number, last: string, calendar: OtherCalendar): OtherDate | undefined {
  const month = numberedMonth(last, isYearFirst, calendar)
  return month === undefined ? undefined : { year, month }
}

/** The months of the Hebrew year are counted in two ways, so they are named. */
const numberedMonth = (text: string, isYearFirst: boolean, calendar: OtherCalendar) =>
  isYearFirst && calendar !== 'hebrew' && /^\d{1,2}$/u.test(text) ? Number(text) : undefined

function numberIn(text: string | undefined, calendar: OtherCalendar): number | undefined {
  if (text === undefined) return undefined
  if (/^\d{1,4}$/u.test(text)) return Number(text)
  return calendar === 'republican' ? numberOfRoman(text) : undefined
}

/** A name of a month without what is written in several ways: marks, apostrophes, case, “al-”. */
const keyOf = (name: string) =>
  name
    .normalize('NFD')
    .replace(/[\p{M}'’‘ʿʾ׳`.]/gu, '')
    .toLowerCase()
    .replace(/[\s-]+/gu, ' ')
    .replace(/(?<=^| )(?:al|ul|ath?|el) ?(?=\p{L})/gu, (article) => (/ $/u.test(article) ? '' : article))
    .trim()

/** Spellings of Hebrew and Arabic months besides those of ICU in the languages of the program. */
const spellings: Readonly<Record<Exclude<OtherCalendar, 'republican'>, readonly string[]>> = {
  hebrew: [
    'tishrei,tishre,tischri',
    'cheshvan,heshwan,marheshvan,marcheshvan,cheschwan,חשון,מרחשון,מרחשוון',
    'chislev,kislew',
    'teves,tebeth,tevet',
    'shvat,sebat,schwat',
    'adar 1,adar rishon,adar aleph,adar alef,אדר א',
    '',
    'adar 2,adar sheni,adar bet,adar beth,אדר ב',
    'nissan',
    'iyyar,ijar,ijjar',
    'siwan',
    'tammuz',
    'ab,menachem av',
    '',
  ],
  islamic: [
    'muharrem,moharram',
    'safer',
    'rabi i,rabi 1,rabi awwal,rabi ul awwal,rabi1',
    'rabi ii,rabi 2,rabi thani,rabi akhir,rabi ul thani',
    'jumada i,jumada 1,jumada ula,jumada awwal',
    'jumada ii,jumada 2,jumada thani,jumada akhira,jumada thaniya',
    'redjeb,radjab',
    'shaban,schaban,chaban',
    'ramadhan,ramazan',
    'shawwal,schawwal,chawwal',
    'dhu qada,dhul qada,dhu qida,dhul qida,zilkade',
    'dhu hijja,dhul hijja,dhu hijjah,dhul hijjah,zilhicce',
  ],
}

const languages = ['en', 'de', 'fr', 'es', 'it', 'pt', 'ru', 'uk', 'pl', 'tr', 'el', 'ar', 'he']
const names = new Map<OtherCalendar, ReadonlyMap<string, number>>()

/** The months of a calendar by their names in every language of the program. */
function monthsOf(calendar: OtherCalendar): ReadonlyMap<string, number> {
  const known = names.get(calendar) ?? new Map(calendar === 'republican' ? republicanMonths() : monthsByIntl(calendar))
  names.set(calendar, known)
  return known
}

const republicanMonths = () => [
  ...Object.values(republicanNames).flatMap(({ months, ofDays = [] }) =>
    [...months.entries(), ...ofDays.entries()].map(([i, name]) => [keyOf(name), i + 1] as const),
  ),
  ...['jour complementaire', 'jours complementaires', 'sansculottides', 'sanculottides', 'complementary', 'complementary day'].map(
    (name) => [name, 13] as const,
  ),
]

/** Every day of four years, so that a leap month is among them. */
function* monthsByIntl(calendar: 'hebrew' | 'islamic'): Generator<readonly [string, number]> {
  for (const [i, all] of spellings[calendar].entries()) for (const name of all.split(',')) yield [keyOf(name), i + 1]
  for (const language of languages) {
    const format = formatOf(language, calendar, 'long')
    for (let day = 18_100; day < 19_600; day += 20) {
      const name = format.formatToParts(day * 86_400_000).find(({ type }) => type === 'month')?.value ?? ''
      // “באייר”: in Iyar.
      for (const spelt of language === 'he' ? [name, `ב${name}`] : [name]) yield [keyOf(spelt), partsOf(day, calendar)[1]]
    }
  }
}

const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(language: string, calendar: 'hebrew' | 'islamic', month: 'long' | 'numeric'): Intl.DateTimeFormat {
  const key = `${language} ${calendar} ${month}`
  const locale = `${language}-u-ca-${calendar === 'islamic' ? 'islamic-civil' : calendar}-nu-latn`
  const format = formats.get(key) ?? new Intl.DateTimeFormat(locale, { year: 'numeric', month, day: 'numeric', timeZone: 'UTC' })
  formats.set(key, format)
  return format
}

/** Year, month and day of a day (counted from 1 January 1970, Gregorian) in the calendar, by ICU. */
function partsOf(day: number, calendar: 'hebrew' | 'islamic'): readonly [number, number, number] {
  const parts = formatOf('en', calendar, calendar === 'hebrew' ? 'long' : 'numeric').formatToParts(day * 86_400_000)
  const of = (type: string) => parts.find((part) => part.type === type)?.value ?? ''
  const year = of('era') === 'BH' ? 1 - Number(of('year')) : Number(of('year'))
  const month =
    calendar === 'hebrew' ? hebrewMonths.indexOf(of('month').toLowerCase() as (typeof hebrewMonths)[number]) + 1 : Number(of('month'))
  return [year, month, Number(of('day'))]
}

/** The first day of a date and the first after it, counted from 1 January 1970, Gregorian; nothing where there is no such date. */
export function extentOfOther(date: OtherDate, calendar: OtherCalendar): readonly [number, number] | undefined {
  return calendar === 'republican' ? extentOfRepublican(date) : extentByIntl(date, calendar)
}

/** ICU says of a day what it is called, so the day is looked for by halving. */
function extentByIntl({ year, month, day }: OtherDate, calendar: 'hebrew' | 'islamic'): readonly [number, number] | undefined {
  const first = calendar === 'hebrew' ? (year - 1) * 365.2468 - 2_092_590 : (year - 1) * 354.36667 - 492_148
  const firstFrom = (wanted: readonly [number, number, number]): number => {
    let [low, high] = [Math.floor(first) - 80, Math.floor(first) + 900]
    while (low < high) {
      const middle = Math.floor((low + high) / 2)
      if (isBefore(partsOf(middle, calendar), wanted)) low = middle + 1
      else high = middle
    }
    return low
  }
  const from = firstFrom([year, month ?? 1, day ?? 1])
  const [foundYear, foundMonth, foundDay] = partsOf(from, calendar)
  if (year < 1 || foundYear !== year || (month !== undefined && foundMonth !== month) || foundDay !== (day ?? 1)) return undefined
  if (day !== undefined) return [from, from + 1]
  return [from, firstFrom(month === undefined ? [year + 1, 1, 1] : [year, month + 1, 1])]
}

function isBefore(a: readonly number[], b: readonly number[]): boolean {
  const at = a.findIndex((number, i) => number !== b[i])
  return at !== -1 && (a[at] ?? 0) < (b[at] ?? 0)
}

/**
 * The years 3, 7 and 11 had a sixth complementary day, by the equinoxes (decree of 4 frimaire an II); the calendar ended with
 * 10 nivôse an XIV, and came back for the Commune in its year 79.
 */
function extentOfRepublican({ year, month, day }: OtherDate): readonly [number, number] | undefined {
  if (!((year >= 1 && year <= 14) || year === 79)) return undefined
  const first =
    year === 79 ? Date.UTC(1870, 8, 23) / 86_400_000 : Date.UTC(1792, 8, 22) / 86_400_000 + 365 * (year - 1) + Math.floor(year / 4)
  const extra = year % 4 === 3 ? 6 : 5
  if (month === undefined) return [first, first + 360 + extra]
  const length = month === 13 ? extra : 30
  if (month < 1 || month > 13 || (day !== undefined && (day < 1 || day > length))) return undefined
  const from = first + (month - 1) * 30
  return day === undefined ? [from, from + length] : [from + day - 1, from + day]
}

/** The Gregorian days of a date or span of such a calendar, in EDTF; or the date of which there is none. */
export function gregorianOfOther(dates: readonly OtherDate[], calendar: OtherCalendar): string | undefined {
  const extents = dates.map((date) => extentOfOther(date, calendar))
  const [from, to] = [extents[0]?.[0], extents.at(-1)?.[1]]
  if (extents.includes(undefined) || from === undefined || to === undefined || to <= from) return undefined
  return to - from === 1 ? isoOf(from) : `${isoOf(from)}/${isoOf(to - 1)}`
}

/** A date as it is published: “8-02-18”, “5708-iyar-05”. */
export const nameOfOther = ({ year, month, day }: OtherDate, calendar: OtherCalendar): string =>
  [
    String(year),
    ...(month === undefined
      ? []
      : [calendar === 'hebrew' ? (hebrewMonths[month - 1] ?? '').replace(' ', '-') : String(month).padStart(2, '0')]),
    ...(day === undefined ? [] : [String(day).padStart(2, '0')]),
  ].join('-')
