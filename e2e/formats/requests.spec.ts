import { type Browser, expect, type Page, test } from 'playwright/test'
import { ownPagesOf, pageTypesOf, seriesOf, sites, tinySite } from '../support/sites.ts'
import { offencesOn } from './requests.ts'

/**
 * In a window of its own no pointer rests from before. Now and then the browser gives a new window the focus, or an event, that
 * nobody has asked for: what a page asks for by itself, it asks for in every window.
 */
const inNewWindow = (browser: Browser, look: (page: Page) => Promise<void>) =>
  expect(async () => {
    const page = await browser.newPage({ hasTouch: true, isMobile: true })
    await look(page).finally(() => page.close())
  }).toPass()

for (const site of sites) {
  const tag = site === tinySite ? [] : '@long'

  // A page of every type, of the real series those that are only there, and its parts; `check:long` has all pages.
  const paths = site === tinySite ? pageTypesOf(site, 2) : ['/', ...seriesOf(site).parts.map(({ href }) => href), ...ownPagesOf(site)]

  test(`no type of page asks another host for anything or complains, in ${site.name}`, async ({ page }) => {
    expect(await offencesOn(page, site, paths)).toEqual([])
  })

  test(`a search asks no other host and breaks no rule of the page’s policy, in ${site.name}`, { tag }, async ({ page }) => {
    const offences: string[] = []
    page.on('request', (request) => new URL(request.url()).origin === site.address || offences.push(`asks ${request.url()}`))
    page.on('console', (message) => ['error', 'warning'].includes(message.type()) && offences.push(`complains: ${message.text()}`))
    page.on('pageerror', (error) => offences.push(`breaks: ${error.message}`))
    await page.goto(`${site.address}/search/?q=note`)
    // It says that it searches before it has asked for anything.
    await expect(page.locator('[data-search-results] > li').first()).toBeVisible()
    expect(offences).toEqual([])
  })

  test(`a page asks for nothing that is wanted only once a reader does something, a part but for one style sheet, in ${site.name}`, {
    tag,
  }, async ({ browser }) => {
    const parts = seriesOf(site).parts.map(({ href }) => href)
    await inNewWindow(browser, async (page) => {
      let asked: { readonly kind: string; readonly url: string }[] = []
      page.on('request', (request) => asked.push({ kind: request.resourceType(), url: request.url() }))
      const urlsOf = (...kinds: readonly string[]) => asked.filter(({ kind }) => kinds.includes(kind)).map(({ url }) => url)
      for (const path of ['/', '/glossary/', '/timeline/', '/search/', ...parts]) {
        asked = []
        await page.goto(site.address + path, { waitUntil: 'networkidle' })
        expect(urlsOf('document'), path).toHaveLength(1)
        expect(urlsOf('fetch', 'xhr'), path).toEqual([])
        if (parts.includes(path)) expect(urlsOf('stylesheet').length, path).toBeLessThanOrEqual(1)
        // What is opened, and what searches, is as heavy as a part.
        else
          expect(
            asked.map(({ url }) => url).filter((url) => /\.css$|\.json$|\/pagefind\/|search-box/u.test(url)),
            path,
          ).toEqual([])
      }
    })
  })

  test(`what is typed on the search page before its script has come is looked for, in ${site.name}`, { tag }, async ({ page }) => {
    let release = () => {}
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    await page.route(/search-box/u, async (route) => {
      await held
      await route.continue()
    })
    await page.goto(`${site.address}/search/`)
    await expect(page.locator('site-search input')).toBeFocused()
    await page.keyboard.type('note')
    release()
    await expect(page.locator('site-search').getByRole('status')).toContainText('“note”')
    await expect(page).toHaveURL(/\?q=note$/u)
  })
}
