import type { Edition } from '../../model/series.ts'

/** “version 1.1 of 3 December 2026”, in the language of the page. */
export function sayEdition({ version, date }: Edition): string {
  const day = new Date(`${date}T00:00:00`)
  return `version ${version} of ${day.toLocaleDateString(document.documentElement.lang, { day: 'numeric', month: 'long', year: 'numeric' })}`
}
