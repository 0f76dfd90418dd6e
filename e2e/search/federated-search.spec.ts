import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'playwright/test'
import { realSite, tinySite } from '../support/sites.ts'

test('federated search finds what stands in either series, its own first, and leads to the right site', async ({ page }) => {
  const [hash = ''] = readdirSync(join(tinySite.folder, 'pagefind'))
  const manifest = JSON.parse(readFileSync(join(tinySite.folder, 'pagefind', hash, 'search.json'), 'utf8'))
  // The manifest as it is when the series’ `series.yaml` names the other, which stands under the same roof.
  const others = [{ title: 'The other series', url: `${tinySite.address}/another/` }]
  await page.route(`**/pagefind/${hash}/search.json`, (route) => route.fulfill({ json: { ...manifest, others } }))
  await page.route(`${tinySite.address}/another/**`, (route) =>
    route.fulfill({ path: join(realSite.folder, new URL(route.request().url()).pathname.slice('/another/'.length)) }),
  )

  await page.goto(`${tinySite.address}/search/?q=Trotsky`)
  const results = page.locator('[data-search-results] > li')
  await expect(results.first().getByRole('link')).toHaveAttribute('href', `${tinySite.address}/another/glossary/trotsky/`)
  await expect(page.getByRole('heading', { name: /Lessons of Russia.*Glossary/u })).toBeVisible()

  await page.getByRole('searchbox', { name: 'Search the text' }).fill('council')
  await expect(page.locator('site-search').getByRole('status')).toContainText('for “council”')
  const hrefs = await results.locator('> a').evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href))
  const isOther = hrefs.map((href) => href.includes('/another/'))
  expect(isOther).toContain(true)
  expect(isOther).toContain(false)
})

test('federated search leaves out a series that cannot be reached', async ({ page }) => {
  const [hash = ''] = readdirSync(join(tinySite.folder, 'pagefind'))
  const manifest = JSON.parse(readFileSync(join(tinySite.folder, 'pagefind', hash, 'search.json'), 'utf8'))
  await page.route(`**/pagefind/${hash}/search.json`, (route) =>
    route.fulfill({ json: { ...manifest, others: [{ title: 'Gone', url: `${tinySite.address}/gone/` }] } }),
  )
  await page.goto(`${tinySite.address}/search/?q=zanzibarite`)
  await expect(page.locator('[data-search-results] > li')).toHaveCount(1)
})
