import type { Page } from 'playwright/test'
import type { Site } from '../support/sites.ts'

const allWidths = [320, 360, 768, 1440, 2560]

/**
 * What of pages stands outside of windows of these widths, words among it, and outside of one of 1280 pixels where text is set to
 * twice its size.
 */
export async function overflowsOn(page: Page, site: Site, paths: readonly string[], widths = allWidths): Promise<string[]> {
  const offences: string[] = []
  const look = async (path: string, width: number) => {
    await page.setViewportSize({ width, height: 900 })
    const outside = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement
      // Text that runs out where lines begin, or out of a drawing, is cut off and makes nothing wider.
      const cut: string[] = []
      const walker = document.createTreeWalker(document.querySelector('main') ?? document.body, NodeFilter.SHOW_TEXT)
      const range = new Range()
      while (walker.nextNode()) {
        const { textContent, parentElement } = walker.currentNode
        if (!parentElement?.checkVisibility() || parentElement.closest('.table, .skip-link')) continue
        range.selectNodeContents(walker.currentNode)
        const isOut = ({ left, right, width }: DOMRect) => width > 0 && (left < -1 || right > clientWidth + 1)
        if ([...range.getClientRects()].some(isOut)) cut.push(textContent?.trim().slice(0, 100) ?? '')
      }
      if (scrollWidth <= clientWidth) return cut
      const wide = [...document.querySelectorAll('body *')].filter((element) => element.getBoundingClientRect().right > clientWidth)
      return [...wide.map((element) => element.outerHTML.slice(0, 100)), ...cut]
    })
    offences.push(...outside.map((element) => `${path} at ${width} px: ${element}`))
  }
  for (const path of paths) {
    await page.goto(site.address + path)
    for (const width of widths) await look(path, width)
    await page.evaluate(() => {
      const sheet = new CSSStyleSheet()
      sheet.replaceSync(':root { font-size: 200% }')
      document.adoptedStyleSheets.push(sheet)
    })
    await look(path, 1280)
  }
  return offences
}

/** What of drawings lies under the buttons that enlarge them, in windows of every width. */
export async function coveredOn(page: Page, address: string): Promise<string[]> {
  const offences: string[] = []
  for (const path of ['/glossary/', '/timeline/', '/places/']) {
    await page.goto(address + path)
    await page.locator('large-drawings button').first().waitFor()
    for (const width of allWidths) {
      await page.setViewportSize({ width, height: 900 })
      const covered = await page.locator('large-drawings button').evaluateAll((buttons) =>
        buttons
          .flatMap((button) => {
            const own = button.getBoundingClientRect()
            const drawn = button.closest('figure')?.querySelectorAll('svg text, svg rect, figcaption') ?? []
            return [...drawn].filter((one) => {
              const { left, right, top, bottom } = one.getBoundingClientRect()
              return one.checkVisibility() && left < own.right && right > own.left && top < own.bottom && bottom > own.top
            })
          })
          .map((one) => one.outerHTML.slice(0, 100)),
      )
      offences.push(...covered.map((element) => `${path} at ${width} px: ${element}`))
    }
  }
  return offences
}
