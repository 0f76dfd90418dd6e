import { expect, type Page, test } from 'playwright/test'
import { seriesOf, sites, tinySite } from '../support/sites.ts'

/** Sums up what the browser has seen move since the page began, as “Cumulative Layout Shift” counts it, with what moved. */
async function shiftsOf(page: Page) {
  return page.evaluate(async () => {
    await document.fonts.ready
    const nextFrame = () => new Promise((done) => requestAnimationFrame(done))
    await nextFrame()
    await nextFrame()
    type Shift = PerformanceEntry & { value: number; sources: readonly { node: Node | null }[] }
    const shifts = await new Promise<Shift[]>((done) => {
      const observer = new PerformanceObserver((list) => done(list.getEntries() as Shift[]))
      observer.observe({ type: 'layout-shift', buffered: true })
      requestAnimationFrame(() => requestAnimationFrame(() => done(observer.takeRecords() as Shift[])))
    })
    return shifts.map(
      ({ value, sources }) => `${value}: ${sources.map(({ node }) => node?.parentElement?.outerHTML.slice(0, 80)).join(', ')}`,
    )
  })
}

for (const site of sites) {
  const [part] = seriesOf(site).parts
  const tag = site === tinySite ? [] : '@long'

  test(`nothing moves while pages load, when results arrive, and when cards open and close, in ${site.name}`, {
    tag: site === tinySite ? '@between' : '@once',
  }, async ({ page }) => {
    for (const path of ['/', '/glossary/', part?.href ?? '']) {
      await page.goto(site.address + path, { waitUntil: 'load' })
      expect(await shiftsOf(page), path).toEqual([])
    }
    await page.keyboard.press('Tab')
    for (const link of (await page.locator('main .text > p [role=doc-glossref]').all()).slice(0, 4)) {
      await link.focus()
      await expect(page.locator('.card:popover-open')).toBeVisible()
      await page.keyboard.press('Escape')
    }
    expect(await shiftsOf(page), 'cards').toEqual([])
    await page.goto(`${site.address}/search/?q=${site.name === 'the real series' ? 'Lenin' : 'keeper'}`)
    await expect(page.locator('[data-search-results] > li').nth(2)).toBeVisible()
    expect(await shiftsOf(page), 'results').toEqual([])
  })

  test(`nothing moves where the fonts of a part come late, in ${site.name}`, { tag }, async ({ page }) => {
    const { promise: painted, resolve: release } = Promise.withResolvers<void>()
    let late = 0
    await page.route('**/*.woff2', async (route) => {
      late++
      await painted
      await route.continue()
    })
    await page.goto(`${site.address}${part?.href}`, { waitUntil: 'domcontentloaded' })
    await expect.poll(() => page.evaluate(() => performance.getEntriesByName('first-contentful-paint').length)).toBe(1)
    release()
    await expect.poll(() => page.evaluate(() => Object.keys(sessionStorage).some((key) => key.endsWith(':faces')))).toBe(true)
    expect(await shiftsOf(page)).toEqual([])
    expect(late).toBeGreaterThan(0)
  })

  test(`nothing moves where a page is opened with choices that were made before, in ${site.name}`, { tag }, async ({ page }) => {
    await page.goto(`${site.address}${part?.href}`)
    await page.evaluate(() => {
      const { series } = document.documentElement.dataset
      localStorage.setItem(
        `pamphlet:${series}:choices`,
        JSON.stringify({ theme: 'dark', size: 'largest', calendar: 'both', align: 'justified' }),
      )
      localStorage.setItem(
        `pamphlet:${series}:places`,
        JSON.stringify({ [location.pathname.slice(1, -1)]: { fragment: 'p-x', number: '3', share: 0.2, when: 1 } }),
      )
    })
    for (const path of [part?.href ?? '', '/', '/notes/']) {
      await page.goto(site.address + path)
      await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
      expect(await shiftsOf(page), path).toEqual([])
    }
  })
}
