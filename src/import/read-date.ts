import { mistakeInEdtf, type WorkDate } from '../model/dates/edtf.ts'

/** A date as it was read; `says` what was not in the form of a source, or got lost. */
export type ReadDate = {
  readonly date?: WorkDate
  /** “forthcoming”, “in press”: what stands there instead of a date. */
  readonly status?: string
  readonly says?: string
}

type Found = { readonly edtf: string; readonly lost?: string }

/**
 * A date as people and programs write it. What is EDTF is taken as it is; what can be read is turned into EDTF, and said;
 * what is no date of our calendars stays in its words.
 *
 * @param hasSlashes whether `1999/05/03/` and `1905/06` are days and months, as in RIS, and not two years
 */
export function readDate(written: string, hasSlashes = false): ReadDate {
  const text = written
    .normalize('NFKC')
    .replace(/[‐‑‒–—−]|--+/gu, '-')
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/^[,;]+|[,;]+$/gu, '')
  if (text === '') return {}
  if (hasSlashes) {
    const found = daysWithSlashes(text)
    if (found) return { date: found.edtf, ...(found.lost && { says: `“${written}” is read as ${found.edtf}; ${found.lost}` }) }
  }
  if (!mistakeInEdtf(text) && !/^\d{4}\/\d{4}$/u.test(text)) return { date: text }
  if (!mistakeInEdtf(text)) return { date: text }
  if (noDate.test(bare(text))) return { says: `“${written}” says that there is none` }
  const status = statuses.exec(text)
  if (status) {
    const rest = readDate(text.replace(status[0], ' ').replace(/^[\s,;()[\]]+|[\s,;()[\]]+$/gu, ''), hasSlashes)
    const words = status[0].toLowerCase()
    return { ...(rest.date && { date: rest.date }), status: words, says: `“${written}” is taken as the status “${words}”` }
  }
  const found = wrapped(text)
  if (!found)
    return {
      date: { literal: written.replace(/\s+/gu, ' ').trim() },
      says: `“${written}” is no date that can be read; kept in these words`,
    }
  return { date: found.edtf, says: `“${written}” is read as ${found.edtf}${found.lost ? `; ${found.lost}` : ''}` }
}

const noDate =
  /^(?:n\.? ?d\.?|no date|undated|not dated|date unknown|unknown|s\.? ?[ad]\.?|sine anno|sine dato|o\.? ?[jd]\.?|ohne jahr|б\.? ?[гд]\.?|без года|без даты|\?+|-+)$/iu
const statuses =
  /(?:forthcoming|in[ -]?press|to appear|to be published|in preparation|in print|submitted|under review|accepted|im druck|im erscheinen|erscheint(?: demnächst)?|à paraître|sous presse|en prensa|in corso di stampa|в печати|advance online publication)/iu

const bare = (text: string) => text.replace(/^[[(<]+|[\])>]+$/gu, '').trim()

