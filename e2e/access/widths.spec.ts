import { expect, test } from 'playwright/test'
import { pageTypesOf, sites } from '../support/sites.ts'

const widths = [320, 360, 768, 1440, 2560]

for (const site of sites) {
  test(`no page is ever wider than the window, in ${site.name}`, async ({ page }) => {
    const offences: string[] = []
    for (const path of pageTypesOf(site, 8)) {
      await page.goto(site.address + path)
      for (const width of widths) {
        await page.setViewportSize({ width, height: 900 })
        const outside = await page.evaluate(() => {
          const { scrollWidth, clientWidth } = document.documentElement
          if (scrollWidth <= clientWidth) return []
          return [...document.querySelectorAll('body *')]
            .filter((element) => element.getBoundingClientRect().right > clientWidth)
            .map((element) => element.outerHTML.slice(0, 100))
        })
        offences.push(...outside.map((element) => `${path} at ${width} px: ${element}`))
      }
    }
    expect(offences).toEqual([])
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
