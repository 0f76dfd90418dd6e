import { expect, type Locator, type Page } from 'playwright/test'

/** Waits until a good part of the element stands in the window. Asks the browser, not the page: it works without JavaScript. */
export async function expectInView(page: Page, element: Locator) {
  const window = page.viewportSize() ?? { width: 0, height: 0 }
  await expect(async () => {
    const box = await element.boundingBox()
    if (!box) throw new Error('It is not on the page.')
    const shown = Math.min(box.y + box.height, window.height) - Math.max(box.y, 0)
    expect(shown, `${Math.round(box.y)} to ${Math.round(box.y + box.height)} in a window ${window.height} high`).toBeGreaterThanOrEqual(
      // A browser may leave a fraction of a pixel above the window.
      Math.min(Math.floor(box.height), window.height / 3),
    )
  }).toPass()
}

/** Expects that the element looks different from another of its kind, which it does where the address points to it. */
export async function expectMarked(element: Locator, neighbour: Locator) {
  await expect.poll(() => backgroundOf(element)).not.toBe(await backgroundOf(neighbour))
}

const backgroundOf = (element: Locator) => element.evaluate((node) => getComputedStyle(node).backgroundColor)

/** How far down the page is scrolled. */
export const scrolledTo = (page: Page) => page.evaluate(() => scrollY)

/** Waits until all of a part is laid out, what was put off until the first picture too (decision 134). */
export const expectLaidOut = (page: Page) =>
  expect
    .poll(() =>
      page.evaluate(() =>
        [...document.querySelectorAll('.text > *, .endnotes li')].every((block) => getComputedStyle(block).contentVisibility === 'visible'),
      ),
    )
    .toBe(true)
