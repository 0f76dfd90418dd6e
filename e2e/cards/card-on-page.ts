import { expect, type Locator, type Page } from 'playwright/test'
import { tinySite } from '../support/sites.ts'

/** The part whose cards are opened. */
export const lamp = `${tinySite.address}/the-lamp/`

export const cardOf = (page: Page, name: string) => page.getByRole('dialog', { name, exact: true })

/** A link whose note is not in view and has no copy in the margin: the ninth reference to a note. */
export const reference = '#ref-logbook-9'

export const isTouch = (page: Page) => page.evaluate(() => matchMedia('(hover: none)').matches)

/** For what must not happen: cards open after 250 ms and close after 300. */
export const longerThanAnyDelay = (page: Page) => page.evaluate(() => new Promise((done) => setTimeout(done, 700)))

/** Opens a card as a reader of this window would: by a tap or by pointing. */
export async function point(page: Page, link: Locator) {
  await link.scrollIntoViewIfNeeded()
  if (await isTouch(page)) await link.tap()
  else await link.hover()
}

/** The card lies inside the window and leaves the line of its link free. */
export async function expectPlaced(page: Page, card: Locator, link: Locator) {
  const window = page.viewportSize() ?? { width: 0, height: 0 }
  await expect(async () => {
    const box = await card.boundingBox()
    const line = await link.boundingBox()
    if (!box || !line) throw new Error('It is not there.')
    expect(box.x).toBeGreaterThanOrEqual(0)
    expect(box.y).toBeGreaterThanOrEqual(0)
    expect(box.x + box.width).toBeLessThanOrEqual(window.width + 0.5)
    expect(box.y + box.height).toBeLessThanOrEqual(window.height + 0.5)
    expect(box.y >= line.y + line.height - 1 || box.y + box.height <= line.y + 1, 'the line is free').toBe(true)
    if (window.width < 640) expect(box.height).toBeLessThanOrEqual(window.height / 2 + 0.5)
  }).toPass()
}
