import { expect, type Page, test } from 'playwright/test'
import { askAll } from '../search/ask-all.ts'
import { FileServer } from '../support/file-server.ts'
import { expectInView } from '../support/places.ts'
import { htmlOf, pagesOf, pageTypesOf, realSite, type Site, seriesOf, tinySite } from '../support/sites.ts'
import { keepOffline, openBrowser, titleIn } from './browser.ts'
import { queries } from './queries.ts'

/** Paths of the pages that search engines may list. */
const pathsToFind = (site: Site) =>
  pagesOf(site).filter((page) => page !== '/404.html' && !htmlOf(site, page).includes('<meta name="robots" content="noindex">'))

test('kept for offline where a site lies in a folder of a host, with the server gone and the browser restarted, everything is there', async ({
  browserName: _,
}, testInfo) => {
  const { address, page, browser, offences } = await restartWithout(tinySite, '/some/folder/', testInfo.outputPath('profile'))
  await expectEveryPage(page, tinySite, address)
  await expectNotes(page, tinySite, address)
  await expectEveryForm(page, address)
  await expectSearches(page, address, [{ query: 'zanzibarite', kind: 'note' }])
  await expectApology(page, address, offences)
  await browser.close()
})

test('so it is with a site of megabytes', { tag: '@long' }, async ({ browserName: _ }, testInfo) => {
  const { address, page, browser, offences } = await restartWithout(realSite, '/', testInfo.outputPath('profile'))
  await expectEveryPage(page, realSite, address)
  await expectNotes(page, realSite, address)
  await expectSearches(page, address, queries)
  await expectApology(page, address, offences)
  await browser.close()
})

/** Keeps the site as a reader does, stops the server and opens the browser anew. */
async function restartWithout(site: Site, base: string, profile: string) {
  const server = await new FileServer(site.folder, base).start()
  const before = await openBrowser(profile)
  const [first] = before.pages()
  await keepOffline(first ?? (await before.newPage()), server.address)
  await before.close()
  await server.stop()
  const browser = await openBrowser(profile)
  const page = browser.pages()[0] ?? (await browser.newPage())
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

async function expectEveryPage(page: Page, site: Site, address: string) {
  const paths = pathsToFind(site)
  expect(paths.length).toBeGreaterThan(20)
  // One of every type is opened in the window; of all, the worker hands out what the server had, with what they open.
  for (const path of pageTypesOf(site).filter((path) => paths.includes(path))) {
    await page.goto(address + path)
    expect(titleIn(await page.content()), path).toBe(titleIn(htmlOf(site, path)))
    expect(await page.evaluate(() => [...document.styleSheets].every(({ cssRules }) => cssRules.length > 0)), path).toBe(true)
  }
  const handedOut = await page.evaluate(
    (urls) => Promise.all(urls.map(async (url) => (await fetch(url)).text())),
    paths.map((path) => address + path),
  )
  const opened = new Set<string>()
  for (const [i, path] of paths.entries()) {
    expect(handedOut[i], path).toBe(htmlOf(site, path))
    for (const [, href = ''] of (handedOut[i] ?? '').matchAll(/\sdata-(?:[a-z]+-)?href="([^"]+\/_astro\/[^"]+\.(?:css|json))"/gu))
      opened.add(new URL(href, address + path).href)
  }
  expect(opened.size).toBeGreaterThan(2)
  for (const url of opened) expect(await page.evaluate(async (file) => (await fetch(file)).ok, url), url).toBe(true)
}

/** Some of each part: the page they stand on is that of the server. */
async function expectNotes(page: Page, site: Site, address: string) {
  for (const { notes } of seriesOf(site).parts) {
    for (const note of [notes[0], notes.at(-1)]) {
      await page.goto(address + note?.href)
      await expectInView(page, page.locator(`#note-${note?.id}`))
    }
  }
}

/** However a part is asked for, it is there: also where the site lies in a folder, and more could go wrong. */
async function expectEveryForm(page: Page, address: string) {
  const [part] = seriesOf(tinySite).parts
  const [note] = part?.notes ?? []
  const path = part?.href.slice(0, -1) ?? ''
  for (const form of [path, `${path}/`, `${path}/index.html`]) {
    for (const rest of ['', `?from=mail#note-${note?.id}`]) {
      await page.goto('about:blank')
      await page.goto(address + form + rest)
      // Links on the page are relative: only at this form of the address they lead where they should.
      await expect(page, form + rest).toHaveURL(`${address}${path}/${rest}`)
      await expect(page.getByRole('heading', { level: 1 }), form + rest).toHaveText(
        htmlOf(tinySite, `${path}/`).match(/<h1[^>]*>([^<]+)/u)?.[1] ?? '',
      )
    }
  }
  await page.goto(`${address}/index.html`)
  await expect(page).toHaveURL(`${address}/`)
}

async function expectSearches(page: Page, address: string, asked: readonly { readonly query: string; readonly kind: string }[]) {
  const [first] = asked
  await page.goto(`${address}/search/?q=${encodeURIComponent(first?.query ?? '')}`)
  await expect(page.locator(`[data-search-results] > li[data-kind=${first?.kind}]`).first()).toBeVisible()
  const answers = await askAll(
    page,
    asked.map(({ query }) => query),
  )
  for (const [i, { query, kind }] of asked.entries())
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
