import { expect, test } from 'playwright/test'
import { scrolledTo } from '../support/places.ts'
import { tinySite } from '../support/sites.ts'
import { cardOf, expectPlaced, isTouch, lamp, longerThanAnyDelay, point, reference } from './card-on-page.ts'

test.describe('pointing and tapping', () => {
  test('a pointer that passes a link leaves the settings open', { tag: '@pointer' }, async ({ page }) => {
    await page.goto(lamp)
    const link = page.locator('main .text a[href$="/glossary/harbour-board/"]').first()
    await link.scrollIntoViewIfNeeded()
    const panel = page.locator('#reader-choices')
    await panel.evaluate((form: HTMLElement) => form.showPopover())
    await expect(panel).toBeVisible()
    await link.hover()
    await longerThanAnyDelay(page)
    await expect(panel).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(panel).toBeHidden()
    await page.mouse.move(0, 0)
    await link.hover()
    await expect(page.locator('.card:popover-open')).toBeVisible()
  })

  test('a note, a term and a source open in a card beside the line, and a press elsewhere closes it', { tag: '@between' }, async ({
    page,
  }) => {
    await page.goto(lamp)
    for (const { selector, name, says } of [
      { selector: reference, name: 'Note 3', says: 'The logbook is in 41 volumes' },
      { selector: 'main .text a[href$="/glossary/harbour-board/"] >> nth=0', name: 'Harbour Board', says: '1871 – June 1911' },
      {
        selector: 'main .text [role=doc-biblioref][data-locator="ch. 2"]',
        name: 'Vardas, The Lamp Room Almanac',
        says: 'Cited here: ch. 2',
      },
    ]) {
      const link = page.locator(selector)
      await point(page, link)
      const card = page.locator('.card:popover-open')
      await expect(card).toContainText(says)
      await expect(card).toHaveAttribute('aria-label', name)
      await expectPlaced(page, card, link)
      // The edge of the window, where no card reaches.
      if (await isTouch(page)) await page.touchscreen.tap((page.viewportSize()?.width ?? 0) - 2, 200)
      else await page.mouse.move(3, 3)
      await expect(card).toBeHidden()
    }
    await point(page, page.locator(reference))
    await expect(cardOf(page, 'Note 3')).toBeVisible()
    await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }))
    await expect(cardOf(page, 'Note 3'), 'after scrolling away').toBeHidden()
  })

  test('a card opens for links at every edge of the window and stays inside it', { tag: '@between' }, async ({ page }) => {
    await page.goto(lamp)
    const links = page.locator('main .text [role=doc-glossref]')
    for (let i = 0; i < (await links.count()); i += 3) {
      await page
        .locator('.text [role=doc-glossref]')
        .nth(i)
        .evaluate((link, block) => link.scrollIntoView({ block: block as ScrollLogicalPosition }), i % 2 ? 'start' : 'end')
      await point(page, links.nth(i))
      const card = page.locator('.card:popover-open')
      await expect(card).toBeVisible()
      await expectPlaced(page, card, links.nth(i))
      await page.keyboard.press('Escape')
      await expect(card).toBeHidden()
      await page.mouse.move(1, 1)
    }
  })

  test('an event has a card with its day and its place, and the place one with its part of the map', { tag: '@once' }, async ({ page }) => {
    await page.goto(`${tinySite.address}/sources/guild-minutes-1911/`)
    const link = page.getByRole('link', { name: 'The Guild resolves on a double watch' }).first()
    await point(page, link)
    const event = cardOf(page, 'The Guild resolves on a double watch')
    await expect(event).toContainText('18 May (31 May) 1911')
    await expectPlaced(page, event, link)
    await point(page, event.getByRole('link', { name: 'The boat of the Guild' }))
    const place = cardOf(page, 'The boat of the Guild')
    await expect(place).toContainText('Halfway between two towers')
    const map = place.getByRole('img', { name: 'The rock of Lamna' })
    await expect(map).toBeVisible()
    // With the styles of the map, not as black shapes.
    expect(
      await map
        .locator('path')
        .first()
        .evaluate((water) => getComputedStyle(water).fill),
    ).not.toMatch(/^(?:none|rgb\(0, 0, 0\))$/)
  })

  test('letters of another script have their face once a card brings them, and not before', { tag: '@once' }, async ({ page }) => {
    await page.goto(`${tinySite.address}/the-watch/`)
    await page.mouse.wheel(0, 400)
    await expect(page.locator('opened-styles[data-there]')).toBeAttached()
    const faces = page.locator('opened-styles link[href*="/letters."]')
    await expect(faces).not.toBeAttached()
    await point(page, page.locator('main .text a[href$="/glossary/keepers-guild/"]').first())
    await expect(cardOf(page, 'Keepers’ Guild of the Eastern Lights')).toContainText('Гилдия')
    await expect(faces).toBeAttached()
  })

  test('a link in a card opens one further card, and none more', { tag: '@between' }, async ({ page }) => {
    await page.goto(lamp)
    await point(page, page.locator(reference))
    const outer = cardOf(page, 'Note 3')
    await expect(outer).toBeVisible()
    const before = await scrolledTo(page)
    await point(page, outer.locator('[role=doc-noteref]'))
    const inner = cardOf(page, 'Note 15')
    await expect(inner).toContainText('Minkov')
    await expect(outer).toBeVisible()
    expect(await scrolledTo(page)).toBe(before)
    if (!(await isTouch(page))) {
      await inner.locator('[role=doc-glossref]').hover()
      await longerThanAnyDelay(page)
      await expect(page.locator('.card:popover-open')).toHaveCount(2)
      await expect(inner).toBeVisible()
    }
    await page.keyboard.press('Escape')
    await expect(inner).toBeHidden()
    await expect(outer).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(outer).toBeHidden()
  })

  for (const { path, label, name } of [
    { path: '/places/', label: '.place-map a[href="#tower"]', name: 'Lamna Light' },
    { path: '/glossary/', label: '.family-tree a.box', name: '' },
  ]) {
    test(`a label in a drawing opens the card of what it names, on ${path}`, async ({ page }) => {
      await page.goto(tinySite.address + path)
      const link = page.locator(label).filter({ visible: true }).first()
      await point(page, link)
      const card = page.locator('.card:popover-open')
      await expect(card.locator('.card-title')).toHaveText(name || /\w/u)
      await expectPlaced(page, card, link)
      await expect(page).toHaveURL(tinySite.address + path)
    })
  }

  // In a wider window a card lies beside its line and moves with it.
  test('a sheet does not come to lie over the line it belongs to', { tag: '@narrow' }, async ({ page }) => {
    await page.goto(lamp)
    const link = page.locator(reference)
    await point(page, link)
    await expect(cardOf(page, 'Note 3')).toBeVisible()
    // To where the sheet lies, and still in the window.
    await link.evaluate((line) => scrollBy({ top: line.getBoundingClientRect().top - innerHeight * 0.8, behavior: 'instant' }))
    await expect(cardOf(page, 'Note 3')).toBeHidden()
    await expect(link).toBeInViewport()
  })

  test('a note of which half is in view opens no card', async ({ page }) => {
    await page.goto(lamp)
    await page.locator('#note-chain-end').evaluate((note) => note.scrollIntoView({ block: 'center' }))
    // Its reference, in another note, must be in view as well.
    await page.locator('#note-first-in-a-note').evaluate((note) => note.append(document.querySelector('#ref-chain-end-1') as Node))
    await point(page, page.locator('#ref-chain-end-1'))
    await expect(page.locator('#note-chain-end')).toHaveAttribute('data-paired')
    await point(page, page.locator('#note-first-in-a-note [role=doc-glossref]'))
    await expect(page.locator('.card:popover-open')).toHaveAttribute('aria-label', /Minkov/u)
  })
})

