import { expect, test } from 'playwright/test'
import { pageTypesOf, sites, tinySite } from '../support/sites.ts'
import { coveredOn, overflowsOn } from './widths.ts'

for (const site of sites) {
  // A page of every type; `check:long` has all pages, in more windows. Of the real series only its words are other ones.
  const widths = site === tinySite ? [320, 768, 1440] : [320]
  test(`no type of page is ever wider than the window, also with text of twice its size, in ${site.name}`, async ({ page }) => {
    expect(await overflowsOn(page, site, pageTypesOf(site), widths)).toEqual([])
  })

  test(`the button that enlarges a drawing lies on nothing of it, in ${site.name}`, async ({ page }) => {
    expect(await coveredOn(page, site.address)).toEqual([])
  })
}
