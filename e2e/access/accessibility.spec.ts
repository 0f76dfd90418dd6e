import { expect, type Page, test } from 'playwright/test'
import { barriersOf } from '../support/barriers.ts'
import { ownPagesOf, pageTypesOf, realSite, type Site, sites, tinySite } from '../support/sites.ts'

/** Pages of the real series are laid out as those of the tiny one, which have more on them: of it those that are only there. */
const pages = { [tinySite.name]: pageTypesOf(tinySite), [realSite.name]: ['/', ...ownPagesOf(realSite)] }

/** Those that are laid out in another way in a narrow window. */
const narrowPages = ['/', '/the-lamp/', '/glossary/', '/timeline/', '/places/', '/sources/']

for (const site of sites) {
  // A page of every type; `check:long` has all pages.
  test(`no type of page has barriers, in ${site.name}`, { tag: '@once' }, async ({ page }) => {
    expect(pages[site.name]?.length).toBeGreaterThan(1)
    expect(await barriersOn(page, site, pages[site.name] ?? [])).toEqual([])
  })
}

test('the search has no barriers, as a page and over a page', { tag: '@once' }, async ({ page }) => {
  await search(page)
  expect(await barriersOf(page)).toEqual([])

  await page.goto(`${tinySite.address}/about/`)
  await page.getByRole('link', { name: 'Search' }).click()
  await page.getByRole('searchbox', { name: 'Search the text' }).fill('keeper')
  await expect(page.locator('[data-search-results] > li').first()).toBeVisible()
  expect(await barriersOf(page, 'dialog[open]')).toEqual([])
})

test('no page that a narrow window lays out in another way has barriers', { tag: '@narrow' }, async ({ page }) => {
  expect(await barriersOn(page, tinySite, narrowPages)).toEqual([])
  await search(page)
  expect(await barriersOf(page)).toEqual([])
})

async function search(page: Page) {
  await page.goto(`${tinySite.address}/search/?q=keeper`)
  await expect(page.locator('[data-search-results] > li').first()).toBeVisible()
}

async function barriersOn(page: Page, site: Site, paths: readonly string[]): Promise<string[]> {
  const found: string[] = []
  for (const path of paths) {
    await page.goto(site.address + path)
    found.push(...(await barriersOf(page)))
  }
  return found
}

test('what the address points to has no barriers', { tag: '@once' }, async ({ page }) => {
  for (const place of ['#note-long-note', '#ref-logbook-2', '#the-tower']) {
    await page.goto(`${tinySite.address}/the-lamp/${place}`)
    expect(await barriersOf(page, ':target, :is(p, li, h2):has(> :target)')).toEqual([])
  }
})
