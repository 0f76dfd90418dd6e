/** A manuscript on the disk, as far as it is edited: the texts of its files by their paths. */
export type Texts = ReadonlyMap<string, string>

/** What a writer did: what it is called, and the manuscript after it. */
type Edit = { readonly name: string; readonly edit: (texts: Texts, seed: number) => Texts }

/**
 * Edits of the miniature manuscript as writers make them, none of which is a mistake: in a text, a term, a source, an event
 * and the series itself, and parts that come and go. See {@link editInTurn}.
 */
export const writerEdits: readonly Edit[] = [
  {
    name: 'a paragraph more',
    edit: (texts, seed) => inFile(texts, 'parts/one.mdx', (text) => after(text, /\n\n(?=## )/u, paragraphOf(seed))),
  },
  {
    name: 'a word in a term',
    edit: (texts, seed) => inFile(texts, 'glossary/lamna.mdx', (text) => text.replace(/The .*island/u, `The ${wordOf(seed)} island`)),
  },
  {
    name: 'the name of a term',
    edit: (texts, seed) =>
      inFile(texts, 'glossary/vardas.mdx', (text) => text.replace(/name: .*/u, `name: Eleni ${capital(wordOf(seed))} Vardas`)),
  },
  {
    name: 'the title of a source',
    edit: (texts, seed) =>
      inFile(texts, 'sources/vardas-almanac.yaml', (text) => text.replace(/title: .*/u, `title: The ${capital(wordOf(seed))} Almanac`)),
  },
  {
    name: 'an event',
    edit: (texts, seed) => inFile(texts, 'timeline.yaml', (text) => text.replace(/text: .*/u, `text: The ${wordOf(seed)} light burns.`)),
  },
  {
    name: 'what is said of the series',
    edit: (texts, seed) =>
      inFile(texts, 'series.yaml', (text) => text.replace(/description: .*/u, `description: A ${wordOf(seed)} series on keepers.`)),
  },
  { name: 'a new part', edit: addPart },
  { name: 'a part away', edit: removePart },
]

/** The edit whose turn it is, with words that are other ones each time. */
export const editInTurn = (texts: Texts, turn: number): Texts => {
  const { edit } = writerEdits[turn % writerEdits.length] as Edit
  return edit(texts, turn)
}

function addPart(texts: Texts, seed: number): Texts {
  const name = `added-${wordOf(seed)}-${seed % 7}`
  if (texts.has(`parts/${name}.mdx`)) return texts
  const front = `title: ${capital(wordOf(seed))}\ndescription: On ${wordOf(seed + 1)}.\npublished: '2026-11-25'`
  const part = `---\n${front}\n---\n\n${paragraphOf(seed)}\n\nThe <Term id="vardas"/> of it.[^of-${name}]\n\n[^of-${name}]: See <Source id="guild-minutes"/>.\n`
  return withParts(new Map([...texts, [`parts/${name}.mdx`, part]]))
}

/** The part that was added first. */
function removePart(texts: Texts): Texts {
  const gone = [...texts.keys()].find((path) => path.startsWith('parts/added-'))
  return withParts(new Map([...texts].filter(([path]) => path !== gone)))
}

function withParts(texts: Texts): Texts {
  const names = [...texts.keys()].flatMap((path) => /^parts\/(added-[^/]+)\.mdx$/u.exec(path)?.[1] ?? [])
  const withNames = (_: string, listed: string) => `parts: [${[...listed.split(', ').filter(isNotAdded), ...names].join(', ')}]`
  return inFile(texts, 'series.yaml', (text) => text.replace(/parts: \[(.*)\]/u, withNames))
}

const isNotAdded = (name: string) => !name.startsWith('added-')

const inFile = (texts: Texts, path: string, edit: (text: string) => string): Texts =>
  new Map([...texts, [path, edit(texts.get(path) ?? '')]])

const after = (text: string, place: RegExp, more: string) => text.replace(place, `\n\n${more}$&`)

const paragraphOf = (seed: number) => `${capital(wordOf(seed))} and ${wordOf(seed + 1)} were ${wordOf(seed + 2)}, and nobody knew why.`

/** Words of letters, each of another number. */
const wordOf = (seed: number) => `w${[...String((seed * 48_271 + 11) % 99_991)].map((digit) => 'aeioubdgkl'[Number(digit)]).join('')}`

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)