test('the pointer may move into the card, and the card stays', { tag: '@pointer' }, async ({ page }) => {
  await page.goto(lamp)
  await point(page, page.locator(reference))
  const card = cardOf(page, 'Note 3')
  await card.hover()
  await card.locator('a').last().hover()
  await longerThanAnyDelay(page)
  await expect(card).toBeVisible()
})

test('a second tap closes the card, and so does its button', { tag: ['@touch', '@between'] }, async ({ page }) => {
  await page.goto(lamp)
  const link = page.locator(reference)
  await link.tap()
  const card = cardOf(page, 'Note 3')
  await expect(card).toBeFocused()
  await link.tap()
  await expect(card).toBeHidden()
  await expect(page).toHaveURL(lamp)
  if ((page.viewportSize()?.width ?? 0) >= 640) return
  await link.tap()
  await card.getByRole('button', { name: 'Close' }).tap()
  await expect(card).toBeHidden()
  await expect(link).toBeFocused()
})

test('where a card cannot be had, a tap follows the link', { tag: '@touch' }, async ({ page }) => {
  await page.goto(lamp)
  await page.route('**/card/', (route) => route.abort())
  await page.locator('main .text [role=doc-glossref]').first().tap()
  await expect(page).toHaveURL(/\/glossary\/[^/]+\/$/u)
})

test('who points from one term at the next gets its card, however long its content takes', { tag: '@pointer' }, async ({ page }) => {
  await page.goto(lamp)
  const board = page.locator('main .text a[href$="/glossary/harbour-board/"]').first()
  const first = page.locator('main .text [role=doc-glossref]').first()
  await first.hover()
  await expect(cardOf(page, 'Lamna Light')).toBeVisible()
  const wait = Promise.withResolvers<void>()
  await page.route('**/harbour-board/card/', async (route) => {
    await wait.promise
    await route.continue()
  })
  await board.hover()
  await expect(cardOf(page, 'Lamna Light')).toBeHidden()
  wait.resolve()
  await expect(cardOf(page, 'Harbour Board')).toBeVisible()
})

test('a browser that knows no anchors places the card all the same', { tag: '@once' }, async ({ page }) => {
  await page.addInitScript(() => {
    const supports = CSS.supports.bind(CSS)
    CSS.supports = (...[property, value]: [string, string?]) =>
      property === 'position-area' ? false : value === undefined ? supports(property) : supports(property, value)
  })
  await page.route('**/*.css', async (route) => {
    const response = await route.fetch()
    await route.fulfill({ response, body: (await response.text()).replaceAll('position-area', 'position-nothing') })
  })
  await page.goto(lamp)
  const link = page.locator('main .text [role=doc-glossref]').nth(3)
  await point(page, link)
  await expectPlaced(page, page.locator('.card:popover-open'), link)
})
