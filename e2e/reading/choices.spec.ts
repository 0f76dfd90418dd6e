import { expect, type Page, test } from 'playwright/test'
import { tinySite } from '../support/sites.ts'

const lamp = `${tinySite.address}/the-lamp/`

const open = (page: Page) => page.getByRole('button', { name: 'Display settings' }).click()

async function choose(page: Page, ...names: string[]) {
  await open(page)
  for (const name of names) await page.getByRole('radio', { name, exact: true }).check()
  await page.keyboard.press('Escape')
  await expect(page.locator('#reader-choices')).toBeHidden()
}

const backgroundOf = (page: Page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
const sizeOf = (page: Page) =>
  page
    .locator('main .text > p')
    .first()
    .evaluate((text) => Number.parseFloat(getComputedStyle(text).fontSize))

test('colours, size and edge of the text are as chosen, here, on the next page and after a new start, and can be forgotten', async ({
  page,
}) => {
  await page.goto(lamp)
  const [paper, size] = [await backgroundOf(page), await sizeOf(page)]
  await choose(page, 'Sepia', 'Largest', 'Justified')
  const sepia = await backgroundOf(page)
  expect(sepia).not.toBe(paper)
  expect(await sizeOf(page)).toBeGreaterThan(1.4 * size)
  await expect(page.locator('main .text > p').first()).toHaveCSS('text-align', 'justify')
  await page.goto(`${tinySite.address}/the-watch/`)
  expect(await backgroundOf(page)).toBe(sepia)
  await page.reload()
  expect(await sizeOf(page)).toBeGreaterThan(1.4 * size)
  await open(page)
  await expect(page.getByRole('radio', { name: 'Sepia' })).toBeChecked()
  await page.getByRole('button', { name: 'Clear my settings and reading position' }).click()
  await expect(page.getByRole('radio', { name: 'Match device' })).toBeChecked()
  expect(await backgroundOf(page)).toBe(paper)
  await page.reload()
  expect(await backgroundOf(page)).toBe(paper)
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([])
})

test('light and dark can be had whatever the device prefers', { tag: '@once' }, async ({ page }) => {
  for (const [colorScheme, other] of [
    ['light', 'Dark'],
    ['dark', 'Light'],
  ] as const) {
    await page.emulateMedia({ colorScheme })
    await page.goto(lamp)
    const asDevice = await backgroundOf(page)
    await choose(page, other)
    const chosen = await backgroundOf(page)
    expect(chosen).not.toBe(asDevice)
    await page.emulateMedia({ colorScheme: colorScheme === 'light' ? 'dark' : 'light' })
    expect(await backgroundOf(page)).toBe(chosen)
    await choose(page, 'Match device')
    expect(await backgroundOf(page)).toBe(chosen)
  }
})

test('a choice is there before anything is painted', { tag: '@once' }, async ({ page }) => {
  await page.goto(lamp)
  await choose(page, 'Dark')
  // Whatever is drawn first is drawn with it: the scripts that wait for the text never come.
  await page.route('**/*.js', (route) => route.abort())
  await page.reload()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  expect(
    await page.evaluate(
      () => document.querySelector('head script:not([src])')?.compareDocumentPosition(document.body) === Node.DOCUMENT_POSITION_FOLLOWING,
    ),
  ).toBe(true)
})

test('dates change with the calendar, without a new page', { tag: '@once' }, async ({ page }) => {
  await page.goto(lamp)
  const first = page.locator('main .text time').first()
  const again = page.locator('main .text time', { hasText: '16 February' }).last()
  await expect(first).toHaveText('3 November (15 November) 1898', { useInnerText: true })
  await expect(again).toHaveText('16 February', { useInnerText: true })
  // Words of the writer’s own stay, with the date they mean beside them.
  const own = page.locator('main .text time', { hasText: 'the first of March' })
  for (const [calendar, both, later, words] of [
    ['Old Style', '3 November 1898', '16 February', 'the first of March'],
    ['New Style', '15 November 1898', '1 March', 'the first of March (1 March)'],
    ['Always both', '3 November (15 November) 1898', '16 February (1 March)', 'the first of March (1 March)'],
    ['Both, at first mention', '3 November (15 November) 1898', '16 February', 'the first of March'],
  ] as const) {
    await choose(page, calendar)
    await expect(first, calendar).toHaveText(both, { useInnerText: true })
    await expect(again, calendar).toHaveText(later, { useInnerText: true })
    await expect(own, calendar).toHaveText(words, { useInnerText: true })
  }
})

test('notes in the margin can be put away, and open in cards then', { tag: '@once' }, async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.goto(lamp)
  await expect(page.locator('.margin-note').first()).toBeVisible()
  await choose(page, 'Open on click')
  await expect(page.locator('.margin-note').first()).toBeHidden()
  if (await page.evaluate(() => matchMedia('(hover: none)').matches)) return
  await page.locator('#ref-lens-stone-1').hover()
  await expect(page.getByRole('dialog', { name: 'Note 5' })).toBeVisible()
})

test('the front page leads back to where the reader was, and can forget it', { tag: '@once' }, async ({ page }) => {
  await page.goto(tinySite.address)
  const back = page.locator('continue-reading')
  await expect(back).toBeHidden()
  await page.goto(lamp)
  const paragraph = page.locator('main .text > p').nth(5)
  await paragraph.evaluate((element) => scrollTo({ top: element.getBoundingClientRect().top + scrollY - 100, behavior: 'instant' }))
  await expect
    .poll(() => page.locator('reading-progress').evaluate((line) => Number(getComputedStyle(line).scale.split(' ')[0])))
    .toBeGreaterThan(0)
  await page.goto(tinySite.address)
  const number = await paragraphNumberAt(page)
  await expect(back.getByRole('link')).toHaveText(new RegExp(`^Continue Part 1: ¶ ${number}, \\d+%$`, 'u'))
  await back.getByRole('link').click()
  await expect(page).toHaveURL(/\/the-lamp\/#p-/u)
  await page.goto(tinySite.address)
  await back.getByRole('button', { name: 'Clear' }).click()
  await expect(back).toBeHidden()
  await page.reload()
  await expect(back).toBeHidden()
})

/** The number that was kept is that of a paragraph near the one the reader was at. */
async function paragraphNumberAt(page: Page): Promise<number> {
  const kept = await page.evaluate(() => JSON.parse(localStorage.getItem('pamphlet:/:lamna-light:places') ?? '{}'))
  expect(Number(kept['the-lamp'].number)).toBeGreaterThan(5)
  return Number(kept['the-lamp'].number)
}

test('a browser that keeps nothing shows the page as ever', { tag: '@once' }, async ({ page }) => {
  const errors: string[] = []
  page.on('pageerror', ({ message }) => errors.push(message))
  await page.addInitScript(() =>
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('denied')
      },
    }),
  )
  await page.goto(lamp)
  await choose(page, 'Sepia')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'sepia')
  await page.goto(tinySite.address)
  await expect(page.locator('continue-reading')).toBeHidden()
  expect(errors).toEqual([])
})
