import { expect, type Page, test } from 'playwright/test'
import { tinySite } from '../support/sites.ts'

const lamp = `${tinySite.address}/the-lamp/`
const watch = `${tinySite.address}/the-watch/`

type Placed = {
  readonly id: string
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
  readonly reference: number
}

/** Where the notes in the margin stand on the page, in the order of the text, each with the height of its reference. */
const placedOn = (page: Page): Promise<Placed[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.margin-note')]
      .filter((note) => note.checkVisibility())
      .map((note) => {
        const { top, bottom, left, right } = note.getBoundingClientRect()
        const id = note.dataset.note ?? ''
        const reference = document.getElementById(id.replace(/^note-(.*)$/u, 'ref-$1-1'))?.getBoundingClientRect().top ?? Number.NaN
        return { id, top: top + scrollY, bottom: bottom + scrollY, left, right, reference: reference + scrollY }
      }),
  )

/** Each stands beside the text, inside the window, level with its reference or just below the note before it; no two meet. */
async function expectInOrder(page: Page) {
  const notes = await placedOn(page)
  const edge = await page.locator('main .text').evaluate((text) => text.getBoundingClientRect().right)
  expect(notes.length).toBeGreaterThan(0)
  for (const [i, note] of notes.entries()) {
    const before = notes[i - 1]
    expect(note.left, note.id).toBeGreaterThanOrEqual(edge)
    expect(note.right, note.id).toBeLessThanOrEqual(page.viewportSize()?.width ?? 0)
    if (before) expect(note.top, `${note.id} below ${before.id}`).toBeGreaterThanOrEqual(before.bottom)
    const line = 2.2 * (await page.locator('main .text').evaluate((text) => Number.parseFloat(getComputedStyle(text).fontSize)))
    const isLevel = Math.abs(note.top - note.reference) <= line
    const isPushed = before !== undefined && note.top - before.bottom <= line
    expect(isLevel || isPushed, `${note.id} at ${note.top}, its reference at ${note.reference}`).toBe(true)
  }
}

/** Waits until every note that the text refers to has come into the margin, some of them in each frame. */
async function expectAllPlaced(page: Page) {
  const referred = await page.locator('main .text [role=doc-noteref][id$="-1"]').count()
  await expect(page.locator('.margin-note')).toHaveCount(referred)
}

test('every note of the text stands in the margin, level with its reference, however wide the window is', async ({ page }) => {
  for (const part of [lamp, watch]) {
    await page.setViewportSize({ width: 1440, height: 900 })
    await page.goto(part)
    await expectAllPlaced(page)
    await expectInOrder(page)
    for (const width of [1200, 1900]) {
      await page.setViewportSize({ width, height: 900 })
      await expect(() => expectInOrder(page)).toPass()
    }
  }
})

test('the margin stays in order when the text is enlarged, the window is resized and the fonts come late', async ({ page }) => {
  const { promise: painted, resolve: release } = Promise.withResolvers<void>()
  await page.route('**/*.woff2', async (route) => {
    await painted
    await route.continue()
  })
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.goto(lamp, { waitUntil: 'domcontentloaded' })
  await expectAllPlaced(page)
  await expectInOrder(page)
  release()
  await page.waitForLoadState('load')
  await page.evaluate(() => document.fonts.ready)
  await expectInOrder(page)
  for (const size of ['Largest', 'Small']) {
    await page.getByRole('button', { name: 'Display settings' }).click()
    await page.getByRole('radio', { name: size }).check()
    await page.keyboard.press('Escape')
    await expectInOrder(page)
  }
  for (const width of [1205, 1700]) {
    await page.setViewportSize({ width, height: 900 })
    await expectInOrder(page)
  }
  await page.setViewportSize({ width: 1100, height: 900 })
  expect(await placedOn(page)).toEqual([])
})

