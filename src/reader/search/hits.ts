/** How a record answers one unit of a query. */
export type Hit = { readonly score: number; readonly words: ReadonlySet<number>; readonly isInTitle: boolean }

/** The records that answer something, by their ids. */
export type Hits = Iterable<readonly [id: string, hit: Hit]> & {
  readonly size: number
  has(id: string): boolean
  get(id: string): Hit | undefined
  /** Whether a word is a form of what was asked for, where that is not said by the places of the words. */
  readonly isForm?: (word: string) => boolean
}
