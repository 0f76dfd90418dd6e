const general =
  'a date as 1917, 1917-10, 1917-10-25 or 44 BC; 195X for a decade, 18XX for a century, 1917-21 for spring, 1914/1918 for a span, 1917/.. for “from 1917”, 1917~ for “about”'

const seasons: Readonly<Record<string, string>> = { spring: '21', summer: '22', autumn: '23', fall: '23', winter: '24' }

const end =
  /^(?<sign>[-−]?)(?<year>\d{1,4}|\d{1,3}X|\d{1,2}XX)(?:-(?<month>\d{2}|spring|summer|autumn|fall|winter)(?:-(?<day>\d{2}))?)?(?<mark>[?~%]?)(?: ?(?<era>BCE?|CE|AD)(?<late>[?~%]?))?$/iu

/**
 * A date of the Julian or the Gregorian calendar as writers type it, in EDTF (ISO 8601-2, level 1): years need no zeros in
 * front, “44 BC” is `-0043`, “1917-spring” `1917-21`. Nothing where it has no such form; that there is such a day is not asked.
 */
export function edtfOf(typed: string): string | undefined {
  const ends = typed.trim().split('/')
  if (ends.length > 2) return undefined
  const read = ends.map((text) => (ends.length === 2 && (text === '..' || text === '') ? text : edtfOfEnd(text.trim())))
  return read.every((text) => text !== undefined) && read.some((text) => text !== '..' && text !== '') ? read.join('/') : undefined
}

function edtfOfEnd(text: string): string | undefined {
  const { sign, year = '', month, day, mark, era, late } = end.exec(text)?.groups ?? {}
  const isBefore = /^BC/iu.test(era ?? '')
  const isUnknown = /X/iu.test(year)
  // As ISO 8601 counts, there is a year 0; “-44” may be meant otherwise.
  if (year === '' || (sign && (year.length < 4 || era)) || (isBefore && (isUnknown || Number(year) === 0)) || (isUnknown && month))
    return undefined
  const digits = isBefore ? String(Number(year) - 1) : year.toUpperCase()
  const before = sign || (isBefore && digits !== '0') ? '-' : ''
  const parts = [before + digits.padStart(4, '0'), month && (seasons[month.toLowerCase()] ?? month), day].filter(Boolean)
  return `${parts.join('-')}${mark || late || ''}`
}

/** What a date would have to be where it has no form of one, with the line to write where that can be guessed. */
export function mistakeInForm(typed: string): string | undefined {
  if (edtfOf(typed) !== undefined) return undefined
  const text = typed.trim()
  const guess = guesses.map(([form, write]) => form.exec(text) && write(form.exec(text) as RegExpExecArray)).find(Boolean)
  return guess ? `${guess}; ${general}` : general
}

const two = (text: string) => text.padStart(2, '0')

/** Forms of other places, each with what to write for it here. */
const guesses: readonly (readonly [RegExp, (found: RegExpExecArray) => string | undefined])[] = [
  [
    /^[-−](\d{1,3})((?:-\d{2}){0,2})$/u,
    ([, year, rest = '']) =>
      `“${year}${rest} BC”, or as ISO 8601 counts, where 0 is 1 BC, “-${String(Number(year) - 1).padStart(4, '0')}${rest}”`,
  ],
  [/^(\d{1,4}) ?[-–—] ?(\d{1,4})$/u, ([, from, to]) => `the span as “${from}/${to}”`],
  [/^(.+?) ?[–—] ?(.+)$/u, ([, from = '', to = '']) => (edtfOf(`${from}/${to}`) ? `the span as “${from}/${to}”` : undefined)],
  [/^(?:the )?(\d{3})0['’]?s$/iu, ([, decade]) => `the decade as “${decade}X”`],
  [/^(?:the )?(\d{1,2})(?:st|nd|rd|th)? (?:century|c\.)$/iu, ([, nth]) => `the century as “${two(String(Number(nth) - 1))}XX”`],
  [
    /^(?:c|ca|circa|about|around)\.? ?(.+)$/iu,
    ([, date = '']) => (edtfOf(`${date}~`) ? `“${date}~” for what is only about right` : undefined),
  ],
  [/^~ ?(.+)$/u, ([, date = '']) => (edtfOf(`${date}~`) ? `the mark behind the date: “${date}~”` : undefined)],
  [/^(before|after|until|from|since) (.+)$/iu, ([, word = '', date = '']) => whenBound(word.toLowerCase(), date)],
  [
    /^(spring|summer|autumn|fall|winter)(?: of)? (\d{1,4})$/iu,
    ([, season = '', year]) => `the season as “${year}-${season.toLowerCase()}”`,
  ],
  [
    /^(\d{1,2})[./](\d{1,2})[./](\d{4})$/u,
    ([, day = '', month = '', year]) =>
      Number(month) > 12 || /\//u.test(day) ? undefined : `the year first: “${year}-${two(month)}-${two(day)}”`,
  ],
  [
    /^(\d{1,4})-(\d{1,2})(?:-(\d{1,2}))?$/u,
    ([, year, month = '', day]) => `two digits each for month and day: “${[year, two(month), ...(day ? [two(day)] : [])].join('-')}”`,
  ],
]

function whenBound(word: string, date: string): string | undefined {
  if (edtfOf(date) === undefined) return undefined
  if (word === 'until') return `“../${date}”`
  if (word === 'from' || word === 'since') return `“${date}/..”`
  return `“${date}”, with the field “${word}” beside it`
}
