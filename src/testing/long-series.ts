import type { ManuscriptFile } from '../model/facts.ts'

/** How long an invented series is. */
export type Length = {
  readonly parts: number
  /** Of a part; about. */
  readonly words: number
  /** Of a part. */
  readonly notes: number
}

/**
 * A series that nobody wrote, of any length, the same each time: every part with sections, notes, links to terms, citations,
 * a quotation, and a few words that no other part has. A part is the same however many others there are.
 */
export function inventLongSeries({ parts, words, notes }: Length): ManuscriptFile[] {
  const slugs = Array.from({ length: parts }, (_, i) => slugOf(i))
  return [
    { path: 'series.yaml', text: `${series}parts: [${slugs.join(', ')}]\n` },
    ...slugs.map((slug, i) => ({ path: `parts/${slug}.mdx`, text: partOf(i, words, notes) })),
    ...names.map((name, i) => ({ path: `glossary/${name.toLowerCase()}.mdx`, text: termOf(name, i) })),
    ...authors.map((author, i) => ({ path: `sources/${author.toLowerCase()}.yaml`, text: sourceOf(author, i) })),
  ]
}

const slugOf = (i: number) => `part-${String(i + 1).padStart(4, '0')}`

const series = `title: The long watch
slug: long-watch
language: en-GB
description: A series that was made to be long.
authors: [{ literal: The Lamna Circle }]
rights: { name: CC0, url: 'https://creativecommons.org/publicdomain/zero/1.0/' }
`

const names = ['Almanac', 'Beacon', 'Cistern', 'Dory', 'Ensign', 'Foghorn', 'Gantry', 'Halyard', 'Jetty', 'Keelson']
const authors = ['Abbott', 'Barlow', 'Dereham', 'Ellery', 'Fenwick', 'Garrick']

function partOf(i: number, length: number, notes: number): string {
  const next = numbersFrom(i + 1)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T
  // Common words come often, as in any text: the first of the list hundreds of times more often than the last.
  const word = () => vocabulary[Math.floor(next() ** 3 * vocabulary.length)] as string
  const sentence = () => {
    const said = Array.from({ length: 9 + Math.floor(next() * 16) }, (_, at) =>
      at === 4 && next() < 0.1 ? ownWord(i, pick([0, 1, 2])) : word(),
    )
    return `${capital(said.join(' '))}.`
  }
  const blocks: string[] = []
  const defined: string[] = []
  let [written, paragraph] = [0, 0]
  while (written < length || defined.length < notes) {
    const isDue = defined.length < notes && written >= (length / (notes + 1)) * (defined.length + 1)
    if (paragraph % 6 === 0) blocks.push(`## ${capital(`${word()} ${word()} ${ownWord(i, paragraph)}`)}`)
    const sentences = Array.from({ length: 6 }, sentence)
    const name = pick(names)
    const link = `The <Term id="${name.toLowerCase()}">${name}</Term> ${word()} ${word()} (<Source id="${pick(authors).toLowerCase()}" locator="p. ${1 + Math.floor(next() * 300)}"/>).`
    if (isDue || written >= length) {
      const id = `note-${ones[defined.length % ones.length]}-${'again-'.repeat(Math.floor(defined.length / ones.length))}of-${slugOf(i)}`
      defined.push(`[^${id}]: ${sentence()} See *${word()} ${word()}*; ${word()} is printed there.`)
      sentences.push(`${sentence()}[^${id}]`)
    }
    blocks.push([...sentences, link].join(' '))
    written += blocks.at(-1)?.split(' ').length ?? 0
    paragraph += 1
  }
  const quotation = `<Quotation source="${pick(authors).toLowerCase()}" locator="p. ${1 + Math.floor(next() * 300)}">\n${sentence()}\n</Quotation>`
  const front = `title: ${JSON.stringify(capital(`${word()} and ${ownWord(i, 0)}`))}\npart: ${i + 1}\ndescription: ${JSON.stringify(sentence().slice(0, 200))}\npublished: '2026-01-10'\n`
  return `---\n${front}---\n\n${[...blocks, quotation, ...defined].join('\n\n')}\n`
}

const termOf = (name: string, i: number) =>
  `---\nname: ${name}\nkind: concept\n---\n\nA ${vocabulary[i + 40]} that the ${vocabulary[i + 90]} ${vocabulary[i + 140]} by.\n`

const sourceOf = (author: string, i: number) =>
  `type: book\ntitle: ${JSON.stringify(`On the ${vocabulary[i + 60]} of ${vocabulary[i + 70]}`)}\nauthor: [{ family: ${author}, given: Ada }]\nissued: '${1900 + i}'\npublisher: Lamna Press\npublisher-place: Lamna\n`

const ones = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve']

/** A word of one part alone. */
const ownWord = (part: number, k: number) => `${syllable(part)}${syllable(part * 7 + k + 11)}${syllable(part * 13 + 5)}${syllable(k + 3)}`

const syllable = (i: number) => `${'bdfgklmnprstvz'[i % 14]}${'aeiou'[Math.floor(i / 14) % 5]}${'lmnrst'[Math.floor(i / 70) % 6]}`

const vocabulary = [
  ...'the of a in to that was it for with as on by at from which and but not this'.split(' '),
  ...Array.from({ length: 4000 }, (_, i) => `${syllable(i)}${syllable(i * 5 + 2)}${i % 3 === 0 ? syllable(i + 1) : ''}`),
]

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** Numbers from 0 to 1 that are the same in every run (Park and Miller, Comm. ACM 31, 1988). */
function numbersFrom(seed: number): () => number {
  let state = (seed * 7919) % 2_147_483_647
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}
