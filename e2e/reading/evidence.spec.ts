import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'playwright/test'
import { barriersOf } from '../support/barriers.ts'
import { htmlOf, tinySite } from '../support/sites.ts'

const address = (path: string) => `${tinySite.address}${path}`
const { edition } = JSON.parse(readFileSync(join(tinySite.folder, 'series.json'), 'utf8')) as {
  edition: { hash: string; shortHash: string }
}

test.describe('what is not sure', () => {
  test('a statement of a note says so in words, on the page of its part and on that of all notes', async ({ page }) => {
    for (const path of ['/the-watch/', '/notes/']) {
      await page.goto(address(path))
      await expect(page.locator('#note-i-weight')).toContainText(
        'Disputed: Forty kilograms, by the list; fifty, by those who carried it, among them Minkov.',
      )
      await expect(page.locator('#note-i-lamp')).toContainText(
        'By a maker in the capital. Uncertain: The name on the plate can be read in two ways.',
      )
      await expect(page.locator('#note-i-weight .certainty a')).toHaveAttribute('href', /glossary\/todor-minkov\//u)
    }
    expect(await barriersOf(page, '#note-i-weight')).toEqual([])
  })

  test('an entry says so on its page, in its preview and in the list, which can be narrowed to it', async ({ page }) => {
    for (const path of ['/glossary/lamna-light/', '/glossary/lamna-light/card/']) {
      await page.goto(address(path))
      await expect(page.locator('.certainty')).toHaveText('Disputed: the number of its steps')
    }
    await page.goto(address('/glossary/old-wicks/'))
    await expect(page.locator('.certainty')).toHaveText('Uncertain')
    await page.goto(address('/glossary/'))
    await expect(page.locator('li', { hasText: 'Lamna Light' }).first()).toContainText('disputed')
    await page.getByLabel('Certainty').selectOption('Disputed')
    await expect(page.locator('[data-filter-item]:visible')).toHaveText([/^\s*Lamna Light/u])
    expect(await barriersOf(page)).toEqual([])
  })

  test('an event says so in the timeline, which can be narrowed to it', async ({ page }) => {
    await page.goto(address('/timeline/'))
    await expect(page.locator('#event-lantern-party-founded .certainty')).toHaveText('Disputed: whether it was a party or a supper')
    await page.getByLabel('Certainty').selectOption('Disputed')
    await expect(page.locator('[data-filter-item]:visible')).toHaveCount(1)
    expect(await barriersOf(page, '#event-lantern-party-founded')).toEqual([])
  })

  test('it is found by the word that says so', async ({ page }) => {
    await page.goto(address('/search/?q=disputed'))
    const places = page.locator('[data-search-results] > li > a')
    await expect(page.locator('site-search [role=status]')).toContainText('“disputed”')
    const found = await places.evaluateAll((links) =>
      links.map((link) => new URL((link as HTMLAnchorElement).href).pathname + new URL((link as HTMLAnchorElement).href).hash),
    )
    for (const place of ['/the-watch/#note-i-weight', '/glossary/lamna-light/', '/timeline/#event-lantern-party-founded'])
      expect(found).toContain(place)
  })
})

test.describe('which state of the texts this is', () => {
  test('“About” lists what changed in each part, in order, and gives the whole hash', async ({ page }) => {
    await page.goto(address('/about/'))
    await expect(page.locator('.facts')).toContainText([edition.hash, 'First published', 'First published'])
    await expect(page.locator('.history').nth(0).locator('dd')).toHaveText(['First published'])
    await expect(page.locator('.history').nth(1).locator('dt')).toHaveText(['10 January 2026', '31 January 2026', '20 February 2026'])
    await expect(page.locator('.history').nth(1).locator('dd').last()).toHaveText(/^Version 1\.0\. The resolution is dated/u)
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
  })

  test('the head of a part and every form of its citation name the version, its day and the hash', async ({ page }) => {
    expect(edition.hash).toMatch(/^[\da-f]{64}$/u)
    await page.goto(address('/the-watch/'))
    await expect(page.locator('.imprint')).toContainText(`Version 1.0 of 20 February 2026 [${edition.shortHash}]`)
    const forms = JSON.parse(readFileSync(join(tinySite.folder, 'series.json'), 'utf8')).parts.flatMap(
      (part: { citeAs: { entry: string }[] }) => part.citeAs,
    ) as { entry: string }[]
    expect(forms.filter(({ entry }) => !entry.includes(`ersion 1.0 of 20 February 2026 [${edition.shortHash}]`))).toEqual([])
  })

  test('the sitemap and the feed have the day on which a part last changed', () => {
    const map = htmlOf(tinySite, '/sitemap-0.xml')
    expect([...map.matchAll(/<loc>[^<]*\/(the-\w+)\/<\/loc><lastmod>([\d-]+)/gu)].map(([, part, day]) => `${part} ${day}`)).toEqual([
      'the-lamp 2026-01-10',
      'the-watch 2026-02-20',
    ])
    expect(htmlOf(tinySite, '/feed.xml')).toContain('<updated>2026-02-20T00:00:00.000Z</updated>')
  })
})
