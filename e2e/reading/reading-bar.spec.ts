import { expect, type Page, test } from 'playwright/test'
import { barriersOf } from '../support/barriers.ts'
import { realSite, seriesOf, tinySite } from '../support/sites.ts'

const [part] = seriesOf(realSite).parts
const address = `${realSite.address}${part?.href}`
const bar = (page: Page) => page.getByRole('navigation', { name: 'Reading' })

const scroll = async (page: Page, ...steps: readonly number[]) => {
  for (const by of steps) {
    await page.evaluate((top) => scrollBy({ top, behavior: 'instant' }), by)
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
  }
}

/** The middle of the text, come to by scrolling down. */
async function goToMiddle(page: Page) {
  await page.goto(address)
  await page.evaluate(() => scrollTo({ top: document.documentElement.scrollHeight * 0.4, behavior: 'instant' }))
  await scroll(page, 40, 40)
}

test('the bar goes on scrolling down, comes back on scrolling up, and says where the reader is', async ({ page }) => {
  await page.goto(address)
  await expect(bar(page)).toBeHidden()
  await goToMiddle(page)
  await expect(page.locator('reading-bar')).not.toBeInViewport()
  await scroll(page, -20, -20)
  await expect(bar(page)).toBeInViewport()
  await expect(bar(page)).toContainText('Part 1')
  const section = await page.locator('.contents [aria-current]').textContent()
  await expect(bar(page)).toContainText(section ?? 'nothing')
  await expect(bar(page)).toContainText(/\d+%/u)
  expect(await barriersOf(page, 'reading-bar')).toEqual([])
  await scroll(page, 30)
  await expect(page.locator('reading-bar')).not.toBeInViewport()
})

test('contents, search, settings and the front page are a tap away; the sheet marks where the reader is', async ({ page }) => {
  await goToMiddle(page)
  await scroll(page, -20, -20)
  await bar(page).getByRole('link', { name: 'Contents' }).click()
  const sheet = page.getByRole('dialog', { name: 'Contents' })
  await expect(sheet.locator('[aria-current]')).toHaveText((await page.locator('.contents [aria-current]').textContent()) ?? '')
  expect(await barriersOf(page, '.sheet')).toEqual([])
  const last = part?.sections.at(-1)
  await sheet.getByRole('link', { name: last?.title ?? '' }).click()
  await expect(page).toHaveURL(`${address}#${last?.id}`)
  await expect(page.locator('.contents [aria-current]')).toHaveText(last?.title ?? '')
  // It would cover what was jumped to.
  await expect(page.locator('reading-bar')).not.toBeInViewport()
  await scroll(page, -20, -20)
  await bar(page).getByRole('button', { name: 'Display settings' }).click()
  await expect(page.locator('#reader-choices')).toBeVisible()
  await page.keyboard.press('Escape')
  await bar(page).getByRole('link', { name: 'Search' }).click()
  await page.getByRole('dialog', { name: 'Search' }).getByRole('button', { name: 'Close' }).click()
  await expect(page.getByRole('dialog', { name: 'Search' })).toBeHidden()
  await expect(page).toHaveURL(`${address}#${last?.id}`)
})

test('the bar is there while it has the focus, and not over what has it', async ({ page }) => {
  await goToMiddle(page)
  await scroll(page, -20)
  await bar(page).getByRole('link', { name: 'Search' }).focus()
  await scroll(page, 30)
  await expect(bar(page)).toBeInViewport()
  await page.locator('.text a').last().focus()
  await expect(page.locator('reading-bar')).not.toBeInViewport()
})

test('on a phone the text begins on the first screen, and the foot of the page leads everywhere', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 })
  await page.goto(address)
  const first = await page.locator('.text > p').first().boundingBox()
  expect(first?.y).toBeLessThanOrEqual(740)
  await page.getByRole('navigation', { name: 'Site' }).getByRole('link', { name: 'Menu' }).click()
  const menu = page.getByRole('dialog', { name: 'Menu' })
  await menu.getByRole('link', { name: 'Glossary' }).click()
  await expect(page).toHaveURL(`${realSite.address}/glossary/`)
  await expect(page.getByRole('contentinfo').getByRole('link', { name: 'Timeline' })).toBeVisible()
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a plain header stays, the contents unfold, and one link leads to the foot of the page', async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 740 })
    await page.goto(`${tinySite.address}/the-lamp/`)
    await expect(page.locator('reading-bar')).toBeHidden()
    await page.locator('summary', { hasText: 'Contents' }).click()
    await expect(page.locator('.contents').getByRole('link').first()).toBeVisible()
    await page.getByRole('navigation', { name: 'Site' }).getByRole('link', { name: 'Menu' }).click()
    await expect(page.getByRole('navigation', { name: 'Menu' })).toBeInViewport()
  })
})