const circa =
  /^(?:approximately|approx|around|about|circa|ca|cca|c|um|etwa|vers|env|около|ок)\b\.? ?(?=\[?\d|the |early|late|spring|summer|autumn|fall|winter|\p{L}{3,} \d)|^~ ?/iu
const copyright = /^(?:©|\(c\)|copyright|cop\b\.?|c(?=\d)|p(?=\d))\s*/iu

/** A date with what librarians put around it. */
function wrapped(text: string): Found | undefined {
  const lost: string[] = []
  let rest = text
  let mark = ''
  for (let before = ''; before !== rest; ) {
    before = rest
    const inside = /^[[(<]([^[\]()<>]*)[\])>]\.?$/u.exec(rest)?.[1]
    if (inside !== undefined) {
      rest = inside.trim()
      lost.push('the brackets have no place')
    } else if (copyright.test(rest)) {
      rest = rest.replace(copyright, '')
      lost.push('that it is the year of the copyright has no place')
    } else if (circa.test(rest)) {
      rest = rest.replace(circa, '')
      mark = mark === '?' || mark === '%' ? '%' : '~'
    } else if (/^\S.*\d[sX-]?\s?\(?\?\)?$/u.test(rest)) {
      rest = rest.replace(/\s?\(?\?\)?$/u, '')
      mark = mark === '~' || mark === '%' ? '%' : '?'
    } else if (/^(?:published|publ|printed|issued|year|anno|a\.d\.|ad|ce|г)\.?:? (?=\d)/iu.test(rest)) {
      rest = rest.replace(/^[\p{L}.]+:? /u, '')
    } else if (/\d(?:\.| ?(?:a\.d\.|ad|c\.e\.|ce|г\.|год|года))$/iu.test(rest)) {
      rest = rest.replace(/(?:\.| ?(?:a\.d\.|ad|c\.e\.|ce|г\.|год|года))$/iu, '')
    }
  }
  const corrected = /^(.*?)\s*\[(?:i\.? ?e\.?|recte|sc\.?)\s*([^\]]+)\]$/iu.exec(rest)
  if (corrected?.[2]) {
    lost.push(`that the work itself says “${corrected[1]}” has no place`)
    rest = corrected[2]
  }
  const found = readForm(rest)
  if (!found) return undefined
  const edtf =
    mark === ''
      ? found.edtf
      : found.edtf
          .split('/')
          .map((end) => (/\d$|X$/u.test(end) ? `${end}${mark}` : end))
          .join('/')
  const all = [...new Set([...lost, ...(found.lost ? [found.lost] : [])])].join('; ')
  return mistakeInEdtf(edtf) ? undefined : { edtf, ...(all && { lost: all }) }
}

type Form = readonly [pattern: RegExp, read: (match: readonly string[]) => Found | undefined]

const year4 = (year: string) => year.padStart(4, '0')
const two = (number: string | number) => String(number).padStart(2, '0')
/** The second year of `1991-92` in full. */
const secondYear = (first: string, second: string) => first.slice(0, first.length - second.length) + second
const beforeEra = (year: string) => (Number(year) === 1 ? '0000' : `-${year4(String(Number(year) - 1))}`)
const era = String.raw`(?:b\.? ?c\.?(?: ?e\.?)?|v\. ?chr\.?|av\. ?j\.?-?c\.?|до н\. ?э\.?)`
const word = String.raw`(\p{L}{3,})\.?`

