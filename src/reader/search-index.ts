/** What a search found, ready to be shown. */
export type Finding = {
  readonly kind: 'part' | 'note' | 'term' | 'source' | 'event'
  readonly href: string
  readonly title: string
  /** “Part 1, note 5”, “Glossary”. */
  readonly place: string
  /** HTML with the matches in `<mark>`. */
  readonly excerpt: string
}

type Fragment = {
  readonly raw_url?: string
  readonly url: string
  readonly content: string
  readonly excerpt: string
  readonly locations: readonly number[]
  readonly meta: Readonly<Record<string, string>>
  readonly filters: Readonly<Record<string, readonly string[]>>
  readonly anchors?: readonly { readonly id: string; readonly location: number }[]
}

type Pagefind = {
  init(): Promise<void>
  search(query: string): Promise<{ results: readonly { data(): Promise<Fragment> }[] }>
}

const mostRecords = 30
const mostParagraphs = 3

/** Loads the index beside `address` (the search engine’s script) once and answers queries from it. */
export class SearchIndex {
  readonly #address: URL
  #engine: Promise<Pagefind> | undefined

  constructor(address: URL) {
    this.#address = address
  }

  /** Begins to load the index, so that the first query need not wait for it. */
  async warm() {
    await this.#load()
  }

  /** The findings for a query, best first: terms of that name, then as the index ranks them. */
  async search(query: string): Promise<Finding[]> {
    const engine = await this.#load()
    const { results } = await engine.search(query)
    const fragments = await Promise.all(results.slice(0, mostRecords).map((result) => result.data()))
    const named = fragments.filter((fragment) => isNamed(fragment, query))
    return [...named, ...fragments.filter((fragment) => !named.includes(fragment))].flatMap((fragment) => this.#findingsOf(fragment))
  }

  #load(): Promise<Pagefind> {
    this.#engine ??= import(/* @vite-ignore */ this.#address.href).then(async (engine: Pagefind) => {
      await engine.init()
      return engine
    })
    return this.#engine
  }

  #findingsOf(fragment: Fragment): Finding[] {
    const kind = (fragment.filters.kind?.[0] ?? 'part') as Finding['kind']
    const href = this.#hrefOf(fragment)
    const { title = '', place = '' } = fragment.meta
    const whole = { kind, href, title, place, excerpt: fragment.excerpt }
    return kind === 'part' ? paragraphsOf(fragment, whole) : [whole]
  }

  /** Addresses in the index begin at the root of the site, which is one above the folder of the index. */
  #hrefOf({ raw_url, url }: Fragment): string {
    return new URL((raw_url ?? url).replace(/^\//, ''), new URL('..', this.#address)).href
  }
}

/** The paragraphs of a part in which the words stand, the part itself where they stand in none. */
function paragraphsOf(fragment: Fragment, whole: Finding): Finding[] {
  const anchors = (fragment.anchors ?? []).filter(({ id }) => id.startsWith('p-')).sort((a, b) => a.location - b.location)
  const matches = new Map<string, number[]>()
  for (const location of fragment.locations) {
    const anchor = anchors.findLast((candidate) => candidate.location <= location)
    if (anchor) matches.set(anchor.id, [...(matches.get(anchor.id) ?? []), location])
  }
  if (matches.size === 0) return [whole]
  const words = fragment.content.split(/\s+/u)
  return [...matches]
    .sort(([, a], [, b]) => b.length - a.length)
    .slice(0, mostParagraphs)
    .map(([id, locations]) => ({ ...whole, href: `${whole.href.replace(/#.*$/u, '')}#${id}`, excerpt: excerptOf(words, locations) }))
}

/** About thirty words around the first match, all matches marked. */
function excerptOf(words: readonly string[], locations: readonly number[]): string {
  const first = locations[0] ?? 0
  const start = Math.max(0, first - 12)
  const matched = new Set(locations)
  return words
    .slice(start, first + 20)
    .map((word, i) => (matched.has(start + i) ? `<mark>${escapeHtml(word)}</mark>` : escapeHtml(word)))
    .join(' ')
}

const isNamed = ({ meta }: Fragment, query: string) => (meta.names ?? '').split('\n').some((name) => fold(name) === fold(query))

const fold = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').trim().toLowerCase()

const escapeHtml = (text: string) => text.replace(/[&<>"]/gu, (character) => `&#${character.codePointAt(0)};`)
