import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright/test'
import { expect } from 'playwright/test'
import type { FileServer } from '../support/file-server.ts'
import { htmlOf, pagesOf, pageTypesOf, type Site } from '../support/sites.ts'
import { titleIn } from './browser.ts'
import { writeBuild } from './builds.ts'

/** Ways in which an update can go wrong from the moment of a request on. */
export const faults = [
  'the server is gone',
  'the server fails',
  'one file is missing',
  'a body is cut',
  'a body is cut and looks whole',
  'the tab is closed',
  'the site is replaced',
] as const

type Fault = (typeof faults)[number]

/** Numbers that look random and are the same for the same seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

/**
 * Updates a kept site again and again, each time with a fault at a random request. After each, with the server gone,
 * every page and all that belongs to it is answered and of one build, and opens where it is its turn, so that in all
 * turns a page of every type opens; with the server back, the newest build comes.
 *
 * @param browser in which the site is kept for offline in build 0
 * @param folder where the builds may be written
 * @param turns of which each has the fault after that of the turn before
 * @param seed which fault is the first, and when they come
 */
export async function updateUnderFaults(
  browser: BrowserContext,
  server: FileServer,
  site: Site,
  folder: string,
  turns: number,
  seed: number,
) {
  const random = randomFrom(seed)
  let newest = 0
  const struck = new Set<number>()
  for (let turn = 0; turn < turns; turn++) {
    const fault = faults[(turn + seed) % faults.length] as Fault
    const before = new Set(packsIn(server.folder))
    server.folder = await writeBuild(site, ++newest, `${folder}/${newest}`)
    const requests = packsIn(server.folder).filter((pack) => !before.has(pack)).length
    // One or two packs of which little has changed may be left out of the update.
    const moment = 1 + Math.floor(random() * (requests - 2))
    const name = `seed ${seed}, turn ${turn + 1}: ${fault} at request ${moment}`
    const next = await writeBuild(site, ++newest, `${folder}/${newest}`)

    const page = await browser.newPage()
    // The visit alone may begin the update, so the fault is set before it; the tab may be closed in the middle of it.
    const happened = strike(server, fault, moment, page, next)
    await page.goto(`${server.address}/about/`).catch((error: unknown) => {
      if (!page.isClosed()) throw error
    })
    await beginUpdate(page)
    const ended = untilSettled(await restingPage(browser), server)
    await Promise.race([happened.then(() => struck.add(turn)), ended])
    await ended
    await server.stop()
    server.fault = undefined
    await leaveSite(browser)
    await expectWhole(browser, server, site, typesInTurn(site, turn, Math.min(turns, faults.length)), name)

    server.folder = next
    await server.start()
    await takeNewest(browser, server, newest)
  }
  expect(struck.size, 'turns in which the fault came before the update had ended').toBeGreaterThanOrEqual(Math.floor(turns * 0.8))
}

/** What only an update asks for, and each but once: other requests come when a page likes. */
const isOfUpdate = (path: string) => path.startsWith('/keep/')

/** The list of what is kept, and the packs, by names that change with what is in them. */
const packsIn = (folder: string) => readdirSync(join(folder, 'keep'))

/** Resolves when the fault has happened. */
function strike(server: FileServer, fault: Fault, moment: number, page: Page, next: string): Promise<void> {
  return new Promise((resolve) => {
    let requests = 0
    server.fault = (path, response, body) => {
      if (path === '/sw.js') return false
      const isNow = isOfUpdate(path) && ++requests === moment
      if (requests < moment) return false
      if (isNow) setTimeout(resolve)
      if (fault === 'the server fails') return !!response.writeHead(500).end('Out of order')
      if (!isNow) return false
      if (fault === 'the server is gone') void server.stop()
      if (fault === 'one file is missing') return !!response.writeHead(404).end('Not found')
      if (fault === 'a body is cut') {
        response.writeHead(200, { 'content-length': body().length })
        response.write(body().subarray(0, body().length >> 1), () => response.destroy())
        return true
      }
      if (fault === 'a body is cut and looks whole') return !!response.writeHead(200).end(body().subarray(0, body().length >> 1))
      if (fault === 'the tab is closed') void page.close()
      if (fault === 'the site is replaced') server.folder = next
      return false
    }
  })
}

/** Has the browser look for a new version now rather than at its leisure; resolves when it has begun to fetch it. */
async function beginUpdate(page: Page) {
  // The page may be closed in the middle of it.
  await page.evaluate(async () => void (await (await navigator.serviceWorker.getRegistration())?.update())).catch(() => undefined)
}

/** Waits until the update has ended, well or not. */
async function untilSettled(page: Page, server: FileServer) {
  await page.goto(`${server.address}/about/`)
  await expect
    .poll(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.installing?.state ?? 'settled'))
    .toBe('settled')
}

