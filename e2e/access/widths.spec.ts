import { expect, test } from 'playwright/test'
import { pageTypesOf, sites } from '../support/sites.ts'
import { overflowsOn } from './widths.ts'

for (const site of sites) {
  // A page of every type; `check:long` has all pages.
  test(`no type of page is ever wider than the window, in ${site.name}`, async ({ page }) => {
    expect(await overflowsOn(page, site, pageTypesOf(site, 2))).toEqual([])
  })
}

test('text that is set to twice its size stays in the window', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 900 })
  for (const site of sites) {
    for (const path of pageTypesOf(site)) {
      await page.goto(site.address + path)
      const width = await page.evaluate(() => {
        const sheet = new CSSStyleSheet()
        sheet.replaceSync(':root { font-size: 200% }')
        document.adoptedStyleSheets.push(sheet)
        return document.documentElement.scrollWidth
      })
      expect(width, path).toBeLessThanOrEqual(1280)
    }
  }
})
