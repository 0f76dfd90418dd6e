import type { SearchedLanguage } from '../../model/search.ts'
import { siteRoot } from '../site-root.ts'
import { type Answer, answer } from './rank-results.ts'
import { SearchEngine } from './search-engine.ts'
import { type SearchSupplier, supplierAt } from './search-supplier.ts'

/** What a query found in one language; `language` where it is another language of this very series. */
export type Found = { readonly engine: SearchEngine; readonly answer: Answer; readonly language?: SearchedLanguage }

/** This series, those it is searched with, and, when they are asked for, its other languages. */
export class SearchedSites {
  readonly #own: SearchEngine
  /** Of series in other languages. */
  readonly #others: readonly SearchEngine[]
  readonly #languages = new Map<string, Promise<SearchEngine>>()

  private constructor(own: SearchEngine, others: readonly SearchEngine[]) {
    this.#own = own
    this.#others = others
  }

  static async open(supplier: SearchSupplier): Promise<SearchedSites> {
    const own = await SearchEngine.open(supplier)
    const others: SearchEngine[] = []
    const add = async (other: SearchSupplier) => {
      for (const engine of [own, ...others]) if (await engine.join(other)) return
      others.push(await SearchEngine.open(other))
    }
    for (const { url } of own.manifest.others)
      await supplierAt(url)
        .then(add)
        .catch(() => console.warn(`${url} cannot be searched now.`))
    return new SearchedSites(own, others)
  }

  /** What is found in this series first, then in those in other languages that it is searched with. */
  async answer(query: string): Promise<Found[]> {
    const own = { engine: this.#own, answer: await answer(this.#own, query) }
    const others = await Promise.all(
      this.#others.map(async (engine) => {
        const found = await answer(engine, query, true)
        return { engine, answer: { ...found, matches: found.matches.map((match) => ({ ...match, isOther: true })) } }
      }),
    )
    return [own, ...others]
  }

  /** The same with all that was found, where only what comes first was told. */
  async wholly(found: Found): Promise<Found> {
    return found.answer.counts ? { ...found, answer: await answer(found.engine, found.answer.query, true) } : found
  }

  /** What is found in another language of the series. @throws where its site cannot be reached */
  async answerIn(language: SearchedLanguage, query: string): Promise<Found> {
    const { site } = language
    const opening = this.#languages.get(site) ?? supplierAt(new URL(site, siteRoot()).href).then(SearchEngine.open)
    this.#languages.set(site, opening)
    opening.catch(() => this.#languages.delete(site))
    const engine = await opening
    return { engine, answer: await answer(engine, query), language }
  }
}
