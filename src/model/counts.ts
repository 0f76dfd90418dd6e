/** The nouns that are counted before writers, by their English plural forms (https://cldr.unicode.org/index/cldr-spec/plural-rules). */
const nouns = {
  block: { one: 'block', other: 'blocks' },
  citation: { one: 'citation', other: 'citations' },
  error: { one: 'error', other: 'errors' },
  file: { one: 'file', other: 'files' },
  heading: { one: 'heading', other: 'headings' },
  language: { one: 'language', other: 'languages' },
  link: { one: 'link', other: 'links' },
  'linked term': { one: 'linked term', other: 'linked terms' },
  message: { one: 'message', other: 'messages' },
  mistake: { one: 'mistake', other: 'mistakes' },
  note: { one: 'note', other: 'notes' },
  'other file': { one: 'other file', other: 'other files' },
  pack: { one: 'pack', other: 'packs' },
  page: { one: 'page', other: 'pages' },
  paragraph: { one: 'paragraph', other: 'paragraphs' },
  part: { one: 'part', other: 'parts' },
  picture: { one: 'picture', other: 'pictures' },
  'proposed source': { one: 'proposed source', other: 'proposed sources' },
  record: { one: 'record', other: 'records' },
  term: { one: 'term', other: 'terms' },
  warning: { one: 'warning', other: 'warnings' },
  work: { one: 'work', other: 'works' },
} as const

type Counted = keyof typeof nouns

const rules = new Intl.PluralRules('en')

/** The form of a noun that stands after a number: “note” after 1, “notes” after 0 and 2. */
const nounFor = (amount: number, noun: Counted): string => nouns[noun][rules.select(amount) === 'one' ? 'one' : 'other']

/** A number of things in words: “1 error”, “2,041 files”, “no links”. What is counted before readers, the catalogues say. */
export const count = (amount: number, noun: Counted): string =>
  `${amount === 0 ? 'no' : amount.toLocaleString('en-GB')} ${nounFor(amount, noun)}`
