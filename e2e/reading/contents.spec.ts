import { expect, test } from 'playwright/test'
import { realSite, seriesOf } from '../support/sites.ts'

test('the contents mark the section that is being read', { tag: '@once' }, async ({ page }) => {
  const [part] = seriesOf(realSite).parts
  await page.goto(`${realSite.address}${part?.href}`)
  const current = page.locator('.contents [aria-current]')
  await expect(current).toHaveCount(0)
  for (const { id, title } of part?.sections ?? []) {
    await page.locator(`#${id}`).evaluate((heading) => heading.scrollIntoView())
    await expect(current).toHaveText([title])
    await expect(current).toHaveAttribute('aria-current', 'true')
    await expect(current).toHaveAttribute('href', `#${id}`)
  }
})
