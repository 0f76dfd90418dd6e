import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'playwright/test'
import { expectInView, expectMarked } from '../support/places.ts'
import { htmlOf, pagesOf, project, tinySite } from '../support/sites.ts'

type Ledger = {
  readonly published: Readonly<Record<string, { readonly kind: string; readonly references?: number }>>
  readonly retired: Readonly<Record<string, { readonly movedTo: string } | { readonly withdrawn: string }>>
}

const ledger: Ledger = JSON.parse(readFileSync(join(project, 'e2e/tiny-series/permalinks.json'), 'utf8'))

test('every address that has ever been published answers on its page, once', () => {
  const pages = new Set(pagesOf(tinySite))
  for (const [address, { kind, references = 0 }] of Object.entries(ledger.published)) {
    const [page = '', id] = address.split('#')
    expect(pages, address).toContain(page)
    const note = id?.replace(/^note-/u, '')
    const ids = [id, ...(kind === 'note' ? Array.from({ length: references }, (_, i) => `ref-${note}-${i + 1}`) : [])]
    for (const expected of ids.filter((one) => one !== undefined)) {
      expect(htmlOf(tinySite, page).split(` id="${expected}"`).length - 1, `${page}#${expected}`).toBe(1)
    }
  }
})

/** Old addresses with what is marked when a reader comes by them. */
const successors = {
  '/the-lamp/#note-old-stone': '#note-lens-stone',
  '/the-lamp/#ref-logbook-11': '#note-logbook',
  '/the-lamp/#p-stair': 'p:has(> #p-stair)',
  '/the-lamp/#p-can01': 'li:has(> #p-can01)',
  '/the-lamp/#p-draw1': 'figure.picture',
  '/the-lamp/#p-row01': 'table',
  '/the-lamp/#the-lens': '#the-tower',
  '/the-lamp/#note-whale-oil': '.retired #note-whale-oil',
  '/the-lamp/#ref-whale-oil-2': '.retired #note-whale-oil',
  '/notes/#note-old-stone': '#note-lens-stone',
  '/timeline/#event-oil-runs-out': '.retired #event-oil-runs-out',
} as const

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('an address that was retired leads to what took its place, or to the reason', async ({ page }) => {
      for (const [address, successor] of Object.entries(successors)) {
        await test.step(address, async () => {
          await page.goto(tinySite.address + address)
          await expectInView(page, page.locator(successor).first())
          await expectMarked(page.locator(successor).first(), page.locator('main'))
        })
      }
    })

    test('a page that moved says where to, and so does each of its places', async ({ page }) => {
      await page.goto(`${tinySite.address}/the-first-lamp/`)
      await expect(page.locator('main')).toContainText('This page was moved to Who keeps the light?')
      await page.goto(`${tinySite.address}/the-first-lamp/#p-ferry`)
      await expectInView(page, page.locator('#p-ferry'))
      await expect(page.locator('#p-ferry')).toContainText('withdrawn: The ferry was another island’s.')
      await page.goto('about:blank')
      await page.goto(`${tinySite.address}/the-first-lamp/#note-cat`)
      if (!javaScriptEnabled) await page.locator('#note-cat').getByRole('link', { name: 'Part 2, note 19' }).click()
      await expect(page).toHaveURL(`${tinySite.address}/the-watch/#note-i-cat`)
      await expectInView(page, page.locator('#note-i-cat'))
    })

    test('a page that was withdrawn says why', async ({ page }) => {
      await page.goto(`${tinySite.address}/glossary/watch-book/#p-book1`)
      await expect(page.locator('main')).toContainText('This page was withdrawn: There was no such book.')
      await expectInView(page, page.locator('#p-book1'))
    })
  })
}

test('what is gone is offered to nobody: search engines, the sitemap, the buttons that copy links', async ({ page }) => {
  const sitemap = readFileSync(join(tinySite.folder, 'sitemap-0.xml'), 'utf8')
  expect(sitemap).toContain('/the-lamp/')
  expect(sitemap).not.toMatch(/first-lamp|watch-book|rope-book/u)
  await page.goto(`${tinySite.address}/the-first-lamp/`)
  await expect(page.locator('meta[name=robots]')).toHaveAttribute('content', 'noindex')
  await expect(page.locator('link[rel=canonical]')).toHaveAttribute('href', /\/the-lamp\/$/u)
  await page.goto(`${tinySite.address}/the-lamp/`)
  await page.locator('#note-logbook').dispatchEvent('pointerover')
  await expect(page.locator('.copy-link')).toHaveCount(1)
  for (const gone of await page.locator('.retired li').all()) await gone.dispatchEvent('pointerover')
  await expect(page.locator('.retired').getByRole('button')).toHaveCount(0)
  await expect(page.locator('#p-stair').getByRole('button')).toHaveCount(0)
})

test('no id stands twice when the notes are in the margin', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.goto(`${tinySite.address}/the-lamp/`)
  await expect(page.locator('.margin-note').first()).toBeVisible()
  const twice = await page.evaluate(() => {
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id)
    return ids.filter((id, i) => ids.indexOf(id) !== i)
  })
  expect(twice).toEqual([])
})
