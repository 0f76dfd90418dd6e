import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, type Page } from 'playwright/test'
import { parse } from 'yaml'
import { answer } from '../../src/reader/search/rank-results.ts'
import type { SearchEngine } from '../../src/reader/search/search-engine.ts'
import { keepOffline } from '../offline/browser.ts'
import { unpack } from '../offline/files.ts'
import { queries } from '../offline/queries.ts'
import { FileServer } from '../support/file-server.ts'
import { realSite } from '../support/sites.ts'
import { askAll, type Found } from './ask-all.ts'
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
export const probes = globSync('*.yaml', { cwd: folder }).flatMap((name) => parse(readFileSync(join(folder, name), 'utf8')) as Probe[])

/** Where the search is asked beside the site: opens its page there. Another place is another entry. */
export const places = {
  'the service worker, without a server': async (page) => {
    const server = await new FileServer(realSite.folder).start()
    await keepOffline(page, server.address)
    await server.stop()
    await page.goto(`${server.address}/search/`)
  },
  'the folder on a disk': (page) => page.goto(pathToFileURL(join(unpack(realSite), 'search/index.html')).href),
} satisfies Readonly<Record<string, (page: Page) => Promise<unknown>>>

export type Place = keyof typeof places

/**
 * Asks every probe on the site, and of each so many one in other places, and what the tests of those places look for:
 * what is wrong with the answers, and where one differs from that of the site.
 */
export async function failuresOf(page: Page, oneOf: number, others: readonly Place[]): Promise<string[]> {
  const failures: string[] = []
  const engine = await openIndex(realSite)
  await page.goto(`${realSite.address}/search/`)
  const asked = [...probes.map((probe) => probe.ask), ...queries.map(({ query }) => query)]
  const answers = new Map((await askAll(page, asked)).map((found, i) => [asked[i] ?? '', found]))
  for (const probe of probes) {
    const failure = check(probe, answers.get(probe.ask), probe.has ? await allOf(engine, probe.ask) : undefined)
    if (failure) failures.push(`${probe.ask}: ${failure}`)
  }
  for (const { query, kind } of queries)
    if (!answers.get(query)?.results.some((result) => result.kind === kind)) failures.push(`${query}: no ${kind}`)
  const again = asked.filter((_, i) => i >= probes.length || i % oneOf === 0)
  for (const place of others) {
    await places[place](page)
    for (const [i, found] of (await askAll(page, again)).entries())
      expect(found, `${place}: ${again[i]}`).toEqual(answers.get(again[i] ?? ''))
  }
  return failures
}

/** All results there are, as the query side has them: a page shows the first of each kind. */
async function allOf(engine: SearchEngine, query: string): Promise<string[]> {
  const { matches } = await answer(engine, query)
  return Promise.all(matches.map(async ({ id }) => (await engine.record(id)).url))
}

function check(
  { first, at, has, nothing, offers, related }: Probe,
  { results, offers: offered }: Found = { status: '', results: [], offers: '' },
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
