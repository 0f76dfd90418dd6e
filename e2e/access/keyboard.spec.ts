import { expect, type Page, test } from 'playwright/test'
import { expectInView } from '../support/places.ts'
import { htmlOf, pageTypesOf, tinySite } from '../support/sites.ts'

const boxOf = (page: Page) => page.getByRole('searchbox', { name: 'Search the text' })

test('the first stop on every page skips to the text, and /, Ctrl+K and ⌘K put the cursor into the search from there', async ({ page }) => {
  // The reader has not searched before.
  await page.addInitScript(() => sessionStorage.clear())
  // Every page begins with it; it is tried on some.
  for (const path of pageTypesOf(tinySite))
    expect(htmlOf(tinySite, path), path).toMatch(/<body[^>]*>\s*(?:<script[\s\S]*?<\/script>\s*)*<a [^>]*class="skip-link"/u)
  for (const path of ['/', '/404.html', '/the-lamp/', '/glossary/', '/search/']) {
    await page.goto(tinySite.address + path)
    // The search page puts the cursor into its box.
    if (path !== '/search/') await expectToSkip(page, path)
    // What listens to the others listens to the first.
    for (const shortcut of path === '/' ? ['/', 'Control+k', 'Meta+k'] : ['/']) {
      await page.locator('header a').first().focus()
      await page.keyboard.press(shortcut)
      await expect(boxOf(page), `${shortcut} on ${path}`).toBeFocused()
      await expect(boxOf(page), `${shortcut} on ${path}`).toHaveValue('')
      await page.keyboard.press('Escape')
    }
  }
})

async function expectToSkip(page: Page, path: string) {
  await page.keyboard.press('Tab')
  const skip = page.getByRole('link', { name: 'Skip to content' })
  await expect(skip, path).toBeFocused()
  await expectInView(page, skip)
  await page.keyboard.press('Enter')
  await expect(page.locator('main'), path).toBeFocused()
}

test('Esc closes the search and the cursor is where it was', async ({ page }) => {
  await page.goto(`${tinySite.address}/the-lamp/`)
  const reference = page.locator('#ref-logbook-4')
  await reference.focus()
  await page.keyboard.press('/')
  await expect(boxOf(page)).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(reference).toBeFocused()
})

test('Esc closes the search at once, also when something is typed', async ({ page }) => {
  await page.goto(`${tinySite.address}/the-lamp/`)
  await page.locator('#ref-logbook-4').focus()
  await page.keyboard.press('/')
  await page.keyboard.type('zanzibarite')
  await expect(page.locator('[data-search-results] > li')).toHaveCount(1)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(page.locator('#ref-logbook-4')).toBeFocused()
})

test('a slash that belongs to what is typed is typed', async ({ page }) => {
  await page.goto(`${tinySite.address}/search/`)
  await boxOf(page).pressSequentially('and/or')
  await expect(boxOf(page)).toHaveValue('and/or')
})

test('the arrow keys lead from the box through what was found and back, Enter follows it', async ({ page }) => {
  await page.goto(`${tinySite.address}/the-watch/`)
  await page.keyboard.press('/')
  await page.keyboard.type('keeper')
  const links = page.locator('[data-search-results] a')
  await expect(links.nth(2)).toBeVisible()

  await page.keyboard.press('ArrowDown')
  await expect(links.nth(0)).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(links.nth(1)).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowUp')
  await expect(boxOf(page)).toBeFocused()

  await page.keyboard.press('ArrowDown')
  const target = await links.nth(0).evaluate((link: HTMLAnchorElement) => link.href)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(target)
})

test('a reader with a keyboard goes to a note and back', async ({ page }) => {
  await page.goto(`${tinySite.address}/the-lamp/`)
  await page.locator('#ref-lens-stone-1').focus()
  await page.keyboard.press('Enter')
  await expectInView(page, page.locator('#note-lens-stone'))
  // The place where reading goes on is where the address points to, so the next stop is the way back at the note’s beginning.
  await page.keyboard.press('Tab')
  await expect(page.locator('#note-lens-stone a').first()).toBeFocused()
  await page.keyboard.press('Enter')
  await expectInView(page, page.locator('#ref-lens-stone-1'))
})

test('copying links is one stop of the Tab key, and arrow keys take it from place to place', async ({ page }) => {
  await page.goto(`${tinySite.address}/the-lamp/`)
  await page.keyboard.press('Tab')
  const button = page.locator('.copy-link')
  await expect(button).toHaveCount(1)
  expect(await page.locator(':is(h1, h2, h3, h4) button').count()).toBe(0)
  await button.focus()
  await page.keyboard.press('ArrowDown')
  await expect(button).toBeFocused()
  await expect(button).toHaveAccessibleName('Copy link: Paragraph 1')
  await page.keyboard.press('ArrowDown')
  await expect(button).toHaveAccessibleName('Copy link: Paragraph 2')
  await expect(button).toHaveCSS('opacity', '1')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowUp')
  await expect(button).toHaveAccessibleName('Copy link')
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveAccessibleName(/Copy/u)
})

test('single keys lead through sections, paragraphs and notes, are listed by ?, and can be turned off', async ({ page }) => {
  await page.goto(`${tinySite.address}/the-lamp/`)
  const focused = page.locator(':focus')
  await page.keyboard.press('n')
  await expect(page.locator('main :is(h2, h3):focus')).toBeInViewport()
  const first = await focused.getAttribute('id')
  await page.keyboard.press('n')
  await expect(focused).not.toHaveAttribute('id', first ?? '')
  await page.keyboard.press('p')
  await expect(focused).toHaveAttribute('id', first ?? '')
  await page.keyboard.press('j')
  await expect(focused).toHaveAttribute('data-paragraph', /\d+/u)
  await page.keyboard.press('m')
  await expect(focused).toHaveAttribute('role', 'doc-noteref')
  await page.keyboard.press('Escape')
  await page.keyboard.press('s')
  await expect(page.locator('#reader-choices')).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('?')
  const list = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
  await expect(list).toContainText('Next or previous section')
  await list.getByRole('checkbox').uncheck()
  await list.getByRole('button', { name: 'Close' }).click()
  await page.keyboard.press('/')
  await page.keyboard.press('n')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.keyboard.press('Control+k')
  await expect(boxOf(page)).toBeFocused()
})

test('the Tab key goes round in what lies over the page, and a press beside it closes it and does nothing else', async ({ page }) => {
  await page.goto(`${tinySite.address}/the-lamp/`)
  await page.keyboard.press('t')
  const sheet = page.getByRole('dialog', { name: 'Contents' })
  await expect(sheet).toHaveAttribute('aria-modal', 'true')
  const stops = sheet.locator('a, button')
  await expect(stops.first()).toBeFocused()
  await page.keyboard.press('Shift+Tab')
  await expect(stops.last()).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(stops.first()).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(stops.nth(1)).toBeFocused()

  const { x = 0, y = 0 } = (await page.locator('.site-header .series-title').boundingBox()) ?? {}
  await page.mouse.click(x + 5, y + 5)
  await expect(sheet).toBeHidden()
  await expect(page).toHaveURL(/the-lamp/u)
})
