/** A name of a month, as a date has it, in lower case. */
type Month = { readonly name: string; readonly month: number }

/** The languages in which a day may be asked for, whatever that of the series: those the program speaks. */
const languages = ['en', 'de', 'fr', 'es', 'it', 'pt', 'ru', 'uk', 'pl', 'tr', 'el', 'ar', 'he']

const known = new Map<string, readonly Month[]>()

/**
 * Long and short names of the months, longest first so that “June” is not read as “Jun”; the names of a language go
 * before those of others.
 */
export function monthsOf(language: string): readonly Month[] {
  const months = known.get(language) ?? namesIn([language, ...languages.filter((other) => other !== language)])
  known.set(language, months)
  return months
}

function namesIn(all: readonly string[]): Month[] {
  const months = new Map<string, number>()
  // Short names of other languages are words of this one: “out” is October in Portuguese.
  for (const [i, language] of all.entries())
    for (const style of i === 0 ? (['long', 'short'] as const) : (['long'] as const))
      for (const day of [undefined, 'numeric'] as const) {
        const format = new Intl.DateTimeFormat(language, { month: style, day, timeZone: 'UTC', calendar: 'gregory' })
        for (let month = 1; month <= 12; month++) {
          const name = format.formatToParts(Date.UTC(2000, month - 1, 15)).find(({ type }) => type === 'month')?.value ?? ''
          const written = name.toLowerCase().replace(/\.$/u, '')
          if (/\p{L}{2}/u.test(written) && !months.has(written)) months.set(written, month)
        }
      }
  return [...months].map(([name, month]) => ({ name, month })).sort((a, b) => b.name.length - a.name.length)
}
