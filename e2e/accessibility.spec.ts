import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from 'playwright/test'
import { pagesOf, pageTypesOf, realSite, type Site, tinySite } from './sites.ts'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** What can differ between light and dark. */
const rulesOfColour = ['color-contrast', 'link-in-text-block']

/** Looks for barriers on the page as it stands: all of them in light, those of colour again in dark. */
async function expectNoBarriers(page: Page) {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    // One frame is all there is, so that axe need not open a page of its own.
    const axe = new AxeBuilder({ page }).setLegacyMode()
    const { violations } = await (colorScheme === 'light' ? axe.withTags(tags) : axe.withRules(rulesOfColour)).analyze()
    const found = violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${colorScheme}: ${id} at ${target.join(' ')}: ${failureSummary}`),
    )
    expect(found).toEqual([])
  }
}

function testPages(site: Site, pages: readonly string[]) {
  for (const path of pages) {
    test(`${path} of ${site.name} has no barriers`, async ({ page }) => {
      await page.goto(site.address + path)
      await expectNoBarriers(page)
    })
  }
}

testPages(tinySite, pagesOf(tinySite))
testPages(realSite, [
  ...pageTypesOf(realSite).filter((path) => !/^\/(?:glossary|sources)\/./u.test(path)),
  ...some(5, (path) => /^\/sources\/./u.test(path)),
  ...some(10, (path) => /^\/glossary\/./u.test(path)),
])

for (const [site, query] of [
  [tinySite, 'keeper'],
  [realSite, 'Kadets'],
] as const) {
  test(`the search page of ${site.name} with results has no barriers`, async ({ page }) => {
    await page.goto(`${site.address}/search/?q=${query}`)
    await expect(page.locator('[data-search-results] > li').first()).toBeVisible()
    await expectNoBarriers(page)
  })

  test(`the search over a page of ${site.name} with results has no barriers`, async ({ page }) => {
    await page.goto(`${site.address}/about/`)
    await page.getByRole('link', { name: 'Search' }).click()
    await page.getByRole('searchbox', { name: 'Search the text' }).fill(query)
    await expect(page.locator('[data-search-results] > li').first()).toBeVisible()
    await expectNoBarriers(page)
  })
}

test('a note that is marked, and a paragraph, have no barriers', async ({ page }) => {
  const part = `${tinySite.address}/the-lamp/`
  for (const place of ['#note-long-note', '#ref-logbook-2', '#the-tower']) {
    await page.goto(part + place)
    await expectNoBarriers(page)
  }
})

/** So many of the pages of a kind, spread over all of them. */
function some(count: number, isOfKind: (path: string) => boolean): string[] {
  const all = pagesOf(realSite).filter(isOfKind)
  return Array.from({ length: count }, (_, i) => all[Math.floor((i * all.length) / count)] ?? '')
}
