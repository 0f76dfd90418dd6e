import { expect, type Page, test } from 'playwright/test'
import { expectInView, expectMarked } from '../support/places.ts'
import { realSite, type Series, type Site, seriesOf, tinySite } from '../support/sites.ts'

const boxOf = (page: Page) => page.getByRole('searchbox', { name: 'Search the text' })

/** Opens the search page of a site, types the query as a reader does and waits for what was found. */
async function searchFor(page: Page, site: Site, query: string) {
  if (!page.url().startsWith(`${site.address}/search/`)) await page.goto(`${site.address}/search/`)
  await boxOf(page).fill(query)
  await expect(page.locator('site-search').getByRole('status')).toContainText(`for “${query}”`)
  return page.locator('[data-search-results] > li')
}

test.describe('a reader of the tiny series finds', () => {
  test('a word that stands only in a note, and is led to that note, and back to what was found', async ({ page }) => {
    const results = await searchFor(page, tinySite, 'zanzibarite')
    await expect(results).toHaveCount(1)
    await expect(results).toHaveAttribute('data-kind', 'note')
    await expect(results.locator('mark')).toHaveText(/zanzibarite/u)
    await results.getByRole('link').click()
    await expect(page).toHaveURL(`${tinySite.address}/the-lamp/#note-lens-stone`)
    await expectInView(page, page.locator('#note-lens-stone'))
    await expectMarked(page.locator('#note-lens-stone'), page.locator('#note-invented'))

    await page.goBack()
    await expect(page).toHaveURL(`${tinySite.address}/search/?q=zanzibarite`)
    await expect(boxOf(page)).toHaveValue('zanzibarite')
    await expect(page.locator('[data-search-results] > li')).toHaveCount(1)
  })

  test('a word that stands only in a glossary entry, in what is said of a source, or in one late paragraph, and is led there', async ({
    page,
  }) => {
    for (const [word, kind, address] of [
      ['quillowick', 'term', '/glossary/old-wicks/'],
      ['brindelcast', 'source', '/sources/lens-survey/'],
      ['marlothene', 'part', /\/the-lamp\/#p-\w+$/u],
    ] as const) {
      const results = await searchFor(page, tinySite, word)
      await expect(results).toHaveCount(1)
      await expect(results).toHaveAttribute('data-kind', kind)
      await results.getByRole('link').click()
      await expect(page).toHaveURL(typeof address === 'string' ? tinySite.address + address : address)
      await expect(page.getByText(word)).toBeVisible()
    }
    const paragraph = page.locator('p', { hasText: 'marlothene' })
    await expectInView(page, paragraph)
    await expectMarked(paragraph, page.locator('.text > p').first())
  })

  test('a term by each of its other names, nothing where nothing is, and is told so', async ({ page }) => {
    for (const [name, term] of [
      ['Φάρος', 'Lamna Light'],
      ['Минков', 'Todor Minkov'],
      ['The Tooth', 'Lamna Light'],
      ['lanternists', 'Lantern Party'],
      ['KGEL', 'Keepers’ Guild of the Eastern Lights'],
    ] as const) {
      const results = await searchFor(page, tinySite, name)
      await expect(results.first(), name).toHaveAttribute('data-kind', 'term')
      await expect(results.first().getByRole('link'), name).toHaveText(term)
    }
    const none = await searchFor(page, tinySite, 'xylophonist')
    await expect(none).toHaveCount(0)
    await expect(page.locator('site-search').getByRole('status')).toHaveText('Nothing found for “xylophonist”.')
  })
})

test.describe('a reader of the real series finds', () => {
  test('a phrase of the text, and is led to its paragraph', async ({ page }) => {
    const results = await searchFor(page, realSite, 'Cirque Moderne')
    const inText = results.and(page.locator('[data-kind=part]')).first()
    await inText.getByRole('link').click()
    await expect(page).toHaveURL(/\/part-1\/#p-\w+$/u)
    const paragraph = page.locator(new URL(page.url()).hash)
    await expect(paragraph).toContainText('Cirque Moderne')
    await expectInView(page, paragraph)
  })

  test('a page of the writer’s own, and is led to its paragraph', async ({ page }) => {
    const results = await searchFor(page, realSite, 'prints as a handout')
    // “About” speaks of it as well.
    const found = results.and(page.locator('[data-kind=page]')).filter({ has: page.locator('a[href*="/seminar/"]') })
    await expect(found).toHaveCount(1)
    await expect(found).toContainText('handout')
    await found.getByRole('link').click()
    await expect(page).toHaveURL(/\/seminar\/#p-\w+$/u)
    await expectInView(page, page.locator(new URL(page.url()).hash))
  })

  test('the entry of a term before all that mentions it, by its Cyrillic name too', async ({ page }) => {
    for (const [name, term] of [
      ['Kadets', 'kadets'],
      ['Ленин', 'lenin'],
      ['Lashevich', 'lashevich'],
    ]) {
      const results = await searchFor(page, realSite, name ?? '')
      await expect(results.first(), name).toHaveAttribute('data-kind', 'term')
      await expect(results.first().getByRole('link'), name).toHaveAttribute('href', new RegExp(`/glossary/${term}/$`, 'u'))
    }
    await page.locator('[data-search-results] > li').first().getByRole('link').click()
    await expect(page).toHaveURL(`${realSite.address}/glossary/lashevich/`)
  })

  test('a word that stands only in one note of Part I, and is led to that note', async ({ page }) => {
    const { note, word } = wordOfOneNote(seriesOf(realSite))
    const results = await searchFor(page, realSite, word)
    await results.first().getByRole('link').click()
    await expect(page).toHaveURL(realSite.address + note.href)
    await expectInView(page, page.locator(`#note-${note.id}`))
  })
})

test('the address says what was asked, so that it can be sent to somebody, and what was asked is restored from it', async ({ page }) => {
  await searchFor(page, tinySite, 'colza & oil')
  await expect(page).toHaveURL(`${tinySite.address}/search/?q=colza+%26+oil`)
  await page.reload()
  await expect(boxOf(page)).toHaveValue('colza & oil')
  await expect(page.locator('site-search').getByRole('status')).toContainText('for “colza & oil”')
})

test('the search opens over a page and gives way to a place found on that same page', async ({ page }) => {
  await page.goto(`${tinySite.address}/the-lamp/`)
  await page.getByRole('link', { name: 'Search' }).click()
  await boxOf(page).fill('zanzibarite')
  await page.locator('[data-search-results] a').click()
  await expect(page).toHaveURL(`${tinySite.address}/the-lamp/#note-lens-stone`)
  await expect(page.getByRole('dialog')).toBeHidden()
  await expectInView(page, page.locator('#note-lens-stone'))
  await expectMarked(page.locator('#note-lens-stone'), page.locator('#note-invented'))
})

test('a search begun in one page can be sent on to the search page with Enter', async ({ page }) => {
  await page.goto(`${tinySite.address}/about/`)
  await page.getByRole('link', { name: 'Search' }).click()
  await boxOf(page).fill('zanzibarite')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(`${tinySite.address}/search/?q=zanzibarite`)
  await expect(page.locator('[data-search-results] > li')).toHaveCount(1)
})

/** The longest word that stands in one note of the first part and has no kin (same first six letters) in the rest of the series. */
function wordOfOneNote({ parts, terms, sources }: Series) {
  const texts = [
    ...parts.flatMap(({ paragraphs, notes }) => [...paragraphs, ...notes].map(({ text }) => text)),
    ...terms.flatMap(({ name, definition }) => [name, definition]),
    ...sources.flatMap(({ html, note = '' }) => [html, note]),
  ]
  const wordsOf = (text: string) => new Set(text.toLowerCase().match(/\p{L}+/gu) ?? [])
  const kin = new Map<string, number>()
  for (const text of texts)
    for (const stem of new Set([...wordsOf(text)].map((word) => word.slice(0, 6)))) kin.set(stem, (kin.get(stem) ?? 0) + 1)
  const found = (parts[0]?.notes ?? [])
    .flatMap((note) =>
      [...wordsOf(note.text)].filter((word) => word.length > 6 && kin.get(word.slice(0, 6)) === 1).map((word) => ({ note, word })),
    )
    .sort((a, b) => b.word.length - a.word.length)[0]
  if (!found) throw new Error('No note of the first part has a word of its own.')
  return found
}
