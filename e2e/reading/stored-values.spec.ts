import { expect, type Page, test } from 'playwright/test'
import { tinySite } from '../support/sites.ts'

const slug = 'lamna-light'
const pages = ['/', '/the-lamp/', '/search/?q=lamp']

/** Opens pages with something in their storage before any script of theirs runs; what goes wrong is collected. */
async function visitWith(page: Page, prepare: (slug: string) => void): Promise<string[]> {
  const offences: string[] = []
  page.on('pageerror', ({ message }) => offences.push(`${page.url()}: ${message}`))
  page.on('console', (message) => message.type() === 'error' && offences.push(`${page.url()}: ${message.text()}`))
  await page.addInitScript(prepare, slug)
  for (const path of pages) await page.goto(tinySite.address + path, { waitUntil: 'networkidle' })
  return offences
}

/** The page answers to everything as ever. */
async function expectUsable(page: Page) {
  await expect(page.locator('[data-search-results] a').first()).toBeVisible()
  await page.locator('[data-search-results] a').first().click()
  await page.waitForLoadState('networkidle')
  await page.goto(`${tinySite.address}/the-lamp/`)
  await page.getByRole('button', { name: 'Display settings' }).click()
  await page.getByRole('radio', { name: 'Sepia' }).check()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'sepia')
}

test('what a reader chose under the names of version 0.1 is taken over, once', async ({ page }) => {
  await page.goto(`${tinySite.address}/robots.txt`)
  await page.evaluate((name) => {
    localStorage.setItem(`pamphlet:${name}:choices`, '{"theme":"sepia"}')
    localStorage.setItem(
      `pamphlet:${name}:places`,
      JSON.stringify({ 'the-lamp': { fragment: 'p-x', number: '7', share: 0.5, when: Date.now() - 1000 } }),
    )
  }, slug)
  await page.goto(`${tinySite.address}/`)
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'sepia')
  await expect(page.locator('continue-reading a:visible')).toHaveText('Continue Part 1: ¶ 7, 50%')
  expect(await page.evaluate(() => Object.keys(localStorage).sort())).toEqual([`pamphlet:/:${slug}:choices`, `pamphlet:/:${slug}:places`])
  await page.reload()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'sepia')
})

test('values that are not ours, under our very names, change nothing', async ({ page }) => {
  const offences = await visitWith(page, (name) => {
    if (sessionStorage.getItem('prepared')) return
    sessionStorage.setItem('prepared', '1')
    const hostile = [
      '<img src=x onerror=alert(1)>',
      '{"root":"https://evil.example/","series":"x","theme":"<img>","part":7}',
      '{"__proto__":{"theme":"dark"},"the-lamp":{"fragment":"<img>","number":{"a":1},"share":"x","when":9e99}}',
    ]
    for (const storage of [localStorage, sessionStorage])
      for (const [i, key] of ['choices', 'places', 'marks', 'search', 'dismissed'].entries())
        storage.setItem(`pamphlet:/:${name}:${key}`, hostile[i % 3] ?? '')
    sessionStorage.setItem(`pamphlet:/:${name}:marks`, JSON.stringify({ page: '/the-lamp/', marked: { length: 1e9, map: 1 } }))
    sessionStorage.setItem(`pamphlet:/:${name}:search`, '{"value":[]}')
    localStorage.setItem('pamphlet:x', 'y'.repeat(4_000_000))
  })
  expect(offences).toEqual([])
  await expect(page.locator('html')).toHaveAttribute('data-root', '../')
  await expect(page.locator('html')).not.toHaveAttribute('data-theme')
  await page.goto(`${tinySite.address}/`)
  await expect(page.locator('continue-reading')).toBeHidden()
  await page.goto(`${tinySite.address}/search/?q=lamp`)
  await expectUsable(page)
})

for (const [how, prepare] of [
  [
    'stores nothing',
    () => {
      const deny = {
        get: () => {
          throw new DOMException('denied', 'SecurityError')
        },
      }
      for (const name of ['localStorage', 'sessionStorage', 'caches']) Object.defineProperty(globalThis, name, deny)
    },
  ],
  [
    'has no room left',
    () => {
      Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError')
      }
    },
  ],
] as const) {
  test(`a browser that ${how} shows every page, searches, and takes the found words along`, async ({ page }) => {
    const offences = await visitWith(page, prepare)
    await expectUsable(page)
    expect(offences).toEqual([])
  })
}
