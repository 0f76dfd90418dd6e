import { expect, test } from 'playwright/test'
import { pageTypesOf, sites } from '../support/sites.ts'
import { overflowsOn } from './widths.ts'

for (const site of sites) {
  // A page of every type; `check:long` has all pages.
  test(`no type of page is ever wider than the window, also with text of twice its size, in ${site.name}`, async ({ page }) => {
    expect(await overflowsOn(page, site, pageTypesOf(site))).toEqual([])
  })
}
