import { expect, test } from 'playwright/test'
import { barriersOf } from '../support/barriers.ts'
import { pagesOf, sites } from '../support/sites.ts'

const pagesAtOnce = 20

for (const site of sites) {
  const pages = pagesOf(site)
  for (let first = 0; first < pages.length; first += pagesAtOnce) {
    const some = pages.slice(first, first + pagesAtOnce)
    test(`no page has barriers, in ${site.name}, pages ${first + 1} to ${first + some.length}`, async ({ page }) => {
      const found: string[] = []
      for (const path of some) {
        await page.goto(site.address + path)
        found.push(...(await barriersOf(page)))
      }
      expect(found).toEqual([])
    })
  }
}
