/** The nouns that are counted before readers and writers, by their English plural forms (https://cldr.unicode.org/index/cldr-spec/plural-rules). */
const nouns = {
  block: { one: 'block', other: 'blocks' },
  citation: { one: 'citation', other: 'citations' },
  'dated event': { one: 'dated event', other: 'dated events' },
  error: { one: 'error', other: 'errors' },
  event: { one: 'event', other: 'events' },
  file: { one: 'file', other: 'files' },
  heading: { one: 'heading', other: 'headings' },
  link: { one: 'link', other: 'links' },
  minute: { one: 'minute', other: 'minutes' },
  mistake: { one: 'mistake', other: 'mistakes' },
  note: { one: 'note', other: 'notes' },
  page: { one: 'page', other: 'pages' },
  paragraph: { one: 'paragraph', other: 'paragraphs' },
  part: { one: 'part', other: 'parts' },
  place: { one: 'place', other: 'places' },
  record: { one: 'record', other: 'records' },
  result: { one: 'result', other: 'results' },
  source: { one: 'source', other: 'sources' },
  term: { one: 'term', other: 'terms' },
  them: { one: 'it', other: 'them' },
  warning: { one: 'warning', other: 'warnings' },
  word: { one: 'word', other: 'words' },
  work: { one: 'work', other: 'works' },
} as const

export type Counted = keyof typeof nouns

const rules = new Intl.PluralRules('en')

/** The form of a noun that stands after a number: “note” after 1, “notes” after 0 and 2. */
export const nounFor = (amount: number, noun: Counted): string => nouns[noun][rules.select(amount) === 'one' ? 'one' : 'other']

/**
 * A number of things in words: “1 note”, “2,041 words”, “no notes”.
 *
 * @param language in which the figures are written, a BCP 47 tag
 */
export const count = (amount: number, noun: Counted, language = 'en-GB'): string =>
  `${amount === 0 ? 'no' : amount.toLocaleString(language)} ${nounFor(amount, noun)}`
