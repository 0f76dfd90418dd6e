import { mistakeInEdtf } from '../../model/dates/edtf.ts'
import { dateVariables } from '../csl-variables.ts'
import { dateFieldsOf } from './bibtex-fields.ts'
import type { EntryFields } from './entry-fields.ts'

/** The dates of an entry as they are written; `read-date.ts` reads them. */
export function takeDates(work: EntryFields): void {
  const parts: readonly (readonly [variable: string, year: string, month: string, day: string])[] = [
    ['issued', 'year', 'month', 'day'],
    ['original-date', 'origyear', 'origmonth', 'origday'],
    ['event-date', 'eventyear', 'eventmonth', 'eventday'],
    ['accessed', 'urlyear', 'urlmonth', 'urlday'],
  ]
  for (const { name } of work.fields) {
    const variable = name === 'year' || name === 'origyear' ? undefined : (dateFieldsOf[name] ?? dateVariables.get(name))
    if (variable === undefined) continue
    const text = work.text(name)?.replace(/(?<=\d)u/gu, 'X')
    if (text === undefined || text === '' || work.item[variable] !== undefined) continue
    // `date = {in press}` beside a year that can be read: the year stays for the next to take.
    work.item[variable] = text
    work.set(name, variable)
  }
  for (const [variable, yearField, monthField, dayField] of parts) {
    const year = work.text(yearField)
    if (year === undefined || year === '') continue
    if (work.item[variable] !== undefined) {
      if (String(work.item[variable]).includes(year))
        for (const name of [yearField, monthField, dayField]) if (work.byName.has(name)) work.set(name, variable)
      continue
    }
    work.set(yearField, variable)
    work.item[variable] = withMonth(work, year, monthField, dayField, variable)
  }
}

function withMonth(work: EntryFields, year: string, monthField: string, dayField: string, variable: string): string {
  const month = work.text(monthField)
  if (month === undefined || month === '' || /\p{L}|-\d/u.test(year)) return year
  work.set(monthField, variable)
  const inMonth = /^\d+$/u.test(month) ? undefined : month.replace(/[~\u00A0]/gu, ' ')
  const day = work.text(dayField)
  if (day !== undefined && day !== '') work.set(dayField, variable)
  // BibTeX has the day beside the month: `month = 7 # "~" # nov`, `month = nov # "~7"`.
  const beside = inMonth === undefined ? undefined : (/^(\d{1,2})\.? ?[,-]? ?(\d{1,2})$/u.exec(inMonth) ?? undefined)
  if (beside) {
    const isDayFirst = /^\s*["{]?\d/u.test(work.byName.get(monthField)?.value ?? '') && Number(beside[1]) > 12
    const [m, d] = isDayFirst || (Number(beside[2]) <= 12 && Number(beside[1]) > 12) ? [beside[2], beside[1]] : [beside[1], beside[2]]
    return `${year}-${m?.padStart(2, '0')}-${d?.padStart(2, '0')}`
  }
  if (inMonth !== undefined) return `${day ? `${day} ` : ''}${inMonth} ${year}`
  if (Number(month) > 12 && !mistakeInEdtf(`${year}-${month}`)) return `${year}-${month}`
  return [year, month.padStart(2, '0'), day?.padStart(2, '0')].filter(Boolean).join('-')
}
