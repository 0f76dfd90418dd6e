import { catalogueFor } from '../../locales/catalogues.ts'
import { localeOf } from '../../locales/languages.ts'
import { type Words, wordsOf } from '../../locales/words.ts'
import { type EdtfDay, edtfIn, parseEdtf, type WorkDate } from '../../model/dates/edtf.ts'
import { sayDate } from '../dates-in-words.ts'

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
  const said = edtf.split('/')
  const [first = '', last = ''] = ends.map((end, i) => (typeof end === 'string' ? '' : sayEnd(said[i] ?? '', end, language)))
  return ends.length === 1 ? first : `${first}–${last}`
}

const isPlain = ({ year, unknownDigits, isApproximate, isUncertain }: EdtfDay) =>
  year > 0 && unknownDigits === 0 && !isApproximate && !isUncertain

const isEnglish = (language: string) => /^en(?:-|$)/u.test(language)

/** In a language that the program does not speak, what has no words in `Intl` is a year or a range of years. */
function sayEnd(edtf: string, end: EdtfDay, language: string): string {
  const { year, season, unknownDigits, isApproximate, isUncertain } = end
  const words: Words | undefined = catalogueFor(language) && wordsOf({ language })
  const isWordless = words === undefined && (unknownDigits > 0 || season !== undefined)
  const said = isWordless
    ? years(year, unknownDigits)
    : sayDate(edtf.replace(/[?~%]$/u, ''), words ?? { ...wordsOf({ language: 'en' }), language, locale: localeOf(language) }, true)
  const about = isEnglish(language) || words === undefined ? 'c.' : words.say('dates.about')
  return `${isApproximate ? `${about} ` : ''}${said}${isUncertain ? '?' : ''}`
}

const years = (year: number, unknownDigits: number) => (unknownDigits > 0 ? `${year}–${year + 10 ** unknownDigits - 1}` : String(year))
