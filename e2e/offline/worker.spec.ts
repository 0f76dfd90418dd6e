import { expect, type Page, test } from 'playwright/test'
import { askAll } from '../search/ask-all.ts'
import { FileServer } from '../support/file-server.ts'
import { expectInView } from '../support/places.ts'
import { htmlOf, pagesOf, pageTypesOf, realSite, seriesOf } from '../support/sites.ts'
import { keepOffline, openBrowser, titleIn } from './browser.ts'
import { queries } from './queries.ts'

const series = seriesOf(realSite)

/** Paths of the pages that search engines may list. */
const pathsToFind = () =>
  pagesOf(realSite).filter((page) => page !== '/404.html' && !htmlOf(realSite, page).includes('<meta name="robots" content="noindex">'))

test('kept for offline, with the server gone and the browser restarted, everything is there', async ({ browserName: _ }, testInfo) => {
  const { address, page, browser, offences } = await restartWithout('/', testInfo.outputPath('profile'))
  await expectEveryPage(page, address)
  await expectEveryNote(page, address)
  await expectEveryForm(page, address)
  await expectSearches(page, address)
  await expectApology(page, address, offences)
  await browser.close()
})

test('so it is where the site lies in a folder of a host', async ({ browserName: _ }, testInfo) => {
  const { address, page, browser, offences } = await restartWithout('/some/folder/', testInfo.outputPath('profile'))
  await expectEveryForm(page, address)
  await expectSearches(page, address)
  await expectApology(page, address, offences)
  await browser.close()
})

/** Keeps the site as a reader does, stops the server and opens the browser anew. */
async function restartWithout(base: string, profile: string) {
  const server = await new FileServer(realSite.folder, base).start()
  const before = await openBrowser(profile)
  await keepOffline(await before.newPage(), server.address)
  await before.close()
  await server.stop()
  const browser = await openBrowser(profile)
  const page = await browser.newPage()
  return { address: server.address, browser, page, offences: listenFor(page) }
}

/** Collects what the pages complain about and what they cannot get. */
function listenFor(page: Page): string[] {
  const offences: string[] = []
  page.on('pageerror', (error) => offences.push(`${page.url()}: ${error.message}`))
  page.on('console', (message) => message.type() === 'error' && offences.push(`${page.url()}: ${message.text()}`))
  page.on(
    'requestfailed',
    (request) => request.failure()?.errorText !== 'net::ERR_ABORTED' && offences.push(`${request.url()}: ${request.failure()?.errorText}`),
  )
  return offences
}

async function expectEveryPage(page: Page, address: string) {
  const paths = pathsToFind()
  expect(paths.length).toBeGreaterThan(100)
  // One of every type is opened in the window; of all, the worker hands out what the server had, with what they open.
  for (const path of pageTypesOf(realSite).filter((path) => paths.includes(path))) {
    await page.goto(address + path)
    expect(titleIn(await page.content()), path).toBe(titleIn(htmlOf(realSite, path)))
    expect(await page.evaluate(() => [...document.styleSheets].every(({ cssRules }) => cssRules.length > 0)), path).toBe(true)
  }
  const handedOut = await page.evaluate(
    (urls) => Promise.all(urls.map(async (url) => (await fetch(url)).text())),
    paths.map((path) => address + path),
  )
  const opened = new Set<string>()
  for (const [i, path] of paths.entries()) {
    expect(handedOut[i], path).toBe(htmlOf(realSite, path))
    for (const [, href = ''] of (handedOut[i] ?? '').matchAll(/\sdata-(?:[a-z]+-)?href="([^"]+\/_astro\/[^"]+\.(?:css|json))"/gu))
      opened.add(new URL(href, address + path).href)
  }
  expect(opened.size).toBeGreaterThan(2)
  for (const url of opened) expect(await page.evaluate(async (file) => (await fetch(file)).ok, url), url).toBe(true)
}

async function expectEveryNote(page: Page, address: string) {
  const notes = series.parts.flatMap((part) => part.notes)
  expect(notes.length).toBeGreaterThan(20)
  // The first of a part from elsewhere, the others on the page that is open then.
  for (const { id, href } of notes) {
    await page.goto(address + href)
    await expectInView(page, page.locator(`#note-${id}`))
  }
}

async function expectEveryForm(page: Page, address: string) {
  const [part] = series.parts
  const [note] = part?.notes ?? []
  const path = part?.href.slice(0, -1) ?? ''
  for (const form of [path, `${path}/`, `${path}/index.html`]) {
    for (const rest of ['', '?from=mail', `#note-${note?.id}`, `?from=mail#note-${note?.id}`]) {
      await page.goto('about:blank')
      await page.goto(address + form + rest)
      // Links on the page are relative: only at this form of the address they lead where they should.
      await expect(page, form + rest).toHaveURL(`${address}${path}/${rest}`)
      await expect(page.getByRole('heading', { level: 1 }), form + rest).toHaveText(
        htmlOf(realSite, `${path}/`).match(/<h1[^>]*>([^<]+)/u)?.[1] ?? '',
      )
    }
  }
  await page.goto(`${address}/index.html`)
  await expect(page).toHaveURL(`${address}/`)
}

async function expectSearches(page: Page, address: string) {
  const [first] = queries
  await page.goto(`${address}/search/?q=${encodeURIComponent(first.query)}`)
  await expect(page.locator(`[data-search-results] > li[data-kind=${first.kind}]`).first()).toBeVisible()
  const answers = await askAll(
    page,
    queries.map(({ query }) => query),
  )
  for (const [i, { query, kind }] of queries.entries())
    expect(
      answers[i]?.results.map((result) => result.kind),
      query,
    ).toContain(kind)
}

/** What is not kept is not promised: the reader is told so, and the page still leads home. */
async function expectApology(page: Page, address: string, offences: readonly string[]) {
  expect(offences).toEqual([])
  await page.goto(`${address}/series.json`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Not available offline')
  await page.getByRole('link').click()
  await expect(page).toHaveURL(`${address}/`)
}
