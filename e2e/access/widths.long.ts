import { expect, test } from 'playwright/test'
import { pagesOf, sites } from '../support/sites.ts'
import { overflowsOn } from './widths.ts'

for (const site of sites) {
  test(`no page is ever wider than the window, in ${site.name}`, async ({ page }) => {
    expect(await overflowsOn(page, site, pagesOf(site))).toEqual([])
  })
}
