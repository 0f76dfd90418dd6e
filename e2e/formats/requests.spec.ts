import { expect, test } from 'playwright/test'
import { pageTypesOf, seriesOf, sites } from '../support/sites.ts'
import { offencesOn } from './requests.ts'

for (const site of sites) {
  // A page of every type; `check:long` has all pages.
  test(`no type of page asks another host for anything or complains, in ${site.name}`, async ({ page }) => {
    expect(await offencesOn(page, site, pageTypesOf(site, 2))).toEqual([])
  })

  test(`a search asks no other host and breaks no rule of the page’s policy, in ${site.name}`, async ({ page }) => {
    const offences: string[] = []
    page.on('request', (request) => new URL(request.url()).origin === site.address || offences.push(`asks ${request.url()}`))
    page.on('console', (message) => ['error', 'warning'].includes(message.type()) && offences.push(`complains: ${message.text()}`))
    page.on('pageerror', (error) => offences.push(`breaks: ${error.message}`))
    await page.goto(`${site.address}/search/?q=note`)
    // It says that it searches before it has asked for anything.
    await expect(page.locator('[data-search-results] > li').first()).toBeVisible()
    expect(offences).toEqual([])
  })

  for (const { href } of seriesOf(site).parts) {
    test(`a part is one page with one style sheet: ${href} in ${site.name}`, async ({ page }) => {
      const asked: { readonly kind: string; readonly url: string }[] = []
      page.on('request', (request) => asked.push({ kind: request.resourceType(), url: request.url() }))
      await page.goto(site.address + href, { waitUntil: 'networkidle' })
      const urlsOf = (...kinds: readonly string[]) => asked.filter(({ kind }) => kinds.includes(kind)).map(({ url }) => url)
      expect(urlsOf('document')).toHaveLength(1)
      expect(urlsOf('stylesheet').length).toBeLessThanOrEqual(1)
      expect(urlsOf('fetch', 'xhr')).toEqual([])
    })
  }
}
