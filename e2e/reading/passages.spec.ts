import { expect, type Locator, type Page, test } from 'playwright/test'
import { expectInView } from '../support/places.ts'
import { pointAt } from '../support/point-at.ts'
import { tinySite } from '../support/sites.ts'

const lamp = `${tinySite.address}/the-lamp/`

test.use({ permissions: ['clipboard-read', 'clipboard-write'] })

const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText())
const bar = (page: Page) => page.getByRole('toolbar', { name: 'This passage' })

/** Selects words of a text node, as a reader does with a pointer or keys. */
const select = (place: Locator, words: string) =>
  place.evaluate((element, wanted) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
      const node = walker.currentNode as Text
      const at = node.data.indexOf(wanted)
      if (at >= 0) return getSelection()?.setBaseAndExtent(node, at, node, at + wanted.length)
    }
    throw new Error(`“${wanted}” is not there.`)
  }, words)

test('every note, paragraph, heading, term and source has a button that copies its address', { tag: '@once' }, async ({ page }) => {
  for (const [path, place, name, fragment] of [
    ['/the-lamp/', '#note-lens-stone', 'Copy link: Note 5', '#note-lens-stone'],
    ['/the-lamp/', '#the-tower', 'Copy link: “The tower”', '#the-tower'],
    ['/the-lamp/', 'main .text > p >> nth=1', 'Copy link: Paragraph 3', /#p-[0-9a-z]+$/u],
    ['/the-lamp/', 'main table >> nth=0', /^Copy link: Paragraph \d+$/u, /#p-[0-9a-z]+$/u],
    ['/the-lamp/', 'main figure.quotation >> nth=0', /^Copy link: Paragraph \d+$/u, /#p-[0-9a-z]+$/u],
    ['/glossary/lamna-light/', 'h1', 'Copy link', ''],
    ['/sources/minkov-letters/', 'h1', 'Copy link', ''],
    ['/timeline/', 'li[id^=event-] >> nth=0', /^Copy link: “/u, /#event-[a-z0-9-]+$/u],
  ] as const) {
    if (new URL(page.url()).pathname !== path) await page.goto(tinySite.address + path)
    const button = await pointAt(page.locator(place).first())
    await expect(button).toHaveAccessibleName(name)
    await button.focus()
    await expect(button).toHaveCSS('opacity', '1')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('status').filter({ hasText: 'Link copied.' })).toBeVisible()
    const copied = await clipboard(page)
    if (typeof fragment === 'string') expect(copied).toBe(tinySite.address + path + fragment)
    else expect(copied).toMatch(fragment)
    await page.goto(copied)
    if (copied.includes('#')) await expectInView(page, page.locator(new URL(copied).hash))
  }
})

test('on the page of all notes the address of a note is the one in its part', { tag: '@once' }, async ({ page }) => {
  await page.goto(`${tinySite.address}/notes/`)
  await (await pointAt(page.locator('#note-lens-stone'))).click()
  await expect.poll(() => clipboard(page)).toBe(`${lamp}#note-lens-stone`)
})

test('where the site knows its address, that is what is copied', { tag: '@once' }, async ({ page }) => {
  await page.route(`${lamp}?*`, async (route) => {
    const response = await route.fetch()
    await route.fulfill({
      response,
      body: (await response.text()).replace(/(<link rel="canonical" href=")[^"]*/u, '$1https://lamna.example/series/the-lamp/'),
    })
  })
  await page.goto(`${lamp}?from=somewhere`)
  await (await pointAt(page.locator('#note-lens-stone'))).click()
  await expect.poll(() => clipboard(page)).toBe('https://lamna.example/series/the-lamp/#note-lens-stone')
})

test('a copied link to selected words leads to them, over the markers of notes and hyphens', { tag: '@once' }, async ({
  page,
  browser,
}) => {
  await page.goto(lamp)
  const paragraph = page.locator('main .text > p:has(#ref-lens-stone-1)')
  for (const [from, to] of [
    ['polished by hand', 'polished by hand'],
    ['The lens came by sea', 'nobody has improved on'],
  ] as const) {
    await paragraph.evaluate(
      (element, [first, last]) => {
        const find = (words: string) => {
          const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
          while (walker.nextNode()) if ((walker.currentNode as Text).data.includes(words)) return walker.currentNode as Text
          throw new Error(`“${words}” is not there.`)
        }
        const [start, end] = [find(first), find(last)]
        getSelection()?.setBaseAndExtent(start, start.data.indexOf(first), end, end.data.indexOf(last) + last.length)
      },
      [from, to] as const,
    )
    await expect(bar(page)).toBeVisible()
    await bar(page).getByRole('button', { name: 'Copy link' }).click()
    const copied = await clipboard(page)
    const [permalink, words] = copied.split(':~:')
    expect(permalink).toBe(`${lamp}#${await paragraph.getAttribute('id')}`)
    // Without the fragment of the paragraph, only words that are found can lead there.
    const other = await browser.newPage({ viewport: { width: 400, height: 300 } })
    await other.goto(`${lamp}#:~:${words}`)
    await expectInView(other, other.locator('main .text > p:has(#ref-lens-stone-1)'))
    await other.close()
  }
})

test('selected words can be copied as a quotation, without the numbers of notes, with their origin', { tag: '@once' }, async ({ page }) => {
  await page.goto(lamp)
  const first = page.locator('main .text > p').first()
  await first.evaluate((paragraph) => getSelection()?.selectAllChildren(paragraph))
  await expect(bar(page)).toBeVisible()
  await bar(page).getByRole('button', { name: 'Copy as quotation' }).click()
  await expect(bar(page)).toBeHidden()
  const [words, origin] = (await clipboard(page)).split('\n')
  const inSeries = await page.evaluate(async () => (await (await fetch('/series.json')).json()).parts[0].paragraphs)
  const number = Number(await first.getAttribute('data-paragraph'))
  expect(words).toBe(`“${inSeries[number - 1].text}”`)
  expect(origin).toContain(`Orr`)
  expect(origin).toContain(`para. ${number}`)
  expect(origin).toContain(`${lamp}#${await first.getAttribute('id')}`)
})

test('a passage can be cited with the keyboard alone, in every form, and each form can be copied', { tag: '@once' }, async ({ page }) => {
  await page.goto(lamp)
  const paragraph = page.locator('main .text > p').first()
  await select(paragraph, 'Lamna')
  await expect(bar(page)).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(bar(page).getByRole('button').first()).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Cite this passage' })
  await expect(dialog).toBeVisible()
  const permalink = `${lamp}#${await paragraph.getAttribute('id')}`
  const year = String(new Date().getFullYear())
  for (const form of ['Chicago, note', 'Chicago, author–date', 'MLA', 'APA', 'Harvard', 'MHRA', 'BibTeX', 'RIS']) {
    await dialog.getByRole('button', { name: `Copy: ${form}` }).click()
    const cited = await clipboard(page)
    for (const part of ['Lamna Circle', 'Orr', 'Part 1: Who ', 'para. 2', permalink, year, '20 February 2026'])
      expect(cited, form).toContain(part)
    expect(cited, form).not.toMatch(/\{(?:locator|url|d|mm?|mon|month|dd|yyyy)\}|undefined|<i>/u)
  }
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
})

test('after citing, the focus is where it was', { tag: '@once' }, async ({ page }) => {
  await page.goto(lamp)
  const button = await pointAt(page.locator('#note-lens-stone'))
  await button.press('Enter')
  await expect(bar(page)).toBeVisible()
  await page.keyboard.press('Tab')
  await bar(page).getByRole('button', { name: 'Cite' }).press('Enter')
  await expect(page.getByRole('dialog', { name: 'Cite this passage' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(button).toBeFocused()
})

test('a note is cited as a note, a section by its title', { tag: '@once' }, async ({ page }) => {
  await page.goto(lamp)
  for (const [place, locator] of [
    ['#note-lens-stone', 'note 5, accessed'],
    ['#the-tower', '“The tower”, accessed'],
  ] as const) {
    await (await pointAt(page.locator(place))).press('Enter')
    await expect(bar(page)).toBeVisible()
    await page.keyboard.press('Tab')
    await bar(page).getByRole('button', { name: 'Cite' }).press('Enter')
    await expect(page.locator('.citations dd').first()).toContainText(locator)
    await page.getByRole('button', { name: 'Close' }).press('Enter')
  }
})

test('Escape puts the bar away, and so does letting go of the selection', { tag: '@once' }, async ({ page }) => {
  await page.goto(lamp)
  const paragraph = page.locator('main .text > p').first()
  await select(paragraph, 'Lamna')
  await expect(bar(page)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(bar(page)).toBeHidden()
  await select(paragraph, 'Light')
  await expect(bar(page)).toBeVisible()
  await page.evaluate(() => getSelection()?.empty())
  await expect(bar(page)).toBeHidden()
})

test('the bar lies in the window, with buttons a finger can hit', async ({ page }) => {
  await page.goto(lamp)
  await select(page.locator('main .text > p').first(), 'Lamna')
  await expect(bar(page)).toBeVisible()
  const window = page.viewportSize() ?? { width: 0, height: 0 }
  const box = await bar(page).boundingBox()
  expect(box && box.x >= 0 && box.y >= 0 && box.x + box.width <= window.width && box.y + box.height <= window.height).toBe(true)
  for (const button of await bar(page).getByRole('button').all()) expect((await button.boundingBox())?.height).toBeGreaterThanOrEqual(24)
})

test('where there is no clipboard for pages, the link is copied all the same', { tag: '@once' }, async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }))
  await page.goto(lamp)
  await (await pointAt(page.locator('#note-lens-stone'))).click()
  await expect(page.getByRole('status').filter({ hasText: 'Link copied.' })).toBeVisible()
})
