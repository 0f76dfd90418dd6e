import { type EdtfDay, edtfIn, parseEdtf, type WorkDate } from '../../model/edtf.ts'

/**
 * A date in the words of a citation where citation styles have no form for it: “c. 1900”, “1900?”, “1950s”, “44 BC”,
 * “1997–”. Nothing for days, months, years, seasons and ranges of them, which every style prints in its own way.
 */
export function dateInWords(date: WorkDate, language: string): string | undefined {
  const edtf = edtfIn(date)
  if (edtf === undefined) return typeof date === 'object' ? date.literal : undefined
  const ends = parseEdtf(edtf)
  if (
    !ends ||
    (ends.every((end) => typeof end !== 'string' && isPlain(end)) &&
      !(ends.length === 2 && ends.some((end) => typeof end !== 'string' && end.season)))
  )
    return undefined
  const [first = '', last = ''] = ends.map((end) => (typeof end === 'string' ? '' : words(end, language)))
  return ends.length === 1 ? first : `${first}–${last}`
}

const isPlain = ({ year, unknownDigits, isApproximate, isUncertain }: EdtfDay) =>
  year > 0 && unknownDigits === 0 && !isApproximate && !isUncertain

const isEnglish = (language: string) => /^en(?:-|$)/u.test(language)
const seasons = ['spring', 'summer', 'autumn', 'winter']

function words({ year, month, day, season, unknownDigits, isApproximate, isUncertain }: EdtfDay, language: string): string {
  const monthName = month && new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2000, month - 1))
  const before = [day, monthName, season && isEnglish(language) ? seasons[season - 1] : undefined].filter(Boolean)
  return `${isApproximate ? 'c. ' : ''}${[...before, yearIn(year, unknownDigits, language)].join(' ')}${isUncertain ? '?' : ''}`
}

/** A year in its era, a decade, a century; what a language has no short words for is a range of years. */
function yearIn(year: number, unknownDigits: number, language: string): string {
  if (unknownDigits > 0 && !isEnglish(language)) return `${year}–${year + 10 ** unknownDigits - 1}`
  if (unknownDigits === 1) return `${year}s`
  if (unknownDigits === 2) return `${ordinal(year / 100 + 1)} century`
  if (year > 999) return String(year)
  const date = new Date(0)
  date.setUTCFullYear(year, 5, 1)
  return new Intl.DateTimeFormat(language, { year: 'numeric', era: 'short', timeZone: 'UTC', calendar: 'gregory' }).format(date)
}

const ordinal = (n: number) => `${n}${n > 10 && n < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th')}`
