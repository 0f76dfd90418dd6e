import { expect, test } from 'playwright/test'
import { barriersOf } from '../support/barriers.ts'
import { pageTypesOf, realSite, sites, tinySite } from '../support/sites.ts'

for (const site of sites) {
  // The pages of the real series are laid out as those of the tiny one, which have more on them.
  const tag = site === realSite ? '@once' : []

  // A page of every type; `check:long` has all pages.
  const pages = pageTypesOf(site)

  test(`no type of page has barriers, in ${site.name}`, { tag }, async ({ page }) => {
    expect(pages.length).toBeGreaterThan(10)
    const found: string[] = []
    for (const path of pages) {
      await page.goto(site.address + path)
      found.push(...(await barriersOf(page)))
    }
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

test('what the address points to has no barriers', { tag: '@once' }, async ({ page }) => {
  for (const place of ['#note-long-note', '#ref-logbook-2', '#the-tower']) {
    await page.goto(`${tinySite.address}/the-lamp/${place}`)
    expect(await barriersOf(page)).toEqual([])
  }
})
