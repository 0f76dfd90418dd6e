import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { gzipSync } from 'node:zlib'
import { expect, type Page, test } from 'playwright/test'
import { expectInView } from '../support/places.ts'
import { filesOf, pagesOf, pageTypesOf, realSite, seriesOf, sites, tinySite } from '../support/sites.ts'
import { archiveOf, unpack } from './files.ts'
import { oneOfEachKind } from './queries.ts'

/** Collects what goes wrong on a page: complaints, errors, failed requests, and any request that leaves the folder. */
function listenFor(page: Page, folder: string): string[] {
  const offences: string[] = []
  page.on('console', (message) => ['error', 'warning'].includes(message.type()) && offences.push(`${page.url()}: ${message.text()}`))
  page.on('pageerror', ({ message }) => offences.push(`${page.url()}: ${message}`))
  // The next page breaks off what this one is still getting.
  page.on(
    'requestfailed',
    (request) =>
      request.failure()?.errorText === 'net::ERR_ABORTED' ||
      offences.push(`${page.url()}: ${request.url()} ${request.failure()?.errorText}`),
  )
  page.on(
    'request',
    (request) =>
      /^(?:data:|blob:)/u.test(request.url()) ||
      request.url().startsWith(pathToFileURL(folder).href) ||
      offences.push(`${page.url()} asks ${request.url()}`),
  )
  return offences
}

const tagsIn = (url: string, tag: RegExp) =>
  [...readFileSync(fileURLToPath(url), 'utf8').matchAll(tag)].map(([, address = '']) => new URL(address.replaceAll('&amp;', '&'), url))