/** Fetches the newest build and expects that it answers when the site is opened anew. */
async function takeNewest(browser: BrowserContext, server: FileServer, build: number) {
  const page = await restingPage(browser)
  await page.goto(`${server.address}/about/`)
  await beginUpdate(page)
  await untilSettled(page, server)
  let moment = 150
  await expect(async () => {
    await leaveSite(browser)
    // The new version takes over a moment after the last page is closed, a longer one on a busy machine.
    moment *= 2
    await new Promise((resolve) => setTimeout(resolve, moment))
    await page.goto(`${server.address}/about/`)
    expect(await page.locator('meta[name=build]').getAttribute('content')).toBe(String(build))
  }).toPass()
  await leaveSite(browser)
}

/** Closes every page of the site or leaves it, so that a version that waits may take over. */
async function leaveSite(browser: BrowserContext) {
  const resting = await restingPage(browser)
  for (const page of browser.pages()) if (page !== resting && !page.isClosed()) await page.close()
  await resting.goto('about:blank')
}

/** The page that is there from the first: another one costs more than what is done in it. */
const restingPage = async (browser: BrowserContext): Promise<Page> => browser.pages()[0] ?? browser.newPage()

/**
 * Without a server: every page is there, the page, its style, its scripts and its search are of one build, the same on
 * all pages; and some pages open in a window.
 */
async function expectWhole(browser: BrowserContext, server: FileServer, site: Site, types: readonly string[], name: string) {
  const page = await restingPage(browser)
  const builds = new Set<string>()
  for (const path of types) {
    await page.goto(server.address + path)
    expect(titleIn(await page.content()), `${name}: ${path}`).toBe(titleIn(htmlOf(site, path)))
    const build = (await page.locator('meta[name=build]').getAttribute('content')) ?? ''
    // The sheet that tells it comes once the page has been painted.
    const style = () => page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--build'))
    await expect.poll(style, `${name}: ${path}`).toBe(build)
    builds.add(build)
  }
  const paths = pagesOf(site).filter((candidate) => candidate !== '/404.html')
  const found = await page.evaluate(buildsOf, { address: server.address, paths })
  expect(
    found.map(({ title }) => titleIn(title)),
    name,
  ).toEqual(paths.map((path) => titleIn(htmlOf(site, path))))
  for (const { build } of found) builds.add(build)
  expect([...builds], name).toHaveLength(1)
  await leaveSite(browser)
}

/** The pages that are opened after a turn; the worker answers for all of them in one way, and is asked for the others too. */
const typesInTurn = (site: Site, turn: number, turns: number) =>
  pageTypesOf(site).filter((path, i) => path !== '/404.html' && i % turns === turn % turns)

/** Runs on a page: the title of each page, and what it and all the files it names say of their build; one number where they agree. */
async function buildsOf({ address, paths }: { address: string; paths: string[] }): Promise<{ title: string; build: string }[]> {
  const ask = async (url: string) => {
    const response = await fetch(url)
    if (!response.ok) throw new Error(`${url} answers with ${response.status}`)
    return response.text()
  }
  // The policy of the pages lets no text become markup.
  const askForPage = (url: string) =>
    new Promise<Document>((resolve, reject) => {
      const request = new XMLHttpRequest()
      request.open('GET', url)
      request.responseType = 'document'
      request.onload = () =>
        request.status === 200 ? resolve(request.response as Document) : reject(new Error(`${url} answers with ${request.status}`))
      request.onerror = () => reject(new Error(`${url} does not answer`))
      request.send()
    })
  const files = new Map<string, Promise<string>>()
  const buildOfFile = async (url: string) => {
    const text = await (files.get(url) ?? files.set(url, ask(url)).get(url))
    return /(?:--build:|\.push\()(\d+)/u.exec(text?.slice(-60) ?? '')?.[1] ?? `none in ${url}`
  }
  return Promise.all(
    paths.map(async (path) => {
      const document = await askForPage(address + path)
      const named = [
        ...document.querySelectorAll('link[rel=stylesheet], script[src], [data-href$=".js"]:not(keep-offline), [data-href$=".css"]'),
      ]
      const urls = named.map(
        (element) => element.getAttribute('href') ?? element.getAttribute('src') ?? element.getAttribute('data-href') ?? '',
      )
      const builds = [document.querySelector<HTMLMetaElement>('meta[name=build]')?.content ?? 'none']
      for (const url of urls) builds.push(await buildOfFile(new URL(url, address + path).href))
      return { title: document.querySelector('title')?.outerHTML ?? '', build: [...new Set(builds)].join(' and ') }
    }),
  )
}
