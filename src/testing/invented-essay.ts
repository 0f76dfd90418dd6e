/** A stretch of running text: words, words set apart, a reference to a note by its number, or letters above the line. */
export type Run =
  | { readonly kind: 'text' | 'emphasis' | 'strong' | 'raised'; readonly text: string }
  | { readonly kind: 'note'; readonly number: number }

/** A block of an essay. */
export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph' | 'quotation'; readonly runs: readonly Run[] }
  | { readonly kind: 'list'; readonly items: readonly (readonly Run[])[] }

/** An essay that nobody wrote, the same each time: sections, quotations, lists, emphasis, and notes numbered from 1. */
export type Essay = { readonly title: string; readonly blocks: readonly Block[]; readonly notes: readonly string[] }

/** About as many words as an essay has, with as many notes. */
export function inventEssay(words = 5_000, notes = 30): Essay {
  const blocks: Block[] = []
  const text: string[] = []
  let [written, paragraph] = [0, 0]
  const perNote = Math.floor(words / (notes + 1))
  while (written < words || text.length < notes) {
    if (paragraph % 6 === 0) blocks.push({ kind: 'heading', text: headings[(paragraph / 6) % headings.length] ?? 'On lamps' })
    const runs: Run[] = []
    for (let sentence = 0; sentence < 5; sentence++) {
      const said = sentenceOf(paragraph * 5 + sentence)
      written += said.split(' ').length
      runs.push(...(sentence === 2 ? withMarks(said) : [{ kind: 'text', text: said } as const]))
      if (text.length < notes && written >= perNote * (text.length + 1)) {
        text.push(noteOf(text.length))
        runs.push({ kind: 'note', number: text.length })
      }
      if (sentence < 4) runs.push({ kind: 'text', text: ' ' })
    }
    blocks.push({ kind: paragraph % 7 === 5 ? 'quotation' : 'paragraph', runs })
    if (paragraph % 9 === 4)
      blocks.push({
        kind: 'list',
        items: [0, 1, 2].map((i) => [{ kind: 'text', text: `${at(things, paragraph + i)} of the ${at(places, i)}` }]),
      })
    paragraph++
  }
  return { title: 'The keepers of Lamna and their light', blocks, notes: text }
}

const at = <T>(list: readonly T[], i: number): T => list[i % list.length] as T

const headings = [
  'The harbour before the light',
  'Who paid for the oil',
  'A winter without ships',
  'The guild and its books',
  'What the almanac says',
  'The second lamp',
  'Fog',
  'The count of the lamps',
]
const people = ['The keepers', 'The guild', 'Two captains', 'The harbour master', 'A clerk', 'The town', 'Nobody', 'Its members']
const verbs = ['wrote down', 'forgot', 'counted', 'paid for', 'argued about', 'sold', 'mended', 'carried', 'described', 'lost']
const things = [
  'every wick',
  'the third lamp',
  '12 barrels of oil',
  'the book of 1812',
  '“the old accounts”',
  'a letter',
  'the keys',
  'half of the glass',
]
const places = ['harbour', 'tower', 'north quay', 'guild’s house', 'lower town', 'market', 'island']
const ends = [
  'before the ice came',
  'and said so',
  'as the minutes have it',
  'for 3.5 marks a week',
  '– or so it seems –',
  'while it rained',
  'in the year of the fog',
  'though nobody had asked',
  'as Müller & Søn’s almanac says',
  'in spite of {everything} and <everyone>',
]

/** The parts go round at different speeds, so that hardly two sentences are alike. */
const sentenceOf = (i: number): string =>
  `${at(people, i)} ${at(verbs, i * 3 + Math.floor(i / 7))} ${at(things, i * 5 + Math.floor(i / 11))} of the ${at(places, i * 2 + Math.floor(i / 5))} ${at(ends, i * 7 + Math.floor(i / 3))}, and ${at(people, i + 3).toLowerCase()} ${at(verbs, i * 3 + 4)} ${at(things, i + 2)}.`

/** A sentence with a word set apart, one in bold and a raised ending. */
function withMarks(sentence: string): Run[] {
  const [first = '', second = '', ...rest] = sentence.split(' ')
  return [
    { kind: 'text', text: `On the 4` },
    { kind: 'raised', text: 'th' },
    { kind: 'text', text: ` ${first.toLowerCase()} ` },
    { kind: 'emphasis', text: second },
    { kind: 'text', text: ` ${rest.slice(0, 2).join(' ')} ` },
    { kind: 'strong', text: rest[2] ?? 'all' },
    { kind: 'text', text: ` ${rest.slice(3).join(' ')}` },
  ]
}

const noteOf = (i: number): string =>
  `${['Orr', 'Roe', 'Vardas', 'Lee', 'The guild’s minutes'][i % 5]}, ${1800 + i}, has “${at(verbs, i * 3)}” where the ${at(places, i)} has ${at(things, i * 3)}; the ${at(['log', 'book', 'letter', 'almanac'], i)} of ${1830 + i * 2} disagrees on ${at(['oil', 'wicks', 'wages', 'glass', 'fog', 'keys', 'ice'], i)}.`
