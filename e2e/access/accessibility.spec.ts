import { expect, test } from 'playwright/test'
import { barriersOf } from '../support/barriers.ts'
import { pagesOf, pageTypesOf, realSite, type Site, sites, tinySite } from '../support/sites.ts'

const kinds = {
  'the entries of the glossary': /^\/glossary\/./u,
  'the pages of the sources': /^\/sources\/./u,
  'the lists': /^\/(?:notes|sources|glossary|timeline|places)\/$/u,
}

/** The pages of a site that are tested, by kind: all of the tiny one, of the real one some of every type. */
function pagesByKind(site: Site): [kind: string, pages: string[]][] {
  const pages = site === tinySite ? pagesOf(site) : pageTypesOf(site, 4)
  const sorted = Object.entries(kinds).map(([kind, pattern]): [string, string[]] => [kind, pages.filter((path) => pattern.test(path))])
  return [...sorted, ['the parts and other pages', pages.filter((path) => sorted.every(([, some]) => !some.includes(path)))]]
}

for (const site of sites) {
  for (const [kind, pages] of pagesByKind(site)) {
    test(`${kind} have no barriers, in ${site.name}`, async ({ page }, { project }) => {
      // Every page in the narrow window; in the wide one every third, for the pages of a kind are laid out alike.
      const asked = project.name === 'phone' ? pages : pages.filter((_, i) => i % 3 === 0)
      expect(asked.length).toBeGreaterThan(0)
      const found: string[] = []
      for (const path of asked) {
        await page.goto(site.address + path)
        found.push(...(await barriersOf(page)))
      }
      expect(found).toEqual([])
    })
  }

  const query = site === realSite ? 'Kadets' : 'keeper'

  test(`the search has no barriers, as a page and over a page, in ${site.name}`, async ({ page }) => {
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

test('what the address points to has no barriers', async ({ page }) => {
  for (const place of ['#note-long-note', '#ref-logbook-2', '#the-tower']) {
    await page.goto(`${tinySite.address}/the-lamp/${place}`)
    expect(await barriersOf(page)).toEqual([])
  }
})
