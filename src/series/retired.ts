import { nameInPart } from '../locales/part-names.ts'
import type { Words } from '../locales/words.ts'
import { followMoves, splitAddress } from '../manuscript/ledger/page-ledger.ts'
import { pageOf } from '../manuscript/links.ts'
import type { Manuscript } from '../manuscript/read-manuscript.ts'
import { cutEnd } from '../model/cut.ts'
import type { Ledger, Permalink } from '../model/ledger.ts'
import type { Fate, RetiredPage, RetiredPlace, Series } from '../model/series.ts'
import { documentsOf } from './checks/check.ts'
import { permalinksOf } from './permalinks/permalinks-of.ts'

type Retired = Pick<Series, 'retiredPlaces' | 'retiredPages'>

/** What a site says of the addresses that were published on it and are gone. */
export function retiredOf(manuscript: Manuscript, series: Omit<Series, keyof Retired>, words: Words): Retired {
  const ledger = manuscript.ledger?.file
  if (!ledger) return { retiredPlaces: [], retiredPages: [] }
  const nameOf = namesIn(series, words)
  const present = permalinksOf(manuscript)
  const fateOf = (address: string): Fate => {
    const end = followMoves(ledger.retired, address)
    const fate = ledger.retired[end] ?? ledger.retired[address]
    return fate && 'withdrawn' in fate ? { kind: 'withdrawn', reason: fate.withdrawn } : { kind: 'moved', href: end, label: nameOf(end) }
  }
  const isGonePage = (page: string) => page in ledger.retired
  const places = Object.entries(ledger.published).flatMap(([address, permalink]) => {
    const { page, id } = splitAddress(address)
    return id === undefined ? [] : [{ address, page, id, permalink }]
  })
  const anchored = anchoredIn(manuscript)
  return {
    retiredPlaces: places
      .filter(({ address, page }) => address in ledger.retired && !isGonePage(page) && !anchored.has(address))
      .map(({ address, page, id, permalink }) => placeOf(page, id, permalink, fateOf(address))),
    retiredPages: Object.keys(ledger.retired)
      .filter((address) => !address.includes('#') && address in ledger.published)
      .map((href): RetiredPage => {
        const fate = fateOf(href)
        return {
          href,
          title: ledger.published[href]?.text ?? href,
          fate,
          places: places
            .filter(({ page }) => page === href)
            .map(({ address, page, id, permalink }) =>
              placeOf(
                page,
                id,
                permalink,
                address in ledger.retired ? fateOf(address) : fateOnNewPage(fate, id, { ledger, present, anchored, nameOf }),
              ),
            ),
        }
      }),
  }
}

/** A place that went with its page is found there under the same id, unless it is gone there too. */
function fateOnNewPage(
  fate: Fate,
  id: string,
  {
    ledger,
    present,
    anchored,
    nameOf,
  }: { ledger: Ledger; present: ReadonlyMap<string, Permalink>; anchored: ReadonlySet<string>; nameOf: (address: string) => string },
): Fate {
  if (fate.kind === 'withdrawn') return fate
  const address = `${fate.href}#${id}`
  const isThere = present.has(address) || anchored.has(address) || address in ledger.retired
  return isThere ? { kind: 'moved', href: address, label: nameOf(address) } : fate
}

/** Addresses of which the text itself keeps an anchor. */
const anchoredIn = (manuscript: Manuscript): Set<string> =>
  new Set(
    documentsOf(manuscript).flatMap(({ path, moved, sections, paragraphs, notes }) => {
      const hosts = new Set([
        ...sections.map(({ id }) => id),
        ...paragraphs.map(({ key }) => `p-${key}`),
        ...notes.map(({ id }) => `note-${id}`),
      ])
      return [...moved].flatMap(([from, to]) =>
        hosts.has(to) || to.startsWith('ref-') ? [`${pageOf(path.replace(/\.mdx$/u, ''))}#${from}`] : [],
      )
    }),
  )

function placeOf(page: string, id: string, { kind, text, references = 0 }: Permalink, fate: Fate): RetiredPlace {
  const note = id.slice('note-'.length)
  const ofReferences = kind === 'note' ? Array.from({ length: references }, (_, i) => `ref-${note}-${i + 1}`) : []
  return { kind, page, ids: [id, ...ofReferences], text: cutEnd(text, 100), fate }
}

/** A number stays on the line of what it counts. */
const unbroken = (label: string) => label.replace(/ (?=\d+$)/u, '\u00a0')

/** What the places of a series are called. */
function namesIn({ parts, pages, terms, sources, events, places }: Omit<Series, keyof Retired>, words: Words): (address: string) => string {
  const names = new Map<string, string>([
    ['/', words.say('place.frontPage')],
    ...parts.flatMap((part): [string, string][] => {
      const name = (place: Parameters<typeof nameInPart>[3]) => nameInPart(part, { parts }, words, place)
      return [
        [part.href, part.title],
        ...part.sections.map(({ id, title }): [string, string] => [`${part.href}#${id}`, name({ kind: 'section', title })]),
        ...part.paragraphs.map(({ key, number }): [string, string] => [
          `${part.href}#p-${key}`,
          unbroken(name({ kind: 'paragraph', number })),
        ]),
        ...part.notes.map(({ href, number }): [string, string] => [href, unbroken(name({ kind: 'note', number }))]),
      ]
    }),
    ...terms.map(({ href, name }): [string, string] => [href, name]),
    ...sources.map(({ href, label }): [string, string] => [href, label]),
    ...pages.map(({ href, title }): [string, string] => [href, title]),
    ...events.map(({ href, title }): [string, string] => [href, title]),
    ...places.map(({ href, name }): [string, string] => [href, name]),
  ])
  return (address) => names.get(address) ?? names.get(splitAddress(address).page) ?? address
}