test('a note is folded where the next one would be pushed off its line and lines are saved, and can be unfolded', async ({ page }) => {
  await page.goto(lamp)
  await expectAllPlaced(page)
  await expect(page.locator('margin-notes')).toHaveAttribute('data-fitted')
  const folded = page.locator('.margin-note[data-folded]')
  // What is not folded is whole, and has no button.
  expect(await page.locator('.margin-note:not([data-folded]) > button:visible').count()).toBe(0)
  // Put right under one another, they have no room.
  await page.setViewportSize({ width: 1200, height: 900 })
  await page.evaluate(() => {
    document.documentElement.dataset.size = 'small'
  })
  await expect(folded.first()).toBeVisible()
  const note = folded.first()
  const id = await note.getAttribute('data-note')
  const same = page.locator(`.margin-note[data-note="${id}"]`)
  const height = () => same.evaluate((element) => element.getBoundingClientRect().height)
  const before = await height()
  const { shown, line } = await same.evaluate((element) => ({
    shown: (element.firstElementChild as HTMLElement).offsetHeight,
    line: Number.parseFloat(getComputedStyle(element).lineHeight),
  }))
  expect(Math.abs(shown / line - Math.round(shown / line)), 'the last line is whole').toBeLessThan(0.1)
  await same.getByText('Show more').click()
  expect(await height()).toBeGreaterThan(before + 2 * line)
  await expectInOrder(page)
  await same.getByText('Show less').click()
  expect(await height()).toBe(before)
})

test('what is copied of the text leaves the notes beside it out, and a note can be copied', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto(lamp)
  await expectAllPlaced(page)
  const paragraph = page.locator('p:has(> .margin-note)').first()
  const note = paragraph.locator('.margin-note').first()
  const words = ((await note.locator('div').textContent()) ?? '').slice(3, 30)
  const copy = async () => {
    await page.keyboard.press('Control+c')
    return page.evaluate(() => navigator.clipboard.readText())
  }
  await paragraph.evaluate((element) => getSelection()?.selectAllChildren(element))
  expect((await copy()).length).toBeGreaterThan(20)
  expect(await copy()).not.toContain(words)
  await note.evaluate((element) => getSelection()?.selectAllChildren(element.firstElementChild as Element))
  expect(await copy()).toContain(words)
})

test('the list at the end stays whole, and the margin adds no id, no stop and no words for those who listen', async ({ page }) => {
  await page.goto(watch)
  await expect(page.locator('.margin-note').first()).toBeVisible()
  await expect(page.locator('[role=doc-endnotes] > ol > li')).toHaveCount(23)
  expect(await page.locator('.margin-note [id]').count()).toBe(0)
  expect(await page.locator('.margin-note :is(a, button):not([tabindex="-1"])').count()).toBe(0)
  expect(await page.locator('.margin-note:not([aria-hidden=true])').count()).toBe(0)
})

test('a reference and its note mark each other', async ({ page }) => {
  await page.goto(lamp)
  const reference = page.locator('#ref-lens-stone-1')
  const aside = page.locator('.margin-note[data-note=note-lens-stone]')
  await reference.hover()
  await expect(aside).toHaveAttribute('data-paired')
  await expect(page.locator('#note-lens-stone')).toHaveAttribute('data-paired')
  await aside.hover()
  await expect(reference).toHaveAttribute('data-paired')
  await expect(page.locator('#ref-lens-stone-2')).toHaveAttribute('data-paired')
  await expect(aside).not.toHaveAttribute('data-paired')
})

test('a note whose margin copy is in view opens no card; a later reference to it does', async ({ page }) => {
  await page.goto(lamp)
  await expect(page.locator('margin-notes[data-fitted]')).toBeAttached()
  await page.locator('#ref-lens-stone-1').hover()
  await page.locator('main .text [role=doc-glossref]').first().hover()
  // The card of the term is there, so that of the note would be.
  await expect(page.locator('.card:popover-open')).toHaveAttribute('aria-label', 'Lamna Light')
  await page.locator('#ref-logbook-7').hover()
  await expect(page.getByRole('dialog', { name: 'Note 3' })).toBeVisible()
})

test('notes stand beside their line, each once, and not in print', async ({ page }) => {
  await page.goto(lamp)
  await test.step('of a heading, a table, a quotation and a picture', async () => {
    await expectAllPlaced(page)
    const notes = await placedOn(page)
    for (const id of ['note-in-heading', 'note-in-a-cell', 'note-in-quotation', 'note-drawing']) {
      const note = notes.find((candidate) => candidate.id === id)
      expect(Math.abs((note?.top ?? Number.NaN) - (note?.reference ?? 0)), id).toBeLessThan(60)
    }
  })
  await test.step('of several references by the first; one that only notes refer to does not', async () => {
    await expect(page.locator('.margin-note[data-note=note-logbook]')).toHaveCount(1)
    await expect(page.locator('p:has(#ref-logbook-1) .margin-note[data-note=note-logbook]')).toBeVisible()
    await expect(page.locator('.margin-note[data-note=note-chain-end]')).toHaveCount(0)
  })
  await test.step('in print there is no margin', async () => {
    await page.emulateMedia({ media: 'print' })
    expect(await placedOn(page)).toEqual([])
  })
})
