import { expect, test } from 'playwright/test'
import { pagesOf, sites } from '../support/sites.ts'
import { offencesOn } from './requests.ts'

for (const site of sites) {
  test(`no page asks another host for anything or complains, in ${site.name}`, async ({ page }) => {
    expect(await offencesOn(page, site, pagesOf(site))).toEqual([])
  })
}
