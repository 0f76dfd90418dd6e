import { expect, type Page, test } from 'playwright/test'
import { expectLaidOut, scrolledTo } from '../support/places.ts'
import { realSite, seriesOf, tinySite } from '../support/sites.ts'

const [part] = seriesOf(realSite).parts
const lamp = `${tinySite.address}/the-lamp/`

declare global {
  /** The words at the eye, until they are looked for again. */
  var wordsAtEye: Range | undefined
  /** Where the page ended when the key for its end had been pressed. */
  var endAfterKey: number | undefined
}

/**
 * Where the words at the eye are: the beginning of the first paragraph that begins in the upper half of the window, or where
 * one covers that, what stands a quarter down in it.
 */
const noteEye = (page: Page) =>
  page.evaluate(() => {
    const paragraph = [...document.querySelectorAll<HTMLElement>('.text > p')].find((candidate) => {
      const { top } = candidate.getBoundingClientRect()
      return top >= 0 && top <= innerHeight / 2
    })
    const range = document.createRange()
    if (paragraph) range.selectNode(paragraph)
    else {
      const caret = document.caretPositionFromPoint(innerWidth / 2, innerHeight / 4)
      if (!caret) throw new Error('No words are at the eye.')
      range.setStart(caret.offsetNode, caret.offset)
    }
    globalThis.wordsAtEye = range
    return range.getBoundingClientRect().top
  })

const whereEyeWas = (page: Page) =>
  page.evaluate(() => {
    const line = getComputedStyle(document.querySelector('.text > p') as Element).lineHeight
    return { top: globalThis.wordsAtEye?.getBoundingClientRect().top ?? 0, line: Number.parseFloat(line) }
  })

/** Scrolls to a share of the page, and waits until scrolling has paused. */
const goTo = (page: Page, share: number) =>
  page.evaluate((to) => scrollTo({ top: to * document.documentElement.scrollHeight, behavior: 'instant' }), share).then(() => paused(page))

const paused = (page: Page) => page.evaluate(() => new Promise((done) => setTimeout(done, 200)))

/** Scrolls to where a paragraph begins at the eye, or to the middle of the longest, which covers it on a phone. */
const goToText = (page: Page, where: 'beginning' | 'middle') =>
  page
    .evaluate((at) => {
      // Among others, so that nothing else begins at the eye.
      const paragraphs = [...document.querySelectorAll('.text > p + p:has(+ p + p)')]
      const [longest] = paragraphs.toSorted((a, b) => b.clientHeight - a.clientHeight)
      const paragraph = at === 'middle' ? longest : paragraphs[Math.floor(paragraphs.length / 4)]
      const { top, height } = paragraph?.getBoundingClientRect() ?? new DOMRect()
      scrollTo({ top: scrollY + top + (at === 'middle' ? height / 2 : 0) - innerHeight / 5, behavior: 'instant' })
    }, where)
    .then(() => paused(page))

async function expectKept(page: Page, change: () => Promise<void>, what: string, where?: number) {
  const before = where ?? (await noteEye(page))
  await change()
  await expect(async () => {
    const after = await whereEyeWas(page)
    expect(Math.abs(after.top - before), what).toBeLessThanOrEqual(2 * after.line)
  }).toPass()
}

const choose = (name: string, value: string) => async (page: Page) => {
  const input = page.locator(`#reader-choices input[name=${name}][value="${value}"]`)
  await page.locator('#reader-choices').evaluate((form: HTMLElement) => form.showPopover())
  await input.check()
  // What comes to lie under the pointer would open a card, which closes the choices the next time.
  await page.mouse.move(0, 0)
  await page.locator('#reader-choices').evaluate((form: HTMLElement) => form.hidePopover())
}

const choices = [
  ['size', 'largest'],
  ['calendar', 'both'],
  ['align', 'justified'],
  ['theme', 'dark'],
  ['calendar', 'old'],
  ['size', 'small'],
  ['size', ''],
] as const

test('the paragraph at the eye stays where it is through every choice', async ({ page }) => {
  await page.goto(`${realSite.address}${part?.href}`)
  for (const where of ['beginning', 'middle'] as const) {
    await goToText(page, where)
    // The same words all the time: of other sizes another paragraph may begin at the eye, which the page has no reason to keep.
    const top = await noteEye(page)
    for (const [name, value] of choices) await expectKept(page, () => choose(name, value)(page), `${name} ${value} at the ${where}`, top)
  }
})

test('and when the window is turned, or made wider and narrower', async ({ page }) => {
  const size = page.viewportSize() ?? { width: 0, height: 0 }
  await page.goto(`${realSite.address}${part?.href}`)
  // Which paragraph is the longest is known then.
  await expectLaidOut(page)
  await goToText(page, 'middle')
  // What was at the eye when scrolling paused is kept through one change after the other, and stands there again at the end.
  const where = await noteEye(page)
  for (const width of [size.height, 1300, size.width])
    await expectKept(page, () => page.setViewportSize({ width, height: size.height }), `${width} wide`, where)
})

