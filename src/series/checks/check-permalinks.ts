import { type Diagnostic, diagnose, startOfFile } from '../../diagnostics/diagnostic.ts'
import { suggest, suggestAddress } from '../../diagnostics/suggest.ts'
import { ledgerPath } from '../../manuscript/ledger/ledger-files.ts'
import { gramsOf, likeness } from '../../manuscript/ledger/likeness.ts'
import type { LocateLine } from '../../manuscript/ledger/open-ledger.ts'
import { followMoves, splitAddress } from '../../manuscript/ledger/page-ledger.ts'
import { pageOf } from '../../manuscript/links.ts'
import { type Manuscript, seriesPath } from '../../manuscript/read-manuscript.ts'
import { cutEnd } from '../../model/cut.ts'
import type { Ledger, Permalink } from '../../model/ledger.ts'
import { permalinksOf } from '../permalinks/permalinks-of.ts'
import { documentsOf } from './check.ts'
import type { Addresses } from './check-links.ts'

/**
 * Checks that every address that has been published is there, or that the ledger says what became of it, and that what
 * it says is true. Without a ledger nothing has been published, unless `series.yaml` says otherwise.
 *
 * @param addresses every address of the site that can be linked
 */
export function checkPermalinks(manuscript: Manuscript, addresses: Addresses): Diagnostic[] {
  if (!manuscript.ledger)
    return manuscript.series?.file.permalinks ? [diagnose('ledger-missing', seriesPath, manuscript.series.locate(['permalinks']), {})] : []
  const { file: ledger, locate } = manuscript.ledger
  const present = permalinksOf(manuscript)
  const fresh = [...present].filter(([address]) => !(address in ledger.published))
  const lost = lostIn(ledger, present, movedIn(manuscript)).map(([address, permalink]) =>
    diagnose('permalink-lost', ...placeIn(locate('published', address)), {
      address,
      ...describe(permalink),
      ...nearestTo(address, permalink, fresh),
    }),
  )
  return [
    ...lost,
    ...checkRetired(ledger, locate, present, addresses),
    ...(lost.length > 0 ? [] : unrecorded(fresh.map(([address]) => address))),
  ]
}

/** The published addresses that are gone though the ledger does not say why; of a page that is gone, only the page. */
export function lostIn(
  { published, retired }: Ledger,
  present: ReadonlyMap<string, Permalink>,
  moved: ReadonlySet<string>,
): [string, Permalink][] {
  const isThere = (address: string) => present.has(address) || moved.has(address) || address in retired
  const isAccountedFor = (address: string) => {
    const { page, id } = splitAddress(address)
    if (isThere(address)) return true
    if (id === undefined) return false
    const fate = retired[page]
    if (!fate) return page in published && !present.has(page)
    return !('movedTo' in fate) || isThere(`${followMoves(retired, page)}#${id}`)
  }
  return Object.entries(published).filter(([address]) => !isAccountedFor(address))
}

/** Addresses that lead to another place on their page: of paragraphs that were joined, of references that are fewer. */
export const movedIn = (manuscript: Manuscript): Set<string> =>
  new Set(
    documentsOf(manuscript).flatMap(({ path, moved }) => [...moved.keys()].map((id) => `${pageOf(path.replace(/\.mdx$/u, ''))}#${id}`)),
  )

function checkRetired(
  { published, retired }: Ledger,
  locate: LocateLine,
  present: ReadonlyMap<string, Permalink>,
  addresses: Addresses,
): Diagnostic[] {
  return Object.entries(retired).flatMap(([address, fate]) => {
    const place = placeIn(locate('retired', address))
    if (present.has(address)) return [diagnose('permalink-alive', ...place, { address })]
    if (!(address in published)) {
      const nearest = suggestAddress(
        address,
        Object.keys(published).filter((other) => !present.has(other)),
      )
      return [diagnose('permalink-unknown', ...place, { address, ...(nearest && { nearest }) })]
    }
    if (!('movedTo' in fate)) return []
    const target = fate.movedTo
    if (followMoves(retired, address) === address) return [diagnose('permalink-circle', ...place, { address })]
    if (target in retired || present.has(target) || addresses.has(target)) return []
    const nearest = suggestAddress(target, [...addresses])
    return [
      diagnose('permalink-target-unknown', ...placeIn(locate('retired', address, 'movedTo')), {
        address,
        target,
        ...(nearest && { nearest }),
      }),
    ]
  })
}

const placeIn = ({ file, span }: ReturnType<LocateLine>) => [file, span] as const

const unrecorded = (fresh: readonly string[]): Diagnostic[] =>
  fresh.length === 0 ? [] : [diagnose('permalink-unrecorded', ledgerPath, startOfFile, { count: fresh.length, first: fresh[0] ?? '' })]

const describe = ({ kind, text }: Permalink) => ({ kind, text: cutEnd(text, 120) })

/** The new address of the same kind whose words are most like those that were published, or else whose id is. */
function nearestTo(
  address: string,
  { kind, text }: Permalink,
  fresh: readonly (readonly [string, Permalink])[],
): { nearest?: string; heading?: string } {
  const { page, id } = splitAddress(address)
  const candidates = fresh.filter(([, other]) => other.kind === kind)
  const grams = gramsOf(text)
  const [best] = candidates
    .map(([other, { text: now }]) => ({ other, likeness: likeness(grams, gramsOf(now)) }))
    .sort((a, b) => b.likeness - a.likeness)
  const nearest =
    best && best.likeness >= leastAlike
      ? best.other
      : suggest(
          address,
          candidates.map(([other]) => other),
        )
  return { ...(nearest && { nearest }), ...(kind === 'section' && id !== undefined && nearest?.startsWith(`${page}#`) && { heading: id }) }
}

/** Not enough to take one for the other, but enough to ask. */
const leastAlike = 0.25
