import type { Ledger } from '../../model/ledger.ts'
import type { RecordedParagraph } from './keep-keys.ts'

/** What of the ledger concerns the text of one page. */
export type PageLedger = {
  /** Paragraphs that were published on the page, or on one that has become it, and are not retired. */
  readonly recorded: readonly RecordedParagraph[]
  /** Keys of those that are. */
  readonly taken: readonly string[]
  /** Ids that moved within the page, each with the id where its passage is now. */
  readonly moved: ReadonlyMap<string, string>
  /** Ids of the sections that are published there, and not retired. */
  readonly sections: ReadonlySet<string>
  /** How many references each note has had at most. */
  readonly references: ReadonlyMap<string, number>
}

export const blankPage: PageLedger = { recorded: [], taken: [], moved: new Map(), sections: new Set(), references: new Map() }

/** Splits a ledger by pages, once for all of them; the function answers for one: `/part-1/`. */
export function ledgerByPages({ published, retired }: Ledger): (page: string) => PageLedger {
  const retiredPages = Object.keys(retired).filter((address) => !address.includes('#'))
  const byPage = Map.groupBy(
    Object.entries(published).map(([address, permalink]) => ({ ...splitAddress(address), isRetired: address in retired, permalink })),
    ({ page }) => page,
  )
  const moves = Object.keys(retired).flatMap((address) => {
    const [from, to] = [splitAddress(address), splitAddress(followMoves(retired, address))]
    return from.page === to.page && from.id && to.id && from.id !== to.id ? [{ page: from.page, move: [from.id, to.id] as const }] : []
  })
  const movesOf = Map.groupBy(moves, ({ page }) => page)
  const shareOf = (page: string): PageLedger => {
    const became = retiredPages.filter((old) => followMoves(retired, old) === page)
    // What the page itself has recorded comes last and counts.
    const here = [...became, page].flatMap((one) => byPage.get(one) ?? [])
    const paragraphs = new Map(
      here.flatMap(({ id, isRetired, permalink }) =>
        permalink.kind === 'paragraph' && id ? [[id.slice(2), { isRetired, permalink }]] : [],
      ),
    )
    const retiredHere = [...paragraphs].filter(([, { isRetired }]) => isRetired)
    return {
      recorded: [...paragraphs].flatMap(
        ([
          key,
          {
            isRetired,
            permalink: { text },
          },
        ]) => (isRetired ? [] : [{ key, text }]),
      ),
      taken: retiredHere.map(([key]) => key),
      moved: new Map((movesOf.get(page) ?? []).map(({ move }) => move)),
      sections: new Set(here.flatMap(({ id, isRetired, permalink: { kind } }) => (kind === 'section' && id && !isRetired ? [id] : []))),
      references: new Map(
        here.flatMap(({ id, permalink: { references } }) => (id && references ? [[id.slice('note-'.length), references]] : [])),
      ),
    }
  }
  const shares = new Map<string, PageLedger>()
  return (page) => {
    const share = shares.get(page) ?? shareOf(page)
    shares.set(page, share)
    return share
  }
}

/** Where an address leads in the end, one move after another; where moves go in a circle, the address itself. */
export function followMoves(retired: Ledger['retired'], address: string): string {
  const seen = new Set<string>()
  let at = address
  for (let next = retired[at]; next && 'movedTo' in next; next = retired[at]) {
    if (seen.has(at)) return address
    seen.add(at)
    at = next.movedTo
  }
  return at
}

/** `/part-1/#p-abc` in two; `id` is missing where the address is that of a page. */
export function splitAddress(address: string): { readonly page: string; readonly id?: string } {
  const [page = '', id] = address.split('#')
  return id === undefined ? { page } : { page, id }
}