/** The forms in which a date stands, the more particular first. */
const forms: readonly Form[] = [
  [
    /^(\d{4})-?(\d{2})-?(\d{2})(?:[T ]\d{1,2}:?\d{2}.*)$/u,
    ([, y = '', m = '', d = '']) => day(y, m, d, 'the time of the day has no place'),
  ],
  [/^(\d{4})(\d{2})(\d{2})$/u, ([, y = '', m = '', d = '']) => day(y, m, d)],
  [
    /^(\d{4})-(\d{2})$/u,
    ([, y = '', m = '']) => (Number(m) > 12 && Number(m) > Number(y.slice(2)) ? { edtf: `${y}/${secondYear(y, m)}` } : whatIsRight(y, m)),
  ],
  [/^(\d{4})[-./ ](\d{1,2})[-./ ](\d{1,2})\.?$/u, ([, y = '', m = '', d = '']) => day(y, m, d)],
  [/^(\d{4})-(\d{1,2})$/u, ([, y = '', m = '']) => whatIsRight(y, m)],
  [/^(\d{4}) ?[/-] ?(\d{4})$/u, ([, a = '', b = '']) => range(a, b)],
  [/^(\d{4}) ?[/-] ?(\d{1,2})$/u, ([, a = '', b = '']) => shortRange(a, b)],
  [/^(\d{4}) ?(?:or|oder|ou) ?(\d{4})$/iu, ([, a = '', b = '']) => range(a, b, 'that it is one or the other has no place')],
  [
    /^(?:between|zwischen|entre|from|von|de) (\d{3,4}) (?:and|und|et|to|bis|à|-) ?(\d{3,4})$/iu,
    ([, a = '', b = '']) => range(year4(a), year4(b)),
  ],
  [/^(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})$/u, ([, d = '', m = '', y = '']) => day(y, m, d)],
  [/^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$/u, ([, a = '', b = '', y = '']) => dayOrMonth(a, b, y)],
  [/^(\d{1,2})[./-](\d{4})$/u, ([, m = '', y = '']) => whatIsRight(y, m)],
  [
    new RegExp(String.raw`^(\d{1,2})(?:st|nd|rd|th|er|\.)?[ -](?:of |de )?${word}[ -](?:de )?,? ?(\d{4})$`, 'iu'),
    ([, d = '', m = '', y = '']) => named(y, m, d),
  ],
  [new RegExp(String.raw`^${word} (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$`, 'iu'), ([, m = '', d = '', y = '']) => named(y, m, d)],
  [new RegExp(String.raw`^(\d{4}),?[ -]${word}(?:[ -](\d{1,2}))?$`, 'iu'), ([, y = '', m = '', d]) => named(y, m, d)],
  [new RegExp(String.raw`^${word},?[ -](?:of |de )?(\d{4})$`, 'iu'), ([, m = '', y = '']) => named(y, m)],
  [new RegExp(String.raw`^${word} ?[/-] ?${word},? (\d{4})$`, 'iu'), ([, m = '', n = '', y = '']) => between(named(y, m), named(y, n))],
  [
    new RegExp(String.raw`^${word},? (\d{4}) ?- ?${word},? (\d{4})$`, 'iu'),
    ([, m = '', y = '', n = '', z = '']) => between(named(y, m), named(z, n)),
  ],
  [
    new RegExp(String.raw`^(\d{1,2})\.? ?[-/] ?(\d{1,2})\.? ${word},? (\d{4})$`, 'iu'),
    ([, d = '', e = '', m = '', y = '']) => between(named(y, m, d), named(y, m, e)),
  ],
  [
    new RegExp(String.raw`^(\d{1,2})\.? ${word} ?- ?(\d{1,2})\.? ${word},? (\d{4})$`, 'iu'),
    ([, d = '', m = '', e = '', n = '', y = '']) => between(named(y, m, d), named(y, n, e)),
  ],
  [
    new RegExp(String.raw`^${word},? (\d{4})[/-](\d{2,4})$`, 'iu'),
    ([, s = '', y = '', z = '']) => withLost(named(y, s), `the second year, ${z}, has no place`),
  ],
  [
    /^(?:the )?(early|mid|late|frühe|späte)?[ -]?(\d{3})0(?:['’]?s|er)(?: jahre)?$/iu,
    ([, part, y = '']) => ({ edtf: `${y}X`, ...(part && { lost: `“${part}” has no place` }) }),
  ],
  [/^(\d{3})-$/u, ([, y = '']) => ({ edtf: `${y}X` })],
  [/^(\d{2})--?$/u, ([, y = '']) => ({ edtf: `${y}XX` })],
  [
    /^(?:the )?(early|mid|late)?[ -]?(\d{1,2})(?:st|nd|rd|th) (?:century|cent\.?|c\.?)$/iu,
    ([, part, c = '']) => ({ edtf: `${two(Number(c) - 1)}XX`, ...(part && { lost: `“${part}” has no place` }) }),
  ],
  [/^(\d{1,2})\. ?(?:jahrhundert|jh\.?)$/iu, ([, c = '']) => ({ edtf: `${two(Number(c) - 1)}XX` })],
  [new RegExp(String.raw`^(\d{1,4}) ?- ?(\d{1,4}) ?${era}$`, 'iu'), ([, a = '', b = '']) => ({ edtf: `${beforeEra(a)}/${beforeEra(b)}` })],
  [
    new RegExp(String.raw`^(\d{1,4}) ?${era} ?- ?(?:ad )?(\d{1,4})(?: ?(?:ad|ce))?$`, 'iu'),
    ([, a = '', b = '']) => ({ edtf: `${beforeEra(a)}/${year4(b)}` }),
  ],
  [new RegExp(String.raw`^(\d{1,4}) ?${era}$`, 'iu'), ([, y = '']) => ({ edtf: beforeEra(y) })],
  [
    /^(\d{4}) ?-$|^(?:since|from|seit|ab|depuis) (\d{4})$|^(\d{4}) ?(?:-|to|bis) ?(?:present|today|date|now|ongoing|heute)$/iu,
    ([, a, b, c]) => ({ edtf: `${a ?? b ?? c}/..` }),
  ],
  [/^- ?(\d{4})$|^(?:until|to|up to|bis|jusqu'à|jusqu’à) (\d{4})$/iu, ([, a, b]) => ({ edtf: `../${a ?? b}` })],
  [
    /^(?:before|not after|vor|avant|ante) (\d{4})$/iu,
    ([, a = '']) => ({ edtf: `../${a}`, lost: 'whether the year itself belongs to it has no place' }),
  ],
  [
    /^(?:after|not before|nach|après|post) (\d{4})$/iu,
    ([, a = '']) => ({ edtf: `${a}/..`, lost: 'whether the year itself belongs to it has no place' }),
  ],
  [/^(\d{3})$/u, ([, y = '']) => ({ edtf: year4(y) })],
  [/^(-\d{1,3})$/u, ([, y = '']) => ({ edtf: `-${year4(y.slice(1))}` })],
  [/^-\d{4}$/u, ([y = '']) => ({ edtf: y })],
]

function readForm(text: string): Found | undefined {
  if (!mistakeInEdtf(text)) return { edtf: text }
  // Two years whose second is before the first, and months and days that no calendar has.
  for (const [pattern, read] of forms) {
    const match = pattern.exec(text)
    const found = match && read([...match])
    if (found && !mistakeInEdtf(found.edtf)) return found
  }
  const [start, end, ...more] = text.split(/\s*\/\s*|\s+(?:-|to|bis)\s+/u)
  if (start && end && more.length === 0 && start !== text) return between(readForm(start), readForm(end))
  return undefined
}

/** As much of a date as there is in the calendar. */
function whatIsRight(year: string, month: string, lost?: string): Found {
  const edtf = `${year4(year)}-${two(month)}`
  if (!mistakeInEdtf(edtf)) return { edtf, ...(lost && { lost }) }
  return { edtf: year4(year), lost: `there is no month ${month}` }
}

function day(year: string, month: string, dayOfMonth: string, lost?: string): Found {
  const edtf = `${year4(year)}-${two(month)}-${two(dayOfMonth)}`
  if (!mistakeInEdtf(edtf)) return { edtf, ...(lost && { lost }) }
  return Number(dayOfMonth) === 0 ? whatIsRight(year, month, lost) : { ...whatIsRight(year, month), lost: `there is no day ${edtf}` }
}

/** `3/4/1999` is the third of April in one country and the fourth of March in another. */
function dayOrMonth(a: string, b: string, year: string): Found {
  if (Number(a) > 12) return day(year, b, a)
  if (Number(b) > 12 || a === b) return day(year, a, b)
  return { edtf: year, lost: `whether “${a}” or “${b}” is the month cannot be known` }
}

const range = (a: string, b: string, lost?: string): Found =>
  a === b
    ? { edtf: a }
    : { edtf: a < b ? `${a}/${b}` : `${b}/${a}`, ...(a < b ? lost && { lost } : { lost: 'the years are put in order' }) }

function shortRange(first: string, second: string): Found {
  const last = secondYear(first, second)
  if (last > first) return { edtf: `${first}/${last}` }
  return Number(second) > 0 && Number(second) < 13 ? whatIsRight(first, second) : { edtf: first, lost: `“${second}” has no place` }
}

const withLost = (found: Found | undefined, lost: string): Found | undefined => found && { ...found, lost }

const isOneDay = ({ edtf }: Found) => !edtf.includes('/')

function between(start: Found | undefined, end: Found | undefined): Found | undefined {
  if (!start || !end || !isOneDay(start) || !isOneDay(end)) return undefined
  return { edtf: `${start.edtf}/${end.edtf}`, ...((start.lost ?? end.lost) && { lost: start.lost ?? end.lost }) } as Found
}

function named(year: string, word: string, dayOfMonth?: string): Found | undefined {
  const name = word.toLowerCase()
  const season = seasons.findIndex((names) => names.includes(name))
  if (season >= 0) return dayOfMonth === undefined ? { edtf: `${year}-2${season + 1}` } : undefined
  const month = months.findIndex((names) =>
    names.some((known) => name.length >= 3 && (known === name || (known.startsWith(name) && name.length <= 4))),
  )
  if (month < 0) return undefined
  return dayOfMonth === undefined ? { edtf: `${year}-${two(month + 1)}` } : day(year, String(month + 1), dayOfMonth)
}

const seasons: readonly (readonly string[])[] = [
  ['spring', 'frühling', 'frühjahr', 'printemps', 'primavera', 'весна'],
  ['summer', 'sommer', 'été', 'verano', 'estate', 'лето'],
  ['autumn', 'fall', 'herbst', 'automne', 'otoño', 'autunno', 'осень'],
  ['winter', 'hiver', 'invierno', 'inverno', 'зима'],
]

/** English, German, French, Spanish, Italian and Russian; three or four letters may stand for a name. */
const months: readonly (readonly string[])[] = [
  ['january', 'januar', 'jänner', 'janvier', 'enero', 'gennaio', 'января', 'январь'],
  ['february', 'februar', 'feber', 'février', 'fevrier', 'febrero', 'febbraio', 'февраля', 'февраль'],
  ['march', 'märz', 'maerz', 'mrz', 'mars', 'marzo', 'марта', 'март'],
  ['april', 'avril', 'abril', 'aprile', 'апреля', 'апрель'],
  ['may', 'mai', 'mayo', 'maggio', 'мая', 'май'],
  ['june', 'juni', 'juin', 'junio', 'giugno', 'июня', 'июнь'],
  ['july', 'juli', 'juillet', 'julio', 'luglio', 'июля', 'июль'],
  ['august', 'août', 'aout', 'agosto', 'августа', 'август'],
  ['september', 'septembre', 'septiembre', 'settembre', 'sept', 'сентября', 'сентябрь'],
  ['october', 'oktober', 'octobre', 'octubre', 'ottobre', 'октября', 'октябрь'],
  ['november', 'novembre', 'noviembre', 'ноября', 'ноябрь'],
  ['december', 'dezember', 'décembre', 'decembre', 'diciembre', 'dicembre', 'декабря', 'декабрь'],
]

/** RIS: year, month, day and more, parted by slashes. Ours puts there what the three cannot say, as EDTF. */
function daysWithSlashes(text: string): Found | undefined {
  const [, year = '', month = '', dayOfMonth = '', more = ''] = /^(\d{4})(?:\/(\d{0,2})(?:\/(\d{0,2})(?:\/(.*))?)?)?$/u.exec(text) ?? []
  if (year === '' || !text.includes('/')) return undefined
  if (more !== '' && !mistakeInEdtf(more.trim())) return { edtf: more.trim() }
  const season = more === '' ? undefined : named(year, more.trim().toLowerCase())
  const found = Number(month) === 0 ? { edtf: year } : Number(dayOfMonth) === 0 ? whatIsRight(year, month) : day(year, month, dayOfMonth)
  if (found.edtf === year && season) return season
  if (/^(?:circa|ca|c|about|approx(?:imately)?|um|vers)\.?$/iu.test(more.trim()) && !found.lost) return { edtf: `${found.edtf}~` }
  if (Number(month) > 12 && dayOfMonth === '' && more === '') return shortRange(year, month)
  return more === '' ? found : { ...found, lost: `“${more.trim()}” has no place` }
}
