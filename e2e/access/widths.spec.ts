import { expect, test } from 'playwright/test'
import { pageTypesOf, sites } from '../support/sites.ts'
import { coveredOn, overflowsOn } from './widths.ts'

for (const site of sites) {
  // A page of every type; `check:long` has all pages, in more windows.
  test(`no type of page is ever wider than the window, also with text of twice its size, in ${site.name}`, async ({ page }) => {
    expect(await overflowsOn(page, site, pageTypesOf(site), [320, 768, 1440])).toEqual([])
  })

  test(`the button that enlarges a drawing lies on nothing of it, in ${site.name}`, async ({ page }) => {
    expect(await coveredOn(page, site.address)).toEqual([])
  })
}
