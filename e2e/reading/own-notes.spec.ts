import { readFileSync } from 'node:fs'
import { expect, type Page, test } from 'playwright/test'
import { barriersOf } from '../support/barriers.ts'
import { tinySite } from '../support/sites.ts'

const lamp = `${tinySite.address}/the-lamp/`
const mine = `${tinySite.address}/my-notes/`

const highlighted = (page: Page) =>
  page.evaluate(() => ['yellow', 'green', 'blue', 'red'].flatMap((colour) => [...(CSS.highlights.get(`own-${colour}`) ?? [])].map(String)))

/** Selects the first words of a paragraph that are no link, marks them, and writes something to them. */
async function mark(page: Page, nth: number, colour: string, note: string): Promise<string> {
  const words = await page
    .locator('main .text > p')
    .nth(nth)
    .evaluate((element) => {
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
      while (walker.nextNode()) {
        const node = walker.currentNode as Text
        if (node.data.trim().length < 25 || node.parentElement !== element) continue
        getSelection()?.setBaseAndExtent(node, 1, node, 24)
        return node.data.slice(1, 24).trim()
      }
      throw new Error('There are no such words.')
    })
  await page.getByRole('toolbar', { name: 'This passage' }).getByRole('button', { name: 'Highlight' }).click()
  const editor = page.getByRole('dialog', { name: 'Your note' })
  await expect(editor).toContainText(words)
  await editor.getByRole('radio', { name: colour }).check()
  await editor.getByRole('textbox', { name: 'Note' }).fill(note)
  await editor.getByRole('button', { name: 'Save' }).click()
  await expect(editor).toHaveCount(0)
  return words
}

test.beforeEach(async ({ page }) => {
  await page.goto(lamp)
  await page.evaluate(
    () =>
      new Promise((done) =>
        Object.assign(indexedDB.deleteDatabase('pamphlet:/:lamna-light:annotations'), { onsuccess: done, onerror: done }),
      ),
  )
})

test(
  'what a reader marks and writes is there again, is listed, goes out as files and comes in again',
  { tag: '@once' },
  async ({ page }, testInfo) => {
    const first = await mark(page, 1, 'Green', 'Ask about *this*.')
    const second = await mark(page, 4, 'Blue', '')
    await page.reload()
    await expect.poll(() => highlighted(page)).toEqual([first, second])
    await expect(page.locator('.own-mark')).toHaveCount(2)
    await page.locator('.own-mark').first().click()
    await expect(page.getByRole('textbox', { name: 'Note' })).toHaveValue('Ask about *this*.')
    expect(await barriersOf(page, '.own-note')).toEqual([])
    await page.keyboard.press('Escape')

    await page.goto(mine)
    const entries = page.locator('.own-entry')
    await expect(entries).toHaveCount(2)
    await expect(entries.first()).toContainText(first)
    await expect(entries.first()).toContainText('Ask about *this*.')
    expect(await barriersOf(page)).toEqual([])
    const save = async (name: string) => {
      const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name }).click()])
      const path = testInfo.outputPath(download.suggestedFilename())
      await download.saveAs(path)
      return path
    }
    const markdown = readFileSync(await save('Download as Markdown'), 'utf8')
    for (const words of ['## Who keeps the light?', `> ${first}`, 'Ask about *this*.', 'para. ', `${lamp}#p-`])
      expect(markdown).toContain(words)
    const file = await save('Download as Web Annotations')
    const collection = JSON.parse(readFileSync(file, 'utf8'))
    expect(collection.type).toBe('AnnotationCollection')
    expect(collection.first.items[0].target.selector.map(({ type }: { type: string }) => type)).toEqual([
      'FragmentSelector',
      'TextQuoteSelector',
      'TextPositionSelector',
    ])
    for (const left of [1, 0]) {
      await entries.first().getByRole('button', { name: 'Delete' }).click()
      await expect(entries).toHaveCount(left)
    }
    await expect(page.getByText('Nothing yet.')).toBeVisible()
    await page.getByLabel('Import Web Annotations').setInputFiles(file)
    await expect(page.getByText('Imported: 2')).toBeVisible()
    await entries.first().getByRole('link').click()
    await expect.poll(() => highlighted(page)).toEqual([first, second])
  },
)

test('marks stay on their words when the text around them changes, and what is gone is listed with its words', { tag: '@once' }, async ({
  page,
}) => {
  const kept = await mark(page, 1, 'Yellow', 'Stays')
  const lost = await mark(page, 4, 'Red', 'Goes')
  await page.route(lamp, async (route) => {
    const response = await route.fetch()
    const body = (await response.text()).replace(kept, `newly put before, ${kept}`).replaceAll(lost, 'Nothing')
    await route.fulfill({ response, body })
  })
  await page.reload()
  await expect.poll(() => highlighted(page)).toEqual([kept])
  await page.goto(mine)
  const gone = page.locator('.own-entry', { hasText: lost })
  await expect(gone).toContainText('no longer in the text')
  await expect(gone).toContainText('Goes')
})
