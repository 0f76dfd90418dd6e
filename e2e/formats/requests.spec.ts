import { expect, test } from 'playwright/test'
import { pagesOf, pageTypesOf, seriesOf, sites, tinySite } from '../support/sites.ts'

const pagesAtOnce = 12

for (const site of sites) {
  const pages = site === tinySite ? pagesOf(site) : pageTypesOf(site, 8)
  for (let first = 0; first < pages.length; first += pagesAtOnce) {
    const some = pages.slice(first, first + pagesAtOnce)
    test(`no page asks another host for anything or complains, in ${site.name}, pages ${first + 1} to ${first + some.length}`, async ({ page }) => {
      const offences: string[] = []
      let path = ''
      page.on('request', (request) => new URL(request.url()).origin === site.address || offences.push(`${path} asks ${request.url()}`))
      // The next page breaks off what this one is still getting.
      page.on('requestfailed', (request) => request.failure()?.errorText === 'net::ERR_ABORTED' || offences.push(`${path} fails to get ${request.url()}`))
      page.on('response', (response) => response.status() < 400 || offences.push(`${path} gets ${response.status()} from ${response.url()}`))
      page.on('console', (message) => ['error', 'warning'].includes(message.type()) && offences.push(`${path} complains: ${message.text()}`))
      page.on('pageerror', (error) => offences.push(`${path} breaks: ${error.message}`))
      for (path of some) await page.goto(site.address + path)
      await page.waitForLoadState('networkidle')
      expect(offences).toEqual([])
    })
  }

  test(`a search asks no other host and breaks no rule of the page’s policy, in ${site.name}`, async ({ page }) => {
    const offences: string[] = []
    page.on('request', (request) => new URL(request.url()).origin === site.address || offences.push(`asks ${request.url()}`))
    page.on('console', (message) => ['error', 'warning'].includes(message.type()) && offences.push(`complains: ${message.text()}`))
    page.on('pageerror', (error) => offences.push(`breaks: ${error.message}`))
    await page.goto(`${site.address}/search/?q=note`)
    await expect(page.locator('site-search').getByRole('status')).not.toBeEmpty()
    expect(offences).toEqual([])
  })

  for (const { href } of seriesOf(site).parts) {
    test(`a part is one page with one style sheet: ${href} in ${site.name}`, async ({ page }) => {
      const kinds: string[] = []
      page.on('request', (request) => kinds.push(request.resourceType()))
      await page.goto(site.address + href, { waitUntil: 'networkidle' })
      expect(kinds.filter((kind) => kind === 'document')).toHaveLength(1)
      expect(kinds.filter((kind) => kind === 'stylesheet').length).toBeLessThanOrEqual(1)
      expect(kinds.filter((kind) => kind === 'fetch' || kind === 'xhr')).toEqual([])
    })
  }
}
