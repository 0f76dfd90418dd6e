/** What citeproc writes as an inline style, which the policy of the pages forbids, and the class that says it in the style sheet. */
const classes: Readonly<Record<string, string>> = {
  'font-variant:small-caps;': 'small-caps',
  'font-variant:normal;': 'full-caps',
  'font-style:normal;': 'upright',
}

/** What citeproc prints, with classes for inline styles; a style that no class stands for is left out. */
export const inClasses = (html: string): string =>
  html.replace(/<span style="([^"]*)">/gu, (_, style: string) => (classes[style] ? `<span class="${classes[style]}">` : '<span>'))

/**
 * A work or cite without characters that nobody sees and that would mean something on its way: the marks around cites,
 * and what neither HTML nor XML can have.
 */
export const withoutMarks = <T>(given: T): T => {
  if (typeof given === 'string') return given.toWellFormed().replace(invisible, '') as T
  if (Array.isArray(given)) return given.map((part) => withoutMarks(part)) as T
  if (typeof given !== 'object' || given === null) return given
  return Object.fromEntries(Object.entries(given).map(([field, value]) => [field, withoutMarks(value)])) as T
}

const invisible = /(?![\t\n\r])\p{Cc}|[\uE000-\uE002]|\p{Noncharacter_Code_Point}/gu
