import { expect, test } from 'playwright/test'
import { expectInView, expectLaidOut, expectMarked, scrolledTo } from '../support/places.ts'
import { htmlOf, seriesOf, sites, tinySite } from '../support/sites.ts'

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    for (const site of sites) {
      const tag = site === tinySite ? [] : '@once'
      const [part] = seriesOf(site).parts
      const last = part?.notes.at(-1)
      const paragraph = part?.paragraphs.at(-2)

      test(`a link to one note or paragraph opens with it in view and marked, in ${site.name}`, { tag }, async ({ page }) => {
        await page.goto(`${site.address}${part?.href}#note-${last?.id}`)
        await expectInView(page, page.locator(`#note-${last?.id}`))
        await expectMarked(page.locator(`#note-${last?.id}`), page.locator('[role=doc-endnotes] > ol > li').first())
        await page.goto('about:blank')
        await page.goto(`${site.address}${part?.href}#p-${paragraph?.key}`)
        await expectInView(page, page.locator(`#p-${paragraph?.key}`))
        await expectMarked(page.locator(`#p-${paragraph?.key}`), page.locator('.text > p').first())
      })
    }
  })
}

/** One of everything that has an id of its own, in the first part of the tiny series. */
const places = {
  'a heading with a fixed id': '#the-tower',
  'a heading with an id of its own words': '#what-came-down',
  'the second of two headings with the same words': '#provisions-1',
  'a list item': 'li[id^=p-] >> nth=1',
  'a table': 'table[id^=p-]',
  'a quotation': 'figure.quotation[id^=p-] >> nth=0',
  'an epigraph': '[role=doc-epigraph]',
  'a picture by the name its writer gave it': '#tower-drawing',
  'a reference in a heading': 'h2 [id^=ref-]',
  'a reference in the cell of a table': 'td [id^=ref-]',
  'a reference in a quotation': 'blockquote #ref-in-quotation-1',
}

test('a link to anything that has an id opens with it in view', { tag: '@once' }, async ({ page }) => {
  const part = `${tinySite.address}/the-lamp/`
  await page.goto(part)
  const ids: [place: string, id: string | null][] = []
  for (const [place, selector] of Object.entries(places)) ids.push([place, await page.locator(selector).getAttribute('id')])
  // The first is come to from elsewhere, the others on the page that is open then.
  await page.goto('about:blank')
  for (const [place, id] of ids) {
    await test.step(place, async () => {
      expect(id, place).toBeTruthy()
      await page.goto(`${part}#${id}`)
      await expectInView(page, page.locator(`#${id}`))
    })
  }
})

test('every address inside a page is an id on it, and no id stands twice', { tag: '@once' }, () => {
  for (const site of sites) {
    for (const path of ['/notes/', ...seriesOf(site).parts.map(({ href }) => href)]) {
      const html = htmlOf(site, path)
      const ids = [...html.matchAll(/<[a-z][^>]*?\sid="([^"]+)"/gu)].map(([, id]) => id ?? '')
      const links = [...html.matchAll(/<a\s[^>]*?href="#([^"]*)"/gu)].map(([, id]) => id ?? '')
      expect(links.length, path).toBeGreaterThan(0)
      expect(
        links.filter((id) => !ids.includes(id)),
        path,
      ).toEqual([])
      expect(
        ids.filter((id, i) => ids.indexOf(id) !== i),
        path,
      ).toEqual([])
    }
  }
})

test('in a long list of notes the one the address names stands high in the window, under the words it belongs to, and reading goes on from it', async ({
  page,
}) => {
  await page.goto(`${tinySite.address}/the-watch/#note-i-stove`)
  const window = page.viewportSize() ?? { width: 0, height: 0 }
  const note = page.locator('#note-i-stove')
  await expect(async () => {
    const box = await note.boundingBox()
    expect(box?.y).toBeGreaterThan(window.height * 0.1)
    expect(box?.y).toBeLessThan(window.height * 0.2)
  }).toPass()
  await expect(note).toContainText('Note to: ')
  await page.keyboard.press('Tab')
  // The way back stands at its beginning too.
  await expect(note.getByRole('link').first()).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/#ref-i-stove-1$/u)
  await expectInView(page, page.locator('#ref-i-stove-1'))
})

test('back returns to the line that was being read', async ({ page }) => {
  await page.goto(`${tinySite.address}/the-lamp/`)
  const reference = page.locator('#ref-refers-to-others-1')
  await reference.evaluate((link) => link.scrollIntoView({ block: 'center' }))
  const before = await scrolledTo(page)
  await reference.press('Enter')
  await expect(page).toHaveURL(/#note-refers-to-others$/u)
  await page.goBack()
  await expect.poll(() => scrolledTo(page)).toBe(before)
})

test('a jump in a page that has only just come leads to its place, which stays in view while the rest is laid out', {
  tag: '@narrow',
}, async ({ page }) => {
  await page.goto(`${tinySite.address}/the-lamp/`)
  await page.evaluate(() => document.querySelector<HTMLElement>('a[href="#doc-endnotes"]')?.click())
  const notes = page.locator('#doc-endnotes')
  await expect(notes).toBeInViewport()
  await expectLaidOut(page)
  await expect(notes).toBeInViewport()
})

test('a text fragment leads to its words', { tag: '@once' }, async ({ page }) => {
  await page.goto(`${tinySite.address}/the-lamp/#:~:text=Ash.`)
  await expectInView(page, page.locator('li', { hasText: 'Ash.' }))
})
