import { expect, test } from 'playwright/test'
import { expectInView, expectMarked, scrolledTo } from '../support/places.ts'
import { ownPagesOf, pageTypesOf, seriesOf, sites, tinySite } from '../support/sites.ts'

test.use({ javaScriptEnabled: false })

for (const site of sites) {
  const { parts } = seriesOf(site)
  const [part] = parts
  // What is of one kind of page, and not of its words.
  const seldom = site === tinySite ? '@once' : '@long'
  const paths = site === tinySite ? pageTypesOf(site) : ['/', '/glossary/', '/sources/', '/timeline/', ...ownPagesOf(site)]

  test.describe(`without JavaScript, in ${site.name}`, { tag: site === tinySite ? [] : '@once' }, () => {
    if (!part) throw new Error(`${site.name} has no part`)

    test('a reader follows a note and comes back to the same place', async ({ page }) => {
      const note = part.notes[Math.floor(part.notes.length / 2)]
      const reference = page.locator(`#${note?.references[0]?.id}`)
      await page.goto(site.address + part.href)
      await reference.scrollIntoViewIfNeeded()
      const before = await scrolledTo(page)

      await reference.click()
      const entry = page.locator(`#note-${note?.id}`)
      await expectInView(page, entry)
      await expectMarked(entry, page.locator('[role=doc-endnotes] > ol > li').first())

      await entry.locator('[role=doc-backlink]').first().click()
      await expectInView(page, reference)
      await expectMarked(reference, page.locator('[role=doc-noteref]').last())
      expect(Math.abs((await scrolledTo(page)) - before)).toBeLessThan(page.viewportSize()?.height ?? 0)
    })

    test('a reader follows a note to its source and from there back to the note', { tag: seldom }, async ({ page }) => {
      const citation = part.citations.find(({ place }) => place.kind === 'note')
      const entry = page.locator(citation?.place.href.slice(part.href.length) ?? '')
      await page.goto(site.address + citation?.place.href)
      await entry.locator('[role=doc-biblioref]').first().click()
      await expect(page).toHaveURL(/\/sources\/[^/]+\/$/u)
      await expect(page.getByRole('heading', { name: 'Cited in' })).toBeVisible()

      await page.locator(`.places a[href$="${citation?.place.href}"]`).first().click()
      await expectInView(page, entry)
      await expectMarked(entry, page.locator('[role=doc-endnotes] > ol > li').last())
    })

    // The pages of the real series are those of the tiny one with other words.
    if (site === tinySite) {
      test('a reader follows a citation in the text to its source and from there back to the paragraph', { tag: '@once' }, async ({
        page,
      }) => {
        await page.goto(site.address + part.href)
        const paragraph = page.locator('.text > p:has([role=doc-biblioref])').last()
        const key = await paragraph.getAttribute('id')
        await paragraph.locator('[role=doc-biblioref]').first().click()
        await expect(page).toHaveURL(/\/sources\/[^/]+\/$/u)

        await page.locator(`.places a[href$="#${key}"]`).first().click()
        await expect(page).toHaveURL(`${site.address}${part.href}#${key}`)
        await expectInView(page, page.locator(`#${key}`))
        await expectMarked(page.locator(`#${key}`), page.locator('.text > p').first())
      })

      test('a reader looks a word up in the glossary and finds the paragraph that mentions it', { tag: seldom }, async ({ page }) => {
        await page.goto(site.address + part.href)
        const paragraph = page.locator('.text > p:has([role=doc-glossref])').last()
        const key = await paragraph.getAttribute('id')
        const term = await paragraph.locator('[role=doc-glossref]').first().getAttribute('href')
        await paragraph.locator('[role=doc-glossref]').first().click()
        await expect(page).toHaveURL(/\/glossary\/[^/]+\/$/u)

        await page.locator(`.places a[href$="#${key}"]`).first().click()
        await expect(page).toHaveURL(`${site.address}${part.href}#${key}`)
        await expectInView(page, page.locator(`#${key}`))
        await expectMarked(page.locator(`#${key}`), page.locator('.text > p').first())
        await expect(page.locator(`#${key} [role=doc-glossref][href="${term}"]`).first()).toBeVisible()
      })
    }

    test('nothing on any page is there to be pressed and does nothing', { tag: '@once' }, async ({ page }) => {
      for (const path of paths) {
        await page.goto(site.address + path)
        await expect(page.locator('main')).toBeVisible()
        expect(
          await page
            .locator('button:visible, input:not([type=radio]):visible, select:visible, textarea:visible, [role=button]:visible')
            .count(),
          path,
        ).toBe(0)
        // Styles alone can answer a choice: each shows other entries.
        const shown = new Set<string>()
        const choices = await page.getByRole('radio').all()
        for (const choice of choices) {
          await choice.check()
          shown.add((await page.locator('[data-filter-item]:visible').allInnerTexts()).join())
        }
        expect(shown.size, path).toBe(choices.length)
      }
    })

    test('the search page says why it cannot search and offers the lists instead', { tag: seldom }, async ({ page }) => {
      await page.goto(`${site.address}/`)
      await page.getByRole('navigation', { name: 'Site' }).getByRole('link', { name: 'Search' }).click()
      // What Playwright calls text leaves out <noscript>.
      await expect(page.locator('noscript p')).toBeVisible()
      await expect(page.locator('noscript p')).toContainText('Search needs JavaScript')
      for (const list of ['notes', 'glossary', 'sources']) await expect(page.locator(`main a[href="../${list}/"]`)).toBeVisible()
      await page.locator('main a[href="../glossary/"]').click()
      await expect(page).toHaveURL(`${site.address}/glossary/`)
    })
  })
}

test.describe('without JavaScript', () => {
  test('a note with nine references leads back to each of them', { tag: '@once' }, async ({ page }) => {
    for (let ordinal = 1; ordinal <= 9; ordinal++) {
      await page.goto(`${tinySite.address}/the-lamp/#note-logbook`)
      await page.getByRole('link', { name: `Back to note 3 in the text, reference ${ordinal} of 9` }).click()
      await expect(page).toHaveURL(`${tinySite.address}/the-lamp/#ref-logbook-${ordinal}`)
      await expectInView(page, page.locator(`#ref-logbook-${ordinal}`))
      await expectMarked(page.locator(`#ref-logbook-${ordinal}`), page.locator('[role=doc-noteref]').first())
    }
  })

  test('a note that only another note refers to leads back to that note', async ({ page }) => {
    await page.goto(`${tinySite.address}/the-lamp/#note-first-in-a-note`)
    await page.locator('#note-first-in-a-note [role=doc-backlink]').click()
    const reference = page.locator('#note-logbook #ref-first-in-a-note-1')
    await expectInView(page, reference)
    await expectMarked(reference, page.locator('[role=doc-noteref]').first())
  })

  test('a note on the page of all notes leads to its place in the text', { tag: '@once' }, async ({ page }) => {
    await page.goto(`${tinySite.address}/notes/#note-in-a-cell`)
    await page.locator('#note-in-a-cell [role=doc-backlink]').click()
    await expect(page).toHaveURL(`${tinySite.address}/the-lamp/#ref-in-a-cell-1`)
    await expectInView(page, page.locator('td #ref-in-a-cell-1'))
  })
})
