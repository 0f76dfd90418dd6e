import { expect, type Page, test } from 'playwright/test'
import { tinySite } from '../support/sites.ts'

const lamp = `${tinySite.address}/the-lamp/`

/** What a printed page shows: elements of which some part is laid out. */
const isPrinted = (page: Page, selector: string) =>
  page.locator(selector).evaluateAll((elements) => elements.some((element) => element.checkVisibility()))

test('a part and the front page on paper', async ({ page }) => {
  await page.goto(lamp)
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })

  await test.step('a part prints as text and notes, without what only a screen can do', async () => {
    for (const furniture of [
      '.site-header',
      '.site-footer',
      '.contents',
      '.pagination',
      '.skip-link',
      '.margin-note',
      '.copy-link',
      '.backlinks',
      'reader-choices',
      'reading-progress',
    ]) {
      expect(await isPrinted(page, furniture), furniture).toBe(false)
    }
    for (const part of ['main h1', 'main .text', '[role=doc-endnotes]', '.chart svg', '.chart table'])
      expect(await isPrinted(page, part), part).toBe(true)
  })

  await test.step('the first page names title, authors, version and address', async () => {
    const header = page.locator('.part-header')
    for (const words of ['Who keeps the light?', 'The Lamna Circle, Ada Orr', 'Version 1.0 of 20 February 2026', '/the-lamp/']) {
      await expect(header).toContainText(words, { ignoreCase: true, useInnerText: true })
    }
  })

  await test.step('the notes write out their links', async () => {
    const written = (selector: string) => page.locator(selector).evaluate((link) => getComputedStyle(link, '::after').content)
    const addressed = page.locator('[role=doc-endnotes] a[data-address]').first()
    const address = await addressed.getAttribute('data-address')
    expect(address).toBeTruthy()
    expect(await addressed.evaluate((link) => getComputedStyle(link, '::after').content)).toContain(address)
    // In the text nothing is written out.
    expect(await written('main .text [role=doc-biblioref] >> nth=0')).toBe('none')
  })

  await test.step('every paragraph has its number beside it, by which it can be cited', async () => {
    const numbers = await page
      .locator('.text [data-paragraph]:is(p, li)')
      .evaluateAll((paragraphs) =>
        paragraphs.map((paragraph) => [getComputedStyle(paragraph, '::before').content, paragraph.getAttribute('data-paragraph')]),
      )
    expect(numbers.length).toBeGreaterThan(20)
    for (const [printed, number] of numbers) expect(printed).toMatch(new RegExp(`^(?:"${number}"|attr\\(data-paragraph\\))$`, 'u'))
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect(overflow).toBeLessThanOrEqual(0)
  })

  await test.step('nothing is cut off at the edge of the paper', async () => {
    await page.setViewportSize({ width: 642, height: 900 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(642)
  })

  await test.step('paper is white and ink black, whatever was chosen for the screen', async () => {
    await page.evaluate(() => Object.assign(document.documentElement.dataset, { theme: 'dark', size: 'largest' }))
    expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(255, 255, 255)')
    expect(await page.evaluate(() => getComputedStyle(document.body).color)).toBe('rgb(0, 0, 0)')
  })

  await test.step('what leads on from the front page is no part of it on paper', async () => {
    await page.goto(`${tinySite.address}/`)
    expect(await isPrinted(page, '.cover h1')).toBe(true)
    expect(await isPrinted(page, '.start')).toBe(false)
  })
})
