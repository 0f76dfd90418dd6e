import { expect, test } from 'playwright/test'
import { barriersOf } from '../support/barriers.ts'
import { pageTypesOf, realSite, type Site, seriesOf, sites, tinySite } from '../support/sites.ts'

/** Pages of the real series are laid out as those of the tiny one, which have more on them: of it those that are only there. */
const pages = { [tinySite.name]: pageTypesOf(tinySite), [realSite.name]: ['/', ...ownPagesOf(realSite)] }

for (const site of sites) {
  const tag = site === realSite ? '@once' : []

  // A page of every type; `check:long` has all pages.
  test(`no type of page has barriers, in ${site.name}`, { tag }, async ({ page }) => {
    const found: string[] = []
    for (const path of pages[site.name] ?? []) {
      await page.goto(site.address + path)
      found.push(...(await barriersOf(page)))
    }
    expect(pages[site.name]?.length).toBeGreaterThan(1)
    expect(found).toEqual([])
  })

  const query = site === realSite ? 'Kadets' : 'keeper'

  test(`the search has no barriers, as a page and over a page, in ${site.name}`, { tag }, async ({ page }) => {
    await page.goto(`${site.address}/search/?q=${query}`)
    await expect(page.locator('[data-search-results] > li').first()).toBeVisible()
    expect(await barriersOf(page)).toEqual([])

    await page.goto(`${site.address}/about/`)
    await page.getByRole('link', { name: 'Search' }).click()
    await page.getByRole('searchbox', { name: 'Search the text' }).fill(query)
    await expect(page.locator('[data-search-results] > li').first()).toBeVisible()
    expect(await barriersOf(page)).toEqual([])
  })
}

/** Pages of types that the tiny series has not; its parts are of one. */
function ownPagesOf(site: Site): string[] {
  const known = new Set([...pageTypesOf(tinySite), ...seriesOf(site).parts.map(({ href }) => href)])
  return pageTypesOf(site).filter((path) => !known.has(path) && !/^\/(?:glossary|sources)\/./u.test(path))
}

test('what the address points to has no barriers', { tag: '@once' }, async ({ page }) => {
  for (const place of ['#note-long-note', '#ref-logbook-2', '#the-tower']) {
    await page.goto(`${tinySite.address}/the-lamp/${place}`)
    expect(await barriersOf(page)).toEqual([])
  }
})
