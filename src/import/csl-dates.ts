import { z } from 'zod'
import { mistakeInEdtf } from '../model/dates/edtf.ts'
import { type ReadDate, readDate } from './read-date.ts'

const cslDateSchema = z.looseObject({
  'date-parts': z.array(z.array(z.union([z.number(), z.string(), z.null()])).nullable()).optional(),
  literal: z.string().optional(),
  raw: z.string().optional(),
  circa: z.unknown().optional(),
  season: z.unknown().optional(),
})

/** A CSL date, or one as it is written, as a source has it. */
export function readCslDate(value: unknown, hasSlashes = false): ReadDate {
  if (typeof value === 'string' || typeof value === 'number') return readDate(String(value), hasSlashes)
  const { success, data } = cslDateSchema.safeParse(value)
  if (!success) return { says: `${JSON.stringify(value)} is no date` }
  if (data.raw !== undefined && !mistakeInEdtf(data.raw.trim())) return { date: data.raw.trim() }
  const found = data['date-parts'] && edtfOfParts(data['date-parts'], data.season)
  if (found !== undefined) {
    const isAbout = data.circa !== undefined && data.circa !== false && data.circa !== 0 && data.circa !== '0' && data.circa !== ''
    const edtf = isAbout
      ? found
          .split('/')
          .map((end) => (/\d$/u.test(end) ? `${end}~` : end))
          .join('/')
      : found
    if (!mistakeInEdtf(edtf))
      return {
        date: edtf,
        ...(data.literal !== undefined &&
          !data.literal.includes(edtf.slice(0, 4)) && { says: `“${data.literal}” has no place beside ${edtf}` }),
      }
    const read = readDate(edtf)
    if (typeof read.date === 'string' || data.literal === undefined) return read
  }
  const written = data.literal ?? data.raw
  return written === undefined ? {} : literalOf(written, hasSlashes)
}

/** Words that are a date are one; what else they say is kept as they are. */
function literalOf(written: string, hasSlashes: boolean): ReadDate {
  const read = readDate(written, hasSlashes)
  return typeof read.date === 'object' ? { date: read.date } : read
}

/** Date parts as EDTF, of which the year before the era is one less: CSL’s -44 is 44 BC. */
function edtfOfParts(parts: readonly (readonly (number | string | null)[] | null)[], season: unknown): string | undefined {
  const ends = parts.map((end) => (end ?? []).filter((part) => part !== '' && part !== null).map(Number))
  if (ends[0] === undefined || ends.flat().some(Number.isNaN) || ends.every(({ length }) => length === 0)) return undefined
  const inWords = ends.map(([year, month, day]) => {
    if (year === undefined || year === 0) return '..'
    const edtfYear = year < 0 ? (year === -1 ? '0000' : `-${String(-year - 1).padStart(4, '0')}`) : String(year).padStart(4, '0')
    const seasons = Number(season) > 0 && Number(season) < 5 && month === undefined ? [`2${Number(season)}`] : []
    const monthIn = month === undefined || month === 0 ? seasons : [String(month).padStart(2, '0')]
    return [edtfYear, ...monthIn, ...(day === undefined || day === 0 ? [] : [String(day).padStart(2, '0')])].join('-')
  })
  return inWords.length === 2 && inWords[0] === inWords[1] ? inWords[0] : inWords.join('/')
}
