import { expect, type Locator } from 'playwright/test'

/**
 * The button that copies the link of a place, which comes where the pointer is or a finger has tapped; where nothing can
 * point, notes have their own.
 */
export async function pointAt(place: Locator): Promise<Locator> {
  // Under the keyboard it would stay.
  await place.page().evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
  await place.scrollIntoViewIfNeeded()
  // It comes when the page has been painted; a pointer that rests elsewhere, while the page moves under it, takes it there.
  await expect(async () => {
    await place.dispatchEvent('pointerover')
    await expect.poll(() => isAt(place), { timeout: 1_000 }).toBe(true)
  }).toPass()
  const own = place.locator(':scope > .copy-link')
  return (await own.count()) > 0 ? own.first() : place.page().locator('.copy-link:not([tabindex="-1"])')
}

const isAt = (place: Locator) =>
  place.evaluate((element) => [element.previousElementSibling, ...element.querySelectorAll('*')].some((one) => one?.matches('.copy-link')))
