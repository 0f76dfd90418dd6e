import type { Passage } from './passage.ts'

/**
 * Fills the places of a citation form (`{locator}`, `{url}`, the day of access, in parts or whole as `{date}`; see `CitationForm`).
 *
 * @param day the day of access
 * @param language in which its month is named, a BCP 47 tag
 */
export function fillForm(
  form: string,
  { locator, permalink }: Pick<Passage, 'locator' | 'permalink'>,
  day: Date,
  language: string,
): string {
  const [yyyy = '', mm = '', dd = ''] = [day.getFullYear(), day.getMonth() + 1, day.getDate()].map((part) => String(part).padStart(2, '0'))
  const month = new Intl.DateTimeFormat(language, { month: 'long' }).format(day)
  const date = day.toLocaleDateString(language, { dateStyle: 'long', calendar: 'gregory', numberingSystem: 'latn' })
  const values: Record<string, string> = {
    locator,
    url: permalink,
    date,
    yyyy,
    mm,
    dd,
    d: String(day.getDate()),
    month,
    mon: shorten(month),
  }
  // What has no locator is cited without the comma that stands before or after it.
  const shape = locator ? form : form.replace(/[,،，、] ?\{locator\}|\{locator\}[,،，、] ?/u, '')
  return shape.replace(/\{(\w+)\}/gu, (place, name: string) => values[name] ?? place)
}

/** MLA (9th ed., 5.84) shortens the names of months of more than four letters. */
const shorten = (month: string) => (month.length <= 4 ? month : `${month.slice(0, month.startsWith('Sept') ? 4 : 3)}.`)
