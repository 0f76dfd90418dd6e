import { edtfIn, type EdtfDay, parseEdtf, type WorkDate } from '../../model/edtf.ts'

/**
 * A date in the words of a citation where citation styles have no form for it: “c. 1900”, “1900?”, “1950s”, “44 BC”,
 * “1997–”. Nothing for days, months, years, seasons and ranges of them, which every style prints in its own way.
 */
export function dateInWords(date: WorkDate): string | undefined {
  const edtf = edtfIn(date)
  if (edtf === undefined) return typeof date === 'object' ? date.literal : undefined
  const ends = parseEdtf(edtf)
  if (!ends || (ends.every((end) => typeof end !== 'string' && isPlain(end)) && !(ends.length === 2 && ends.some((end) => typeof end !== 'string' && end.season)))) return undefined
  const [first = '', last = ''] = ends.map((end) => (typeof end === 'string' ? '' : words(end)))
  return ends.length === 1 ? first : `${first}–${last}`
}

const isPlain = ({ year, unknownDigits, isApproximate, isUncertain }: EdtfDay) => year > 0 && unknownDigits === 0 && !isApproximate && !isUncertain

const monthName = new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' })
const seasonNames = ['spring', 'summer', 'autumn', 'winter']

function words({ year, month, day, season, unknownDigits, isApproximate, isUncertain }: EdtfDay): string {
  const before = [day, month && monthName.format(Date.UTC(2000, month - 1)), season && seasonNames[season - 1]].filter(Boolean)
  return `${isApproximate ? 'c. ' : ''}${[...before, yearIn(year, unknownDigits)].join(' ')}${isUncertain ? '?' : ''}`
}

function yearIn(year: number, unknownDigits: number): string {
  if (year <= 0) return `${1 - year} BC`
  if (unknownDigits === 1) return `${year}s`
  if (unknownDigits === 2) return `${ordinal(year / 100 + 1)} century`
  return year < 1000 ? `${year} AD` : String(year)
}

const ordinal = (n: number) => `${n}${n > 10 && n < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th')}`
