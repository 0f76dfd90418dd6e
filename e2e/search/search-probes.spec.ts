import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, type Page, test } from 'playwright/test'
import { parse } from 'yaml'
import { answer } from '../../src/reader/search/rank-results.ts'
import type { SearchEngine } from '../../src/reader/search/search-engine.ts'
import { keepOffline } from '../offline/browser.ts'
import { unpack } from '../offline/files.ts'
import { FileServer } from '../support/file-server.ts'
import { realSite } from '../support/sites.ts'
import { openIndex } from './open-index.ts'

/** One line of `e2e/search/*.yaml`. */
type Probe = {
  readonly ask: string
  /** Kind and, where only one can be, place of the first result. */
  readonly first?: string
  readonly at?: string
  /** A place that is among the results shown or, by its kind, among all. */
  readonly has?: string
  readonly nothing?: true
  readonly offers?: readonly string[]
  readonly related?: readonly string[]
}

const folder = import.meta.dirname
const probes = globSync('*.yaml', { cwd: folder }).flatMap((name) => parse(readFileSync(join(folder, name), 'utf8')) as Probe[])

/** Where the search is asked: opens its page there. Another place is another entry. */
const places: Readonly<Record<string, (page: Page, scratch: string) => Promise<unknown>>> = {
  http: (page) => page.goto(`${realSite.address}/search/`),
  'the service worker, without a server': async (page) => {
    const server = await new FileServer(realSite.folder).start()
    await keepOffline(page, server.address)
    await server.stop()
    await page.goto(`${server.address}/search/`)
  },
  'the folder on a disk': (page, scratch) => page.goto(pathToFileURL(join(unpack(realSite, scratch), 'search/index.html')).href),
}

test('there are at least eighty probes', () => expect(probes.length).toBeGreaterThanOrEqual(80))

test('every probe finds what it must, and the same in every place', async ({ page }, testInfo) => {
  const lists: Record<string, string[]> = {}
  const failures: string[] = []
  const engine = await openIndex(realSite)
  for (const [place, open] of Object.entries(places)) {
    await open(page, testInfo.outputPath('folder'))
    lists[place] = []
    const answers = await askAll(
      page,
      probes.map((probe) => probe.ask),
    )
    for (const [i, probe] of probes.entries()) {
      const found = answers[i] ?? { status: '', results: [], offers: '' }
      lists[place].push(`${probe.ask}: ${found.status} ${found.results.map(({ kind, at }) => `${kind} ${at}`).join(', ')} ${found.offers}`)
      const failure = check(probe, found, place === 'http' && probe.has ? await allOf(engine, probe.ask) : undefined)
      if (failure) failures.push(`${place}: ${probe.ask}: ${failure}`)
    }
  }
  expect(failures).toEqual([])
  const [one, ...others] = Object.values(lists)
  for (const other of others) expect(other).toEqual(one)
})

type Found = { readonly status: string; readonly results: readonly { kind: string; at: string }[]; readonly offers: string }

/** Types the queries one after another into the box, within the page: hundreds of them, each by the hand of the test, take minutes. */
const askAll = (page: Page, queries: readonly string[]): Promise<Found[]> =>
  page.evaluate(async (all) => {
    const search = document.querySelector('site-search') as HTMLElement
    const input = search.querySelector('input') as HTMLInputElement
    const type = (text: string) => {
      input.value = text
      input.dispatchEvent(new Event('input', { bubbles: true }))
    }
    const status = () => search.querySelector('[role=status]')?.textContent ?? ''
    const says = (text: string) =>
      new Promise<void>((resolve) => {
        const look = () => {
          if (!status().includes(text)) return
          observer.disconnect()
          resolve()
        }
        const observer = new MutationObserver(look)
        observer.observe(search, { childList: true, subtree: true, characterData: true })
        look()
      })
    const root = new URL('../', document.baseURI).pathname
    const found: Found[] = []
    for (const query of all) {
      type('')
      type(query)
      await says(`“${query.trim()}”`)
      const results = [...document.querySelectorAll<HTMLElement>('[data-search-results] > li')].map((item) => {
        const { pathname, hash } = new URL(item.querySelector('a')?.href ?? '', document.baseURI)
        return {
          kind: item.dataset.kind ?? '',
          at: `/${pathname.slice(root.length).replace(/index\.html$/u, '')}${decodeURIComponent(hash)}`,
        }
      })
      const offers = [...document.querySelectorAll('.search-offers')]
        .map((offer) => [...offer.querySelectorAll('button')].map((button) => button.textContent).join('|'))
        .join(';')
      found.push({ status: status(), results, offers })
    }
    return found
  }, queries)

/** All results there are, as the query side has them: a page shows the first of each kind. */
async function allOf(engine: SearchEngine, query: string): Promise<string[]> {
  const { matches } = await answer(engine, query)
  return Promise.all(matches.map(async ({ id }) => (await engine.record(id)).url))
}

function check(
  { first, at, has, nothing, offers, related }: Probe,
  { results, offers: offered }: Found,
  all?: readonly string[],
): string | undefined {
  const found = results[0] ? `${results[0].kind} ${results[0].at}` : 'nothing'
  if (first && (at ? found !== `${first} ${at}` : !found?.startsWith(`${first} `)))
    return `${first} ${at ?? ''} should be first, but it is ${found}`
  if (nothing && results.length > 0) return `nothing should be found, but ${found} is`
  if (has && all && !all.includes(has)) return `${has} is not among ${all.length} results`
  const wanted = offers ?? related
  if (wanted && offered !== wanted.join('|')) return `it should offer ${wanted.join('|')}, not ${offered}`
  return nothing && !offers && offered ? `it should offer nothing, not ${offered}` : undefined
}
