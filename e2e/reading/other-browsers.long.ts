import { expect, test } from 'playwright/test'
import { findFirefox } from '../support/browser.ts'
import { Firefox } from '../support/firefox.ts'
import { realSite, seriesOf } from '../support/sites.ts'
import { WebKit } from '../support/webkit.ts'

/** Browsers that readers have and Playwright cannot drive as they are. */
const browsers = {
  Firefox: (profile: string) => Firefox.open(findFirefox() ?? 'firefox', profile),
  WebKit: () => WebKit.open(Number(new URL(realSite.address).port) + 20),
} as const

const [part] = seriesOf(realSite).parts
const address = `${realSite.address}${part?.href}`
const term = 'main .text > p [role=doc-glossref]'

for (const [name, open] of Object.entries(browsers)) {
  test.describe(name, () => {
    // One browser for all of these.
    test.describe.configure({ mode: 'serial' })
    test.skip(name === 'WebKit' && !WebKit.isThere(), 'There is no WebKitGTK on this machine: apt-get install webkit2gtk-driver xvfb')
    let browser: Firefox | WebKit

    test.beforeAll(async ({ browserName: _ }, testInfo) => {
      browser = await open(testInfo.outputPath('profile'))
      await browser.resize(1000, 900)
    })
    test.afterAll(() => browser?.close())

    /** Until the page does what it can: WebKit says that it is there before its scripts have run. */
    const visit = async (url: string) => {
      await browser.goto(url)
      await holds(`document.querySelector('search-dialog')?.matches(':defined') === true`)
    }
    const boxOf = (selector: string) =>
      browser.evaluate<{ left: number; top: number; right: number; bottom: number } | null>(
        `(({ left, top, right, bottom } = {}) => left === undefined ? null : { left, top, right, bottom })(document.querySelector(${JSON.stringify(selector)})?.getClientRects()[0])`,
      )
    const point = async (selector: string, then: readonly object[] = []) => {
      await browser.evaluate(`(document.querySelector(${JSON.stringify(selector)})?.scrollIntoView({ block: 'center' }), true)`)
      const box = await boxOf(selector)
      const [x, y] = [Math.round((box?.left ?? 0) + 4), Math.round(((box?.top ?? 0) + (box?.bottom ?? 0)) / 2)]
      const steps = [{ type: 'pointerMove', x: 2, y: 450 }, { type: 'pointerMove', x, y, duration: 50 }, ...then]
      await browser.act([{ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions: steps }])
    }
    const press = (selector: string) =>
      point(selector, [
        { type: 'pointerDown', button: 0 },
        { type: 'pointerUp', button: 0 },
      ])
    const type = (keys: string) =>
      browser.act([
        {
          type: 'key',
          id: 'keyboard',
          actions: [...keys].flatMap((value) => [
            { type: 'keyDown', value },
            { type: 'keyUp', value },
          ]),
        },
      ])
    const holds = (expression: string) => expect.poll(() => browser.evaluate<boolean>(expression), { message: expression }).toBe(true)

    test('a part is read: whole, within the window, with a bar that comes back and a contents that marks the section', async () => {
      await visit(address)
      expect(await browser.evaluate(`document.querySelector('h1').textContent`)).toContain(part?.title)
      expect(await browser.evaluate(`document.querySelectorAll('.endnotes > ol > li').length`)).toBe(part?.notes.length)
      expect(await browser.evaluate(`document.documentElement.scrollWidth <= innerWidth`)).toBe(true)
      await browser.evaluate(`(document.querySelectorAll('main h2[id]')[3].scrollIntoView(), true)`)
      await holds(`document.querySelector('.contents [aria-current]') !== null`)
      await browser.evaluate(`(scrollBy({ top: -30, behavior: 'instant' }), true)`)
      await holds(`document.querySelector('reading-bar').getBoundingClientRect().bottom > 20`)
    })

    test('a term shows its card beside the word, and pointing elsewhere closes it', async () => {
      await visit(address)
      await point(term)
      await holds(`document.querySelector('.card:popover-open .card-title') !== null`)
      const [card, word] = [await boxOf('.card:popover-open'), await boxOf(term)]
      if (!card || !word) throw new Error('There is no card.')
      expect(Math.min(Math.abs(card.top - word.bottom), Math.abs(word.top - card.bottom))).toBeLessThan(24)
      expect(card.left).toBeGreaterThanOrEqual(0)
      expect(card.right).toBeLessThanOrEqual(1000)
      await point('.series-title')
      await holds(`document.querySelector('.card:popover-open') === null`)
    })

    test('notes stand in the margin, each level with its reference or below the one before', async () => {
      await browser.resize(1440, 900)
      await visit(address)
      await holds(`document.querySelectorAll('.margin-note').length > 5 && document.querySelector('[data-fitted]') !== null`)
      const places = await browser.evaluate<{ top: number; bottom: number; left: number; line: number }[]>(
        `[...document.querySelectorAll('.text > p .margin-note')].map((note) => {
          const { top, bottom, left } = note.getBoundingClientRect()
          return { top, bottom, left, line: note.previousElementSibling.getBoundingClientRect().bottom }
        })`,
      )
      const text = await boxOf('main .text > p')
      for (const [i, { top, left, line }] of places.entries()) {
        expect(left, `note ${i}`).toBeGreaterThanOrEqual(text?.right ?? 0)
        expect(top, `note ${i}`).toBeGreaterThanOrEqual(Math.max(line - 60, places[i - 1]?.bottom ?? 0) - 1)
      }
      await browser.resize(1000, 900)
    })

    test('the search finds over the page, and Escape gives the page back', async () => {
      await visit(address)
      await press('.search-link')
      await holds(`document.activeElement === document.querySelector('search-dialog input')`)
      await type('Petrograd')
      await holds(`document.querySelector('search-dialog [data-search-results] mark') !== null`)
      // The Tab key stays in what lies over the page.
      for (let stop = 0; stop < 3; stop++) {
        await type('\uE004')
        expect(await browser.evaluate(`document.querySelector('search-dialog').contains(document.activeElement)`)).toBe(true)
      }
      await type('\uE00C')
      await holds(`!document.querySelector('search-dialog dialog').open && document.querySelector('.scrim') === null`)
    })

    test('what is chosen is applied at once, and on the next page', async () => {
      await visit(address)
      const background = () => browser.evaluate<string>(`getComputedStyle(document.body).backgroundColor`)
      const before = await background()
      await press('reader-choices > button')
      await press('#reader-choices [name=theme][value=sepia]')
      await holds(`document.documentElement.dataset.theme === 'sepia'`)
      expect(await background()).not.toBe(before)
      await visit(`${realSite.address}/notes/`)
      expect(await browser.evaluate(`document.documentElement.dataset.theme`)).toBe('sepia')
      await browser.evaluate(`(localStorage.clear(), true)`)
    })
  })
}
