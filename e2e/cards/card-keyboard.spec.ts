import { expect, test } from 'playwright/test'
import { barriersOf } from '../support/barriers.ts'
import { pointAt } from '../support/point-at.ts'
import { cardOf, expectPlaced, lamp, reference } from './card-on-page.ts'

test('focus opens a card, Tab goes into it and on from its link, Escape closes it and does not lose the place', { tag: '@once' }, async ({
  page,
}) => {
  await page.goto(lamp)
  const link = page.locator(reference)
  // The pointer rests where the page scrolls under it.
  await page.mouse.move(150, 400)
  // The focus is one that a keyboard has set.
  await page.keyboard.press('Tab')
  await link.focus()
  const card = cardOf(page, 'Note 3')
  await expect(card).toBeVisible()
  await expect(link).toBeFocused()
  await expectPlaced(page, card, link)
  await page.keyboard.press('Tab')
  await expect(card).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(card.locator(':is(a, button):visible').first()).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(card).toBeHidden()
  await expect(link).toBeFocused()
  // It does not open again by itself, and the next stop is the one after the link.
  await page.keyboard.press('Tab')
  await expect(link).not.toBeFocused()
  expect(
    await link.evaluate((element) =>
      Boolean(element.compareDocumentPosition(document.activeElement as Node) & Node.DOCUMENT_POSITION_FOLLOWING),
    ),
  ).toBe(true)
  // Enter follows the link as ever.
  await link.focus()
  await expect(card).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(`${lamp}#note-logbook`)
})

test('every card of a part can be reached, and what has the focus is never covered', async ({ page }) => {
  await page.goto(lamp)
  await page.keyboard.press('Tab')
  // In a wide window the notes stand in the margin.
  const notes = (page.viewportSize()?.width ?? 0) < 1200 ? '[role=doc-noteref], ' : ''
  const links = page.locator(`main .text > :not(aside) :is(${notes}[role=doc-glossref], [role=doc-biblioref]):not(.margin-note *)`)
  for (let i = 0; i < (await links.count()); i += 4) {
    await links.nth(i).focus()
    const card = page.locator('.card:popover-open')
    await expect(card).toBeVisible()
    await expectPlaced(page, card, links.nth(i))
    await page.keyboard.press('Tab')
    await expect(card).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(card).toBeHidden()
    await expect(links.nth(i)).toBeFocused()
  }
})

test('an open card, a card opened from it, the choices, the bar and the citations have no barriers, and no control is too small', {
  tag: '@extremes',
}, async ({ page }) => {
  await page.goto(lamp)
  await page.keyboard.press('Tab')
  const cards = page.locator('.card:popover-open')
  await page.locator('#ref-logbook-9').focus()
  await expect(cards).toHaveCount(1)
  expect(await barriersOf(page, '.card:popover-open')).toEqual([])
  // At least 24 pixels wide and high, or alone or in a sentence.
  const small = await page.evaluate(() =>
    [...document.querySelectorAll('button, .card-title a, summary, label')]
      .filter((control) => control.checkVisibility())
      .map((control) => ({ name: control.ariaLabel ?? control.textContent, box: control.getBoundingClientRect() }))
      .filter(({ box }) => box.width < 24 || box.height < 24)
      .map(({ name, box }) => `${name}: ${box.width} × ${box.height}`),
  )
  expect(small).toEqual([])
  await cards.locator('[role=doc-noteref]').focus()
  await expect(cards).toHaveCount(2)
  expect(await barriersOf(page, '.card:popover-open')).toEqual([])
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')

  for (const selector of ['[role=doc-glossref]', '[role=doc-biblioref]']) {
    await page.locator(`main .text > p ${selector}`).first().focus()
    await expect(cards).toHaveCount(1)
    expect(await barriersOf(page, '.card:popover-open')).toEqual([])
    await page.keyboard.press('Escape')
  }

  await page.locator('header').getByRole('button', { name: 'Display settings' }).press('Enter')
  await expect(page.getByRole('radio', { name: 'Sepia' })).toBeVisible()
  expect(await barriersOf(page, '#reader-choices')).toEqual([])
  await page.getByRole('radio', { name: 'Sepia' }).check()
  await page.keyboard.press('Escape')
  expect(await barriersOf(page)).toEqual([])

  await (await pointAt(page.locator('#note-lens-stone'))).press('Enter')
  await expect(page.getByRole('toolbar')).toBeVisible()
  expect(await barriersOf(page, '[role=toolbar]')).toEqual([])
  await page.getByRole('button', { name: 'Cite' }).press('Enter')
  await expect(page.getByRole('dialog', { name: 'Cite this passage' })).toBeVisible()
  expect(await barriersOf(page, 'dialog[open]')).toEqual([])
})