/** The pages of the folder that a page links to; the files for reference managers are none. */
const linksIn = (url: string) =>
  tagsIn(url, /<a\s[^>]*?href="([^"]*)"/gu)
    .filter(({ protocol, pathname }) => protocol === 'file:' && pathname.endsWith('.html'))
    .map(({ href }) => href.replace(/[?#].*$/u, ''))

/** What a page names that browsers load with it. A scheme or another host would be told by its address. */
const loadedBy = (url: string) =>
  tagsIn(
    url,
    /<(?:script|img|image|iframe|source|link(?![^>]*\srel="(?:canonical|license|alternate|cite-as|schema\.\w+|search)"))\s[^>]*?(?:src|href)="([^"#]+)"/gu,
  )
    .filter(({ protocol }) => protocol !== 'data:')
    .map(({ href }) => href)

for (const site of sites) {
  test(`the unpacked folder of ${site.name} holds every page, each can be reached by links, and nothing goes wrong`, async ({ page }) => {
    const folder = unpack(site)
    const urlOf = (path: string) => pathToFileURL(join(folder, path, 'index.html')).href
    // Pages that are gone are there for old links alone.
    const gone = seriesOf(site).retiredPages.map(({ href }) => href)
    const pages = pagesOf(site).filter((path) => path !== '/404.html' && !gone.includes(path))
    const reached = new Set([urlOf('/')])
    for (const url of reached) for (const link of linksIn(url)) reached.add(link)
    expect([...reached].sort()).toEqual(pages.map(urlOf).sort())

    // A page of every type is opened, of the real series one that has other texts. What the others of its type have in them beside
    // text is what that one has.
    const offences = listenFor(page, folder)
    const seen = new Set<string>()
    const types = site === tinySite ? pageTypesOf(site) : [seriesOf(site).parts[0]?.href ?? '']
    for (const path of types.filter((type) => pages.includes(type))) {
      await page.goto(urlOf(path))
      const face = await page.evaluate(async () => {
        await document.fonts.ready
        return [...document.fonts].filter(({ status, family }) => status === 'loaded' && family.includes('Vollkorn')).length
      })
      expect(face, `${path} has its face`).toBeGreaterThan(0)
      for (const file of loadedBy(urlOf(path))) seen.add(file)
    }
    for (const path of pages)
      for (const file of loadedBy(urlOf(path))) if (!seen.has(file)) expect(existsSync(fileURLToPath(file)), file).toBe(true)
    expect(offences).toEqual([])
  })

  test(`no link in the folder of ${site.name} leads to a place that is not there`, () => {
    const folder = unpack(site)
    const html = new Map(
      pagesOf(site)
        .filter((path) => path !== '/404.html')
        .map((path) => [pathToFileURL(join(folder, path, 'index.html')).href, readFileSync(join(folder, path, 'index.html'), 'utf8')]),
    )
    const dead: string[] = []
    for (const [url, text] of html) {
      for (const [, link = ''] of text.matchAll(/<a\s[^>]*?href="([^"]*)"/gu)) {
        const target = new URL(link.replaceAll('&amp;', '&'), url)
        if (target.protocol !== 'file:') continue
        if (!target.pathname.endsWith('.html') && existsSync(fileURLToPath(target))) continue
        const page = html.get(target.href.replace(/[?#].*$/u, ''))
        if (!page || (target.hash && !page.includes(` id="${decodeURIComponent(target.hash.slice(1))}"`)))
          dead.push(`${fileURLToPath(url)} → ${link}`)
      }
    }
    expect(dead).toEqual([])
  })
}

test('notes, queries and pictures work from a file', async ({ page }) => {
  const folder = unpack(realSite)
  const offences = listenFor(page, folder)
  for (const part of seriesOf(realSite).parts) {
    // The first from elsewhere, the others on the page that is open then.
    await page.goto('about:blank')
    for (const { id } of part.notes.slice(0, 4)) {
      await page.goto(`${pathToFileURL(join(folder, part.href, 'index.html')).href}#note-${id}`)
      await expectInView(page, page.locator(`#note-${id}`))
    }
  }
  await page.goto(pathToFileURL(join(folder, 'index.html')).href)
  await expect(page.locator('keep-offline')).toHaveCount(0)
  expect(offences).toEqual([])
})

// That it finds what the search of the site finds, for every query, the probes ask.
test('the search in the folder answers an address, and leads to what was found', async ({ page }) => {
  const folder = unpack(realSite)
  const offences = listenFor(page, folder)
  for (const { query, kind } of oneOfEachKind.filter((asked) => /^(?:event|note|source)$/u.test(asked.kind))) {
    await page.goto(`${pathToFileURL(join(folder, 'search/index.html')).href}?q=${encodeURIComponent(query)}`)
    const link = page.locator(`[data-search-results] > li[data-kind=${kind}] a`).first()
    await expect(link, query).toBeVisible()
    const target = new URL(await link.evaluate((element: HTMLAnchorElement) => element.href))
    await link.click()
    await expect.poll(() => new URL(page.url()).pathname, query).toBe(target.pathname)
    if (target.hash) await expectInView(page, page.locator(`[id="${decodeURIComponent(target.hash.slice(1))}"]`))
    expect(offences, query).toEqual([])
  }
})

test('the folder says what it is', () => {
  const text = readFileSync(join(unpack(realSite), 'README.txt'), 'utf8')
  expect(text).toContain(seriesOf(realSite).title)
  expect(text).toMatch(/Version \S+, \d{4}-\d\d-\d\d/u)
  expect(text).toContain('index.html')
})

test('the archive is no larger than what is in the site', () => {
  // The pages, pictures, styles and faces as a host compresses them, and the index of the search.
  const own = filesOf(realSite).filter(
    (path) => /\.(?:html|css|svg|png|woff2)$/u.test(path) && !/^\/(?:share|icons|downloads)\/|\/404\.html$/u.test(path),
  )
  const index = filesOf(realSite).filter((path) => /^\/pagefind\/[^/]+\/(?!embedded\/)/u.test(path))
  const sum = [...own, ...index].reduce((bytes, path) => bytes + gzipSync(readFileSync(join(realSite.folder, path))).length, 0)
  const ratio = archiveOf(realSite).length / sum
  test.info().annotations.push({ type: 'size', description: `${archiveOf(realSite).length} bytes, ${ratio.toFixed(2)} of ${sum}` })
  expect(ratio).toBeLessThanOrEqual(1.6)
})

test('the page of downloads tells size and fingerprint of each file as they are', async ({ page }) => {
  for (const site of sites) {
    await page.goto(`${site.address}/downloads/`)
    const offered = page.locator('[data-download]')
    expect(await offered.count()).toBeGreaterThan(1)
    for (const section of await offered.all()) {
      const response = await page.request.get(new URL((await section.getByRole('link').getAttribute('href')) ?? '', page.url()).href)
      expect(response.ok()).toBe(true)
      const body = await response.body()
      await expect(section).toContainText(createHash('sha256').update(body).digest('hex'))
      await expect(section).toContainText(
        body.length < 1e6 ? `${Math.round(body.length / 1e3)} kB` : `${(body.length / 1e6).toFixed(1)} MB`,
      )
      await expect(section).toContainText('Version')
    }
  }
})

test('previews work from a file', async ({ page }) => {
  const folder = unpack(realSite)
  const offences = listenFor(page, folder)
  const [part] = seriesOf(realSite).parts
  await page.goto(pathToFileURL(join(folder, part?.href ?? '', 'index.html')).href)
  await page.locator('.part-text [role=doc-glossref]').first().hover()
  const card = page.locator('preview-cards [popover]').first()
  await expect(card).toBeVisible()
  await expect(card.locator('.definition')).not.toBeEmpty()
  await card.locator('.card-title a').click()
  await expect(page).toHaveURL(/^file:.*\/glossary\/[^/]+\/index\.html$/u)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  expect(offences).toEqual([])
})
