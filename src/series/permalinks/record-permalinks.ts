import { pageOf } from '../../manuscript/links.ts'
import type { Manuscript } from '../../manuscript/read-manuscript.ts'
import type { Ledger, Permalink } from '../../model/ledger.ts'
import { documentsOf } from '../checks/check.ts'
import { lostIn, movedIn } from '../checks/check-permalinks.ts'
import { permalinksOf } from './permalinks-of.ts'

/** What recording the addresses of a manuscript changes in its ledger. */
export type LedgerChanges = {
  readonly ledger: Ledger
  readonly added: readonly string[]
  /** Addresses whose words are others now; of a note also the number of its references. */
  readonly changed: readonly string[]
  /** Paragraphs that were joined to another, each with where it is now. */
  readonly joined: readonly (readonly [string, string])[]
  /** Addresses that are gone; what became of them is for the writer to say, and they stay as they are. */
  readonly lost: readonly string[]
}

/** The ledger with all addresses of the manuscript recorded as they are now. Nothing that was published is taken out. */
export function recordPermalinks(manuscript: Manuscript): LedgerChanges {
  const { published, retired } = manuscript.ledger?.file ?? { published: {}, retired: {} }
  const present = permalinksOf(manuscript)
  const joined = joinedIn(manuscript).filter(([address]) => address in published && !(address in retired))
  const now = new Map([...present].map(([address, permalink]) => [address, withMostReferences(permalink, published[address])]))
  return {
    ledger: {
      published: { ...published, ...Object.fromEntries(now) },
      retired: { ...retired, ...Object.fromEntries(joined.map(([from, movedTo]) => [from, { movedTo }])) },
    },
    added: [...now.keys()].filter((address) => !(address in published)),
    changed: [...now].flatMap(([address, permalink]) => (address in published && !isSame(permalink, published[address]) ? [address] : [])),
    joined,
    lost: lostIn({ published, retired }, present, movedIn(manuscript)).map(([address]) => address),
  }
}

const joinedIn = (manuscript: Manuscript) =>
  documentsOf(manuscript).flatMap(({ path, moved }) => {
    const page = pageOf(path.replace(/\.mdx$/u, ''))
    return [...moved].flatMap(([from, to]) => (from.startsWith('p-') ? [[`${page}#${from}`, `${page}#${to}`] as const] : []))
  })

/** A reference that is gone keeps its address, so the count never falls. */
const withMostReferences = (permalink: Permalink, before: Permalink | undefined): Permalink =>
  permalink.references === undefined ? permalink : { ...permalink, references: Math.max(permalink.references, before?.references ?? 1) }

const isSame = (one: Permalink, other: Permalink | undefined) =>
  one.text === other?.text && one.kind === other.kind && one.references === other.references