test('a jump made before the text is laid out comes to its place, which stays there', async ({ page }) => {
  const atEye = '.text > p + p:has(+ p + p)'
  await page.addInitScript((paragraphs) => {
    addEventListener('DOMContentLoaded', () => {
      const all = document.querySelectorAll(paragraphs)
      const { top } = all[Math.floor(all.length / 4)]?.getBoundingClientRect() ?? new DOMRect()
      scrollTo({ top: top - innerHeight / 5, behavior: 'instant' })
    })
  }, atEye)
  await page.goto(`${realSite.address}${part?.href}`)
  await expectLaidOut(page)
  const distance = await page.evaluate((paragraphs) => {
    const all = document.querySelectorAll(paragraphs)
    return Math.abs((all[Math.floor(all.length / 4)]?.getBoundingClientRect().top ?? 0) - innerHeight / 5)
  }, atEye)
  expect(distance).toBeLessThanOrEqual(2)
})

test('the key for the end of the page finds it where it will stay, before the text is laid out', async ({ page }) => {
  const end = () =>
    page.evaluate(() => scrollY + (document.querySelector('.endnotes > ol > li:last-child')?.getBoundingClientRect().bottom ?? 0))
  await page.addInitScript(() => {
    addEventListener('DOMContentLoaded', () => {
      dispatchEvent(new KeyboardEvent('keydown', { key: 'End', ctrlKey: location.search === '?ctrl' }))
      const { bottom } = document.querySelector('.endnotes > ol > li:last-child')?.getBoundingClientRect() ?? new DOMRect()
      globalThis.endAfterKey = scrollY + bottom
    })
  })
  for (const search of ['', '?ctrl']) {
    await page.goto(`${realSite.address}${part?.href}${search}`)
    await expectLaidOut(page)
    const distance = Math.abs((await page.evaluate(() => globalThis.endAfterKey ?? 0)) - (await end()))
    expect(distance, search).toBeLessThanOrEqual(2)
  }
})

test('where reading is resumed nothing is marked; where a passage was looked for it is', { tag: '@once' }, async ({ page }) => {
  const paragraph = page.locator('main .text > p').nth(5)
  await page.goto(lamp)
  await goTo(page, 0.5)
  // What keeps the place has come.
  await expect(page.locator('reading-progress')).toHaveAttribute('style', /--share/u)
  await page.goto(tinySite.address)
  await page.locator('continue-reading').getByRole('link').click()
  await expect(page).toHaveURL(/#p-/u)
  const place = page.locator(`[id="${new URL(page.url()).hash.slice(1)}"]`)
  await expect(place).toHaveCSS('background-color', 'rgba(0, 0, 0, 0)')
  const id = await paragraph.getAttribute('id')
  await page.goto('about:blank')
  await page.goto(`${lamp}#${id}`)
  await expect(paragraph).not.toHaveCSS('background-color', 'rgba(0, 0, 0, 0)')
})

test.describe('going back', () => {
  test('closes the search, the settings and the contents, and leaves the page as it is', async ({ page }) => {
    await page.goto(tinySite.address)
    await page.goto(lamp)
    await goTo(page, 0.5)
    const before = await scrolledTo(page)
    for (const [name, open, layer] of [
      ['the search', () => page.keyboard.press('/'), 'search-dialog dialog'],
      ['the settings', () => page.locator('#reader-choices').evaluate((form: HTMLElement) => form.showPopover()), '#reader-choices'],
      ['the contents', () => page.keyboard.press('t'), '.sheet'],
      ['the keys', () => page.keyboard.press('?'), '.keys'],
    ] as const) {
      await open()
      await expect(page.locator(layer), name).toBeVisible()
      await expect.poll(() => page.evaluate(() => history.state?.layer), name).toBe(1)
      await page.goBack()
      await expect(page.locator(layer), name).toBeHidden()
      await expect(page).toHaveURL(lamp)
      expect(await scrolledTo(page), name).toBe(before)
    }
    await page.goBack()
    await expect(page).toHaveURL(`${tinySite.address}/`)
  })

  test('closes a card that was tapped', { tag: '@touch' }, async ({ page }) => {
    await page.goto(lamp)
    const link = page.locator('#ref-logbook-9')
    await link.tap()
    await expect(page.locator('.card:popover-open')).toBeVisible()
    // A window opens the entry of a card in the moment after it has shown it.
    await expect.poll(() => page.evaluate(() => (history.state as { layer?: number } | null)?.layer)).toBe(1)
    await page.goBack()
    await expect(page.locator('.card:popover-open')).toHaveCount(0)
    await expect(page).toHaveURL(lamp)
    await expect(link).toBeInViewport()
  })

  test('leads from what was followed in a sheet to the page, not to the sheet', async ({ page }) => {
    await page.goto(lamp)
    await goTo(page, 0.5)
    await page.keyboard.press('t')
    await page.locator('.sheet a[href$="#the-tower"]').click()
    await expect(page).toHaveURL(`${lamp}#the-tower`)
    await expect(page.locator('.sheet')).toHaveCount(0)
    await expect(page.locator('#the-tower')).toBeInViewport()
    await page.goBack()
    await expect(page).toHaveURL(lamp)
    await expect(page.locator('.sheet')).toHaveCount(0)
  })
})
