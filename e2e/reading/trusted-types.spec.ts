import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, type Page, test } from 'playwright/test'
import { singleFileOf, unpack } from '../offline/files.ts'
import { seriesOf, tinySite } from '../support/sites.ts'

/** Collects every breach of a page’s policy, and whatever else goes wrong, from before its first script. */
async function listenFor(page: Page): Promise<string[]> {
  const offences: string[] = []
  await page.exposeFunction('onBreach', (breach: string) => offences.push(`${page.url()}: ${breach}`))
  await page.addInitScript(() => {
    const { onBreach } = globalThis as unknown as { onBreach: (breach: string) => void }
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) =>
      onBreach(`${effectiveDirective} forbids ${blockedURI} ${sample}`),
    )
  })
  page.on('console', (message) => ['error', 'warning'].includes(message.type()) && offences.push(`${page.url()}: ${message.text()}`))
  page.on('pageerror', ({ message }) => offences.push(`${page.url()}: ${message}`))
  return offences
}

/**
 * Whether the page’s policy is in force: a text as markup or as an address of a script is refused, and no policy that
 * would let it through can be made.
 */
async function expectGuarded(page: Page) {
  const refused = await page.evaluate(() =>
    [
      () => document.createElement('div').insertAdjacentHTML('beforeend', '<b>x</b>'),
      () => Object.assign(document.createElement('script'), { src: 'x.js' }),
      () => new DOMParser().parseFromString('<b>x</b>', 'text/html'),
      () =>
        (globalThis as unknown as { trustedTypes: { createPolicy(name: string, rules: object): object } }).trustedTypes.createPolicy(
          'default',
          {
            createHTML: String,
          },
        ),
    ].map((attempt) => {
      try {
        return String(attempt())
      } catch (error) {
        return error instanceof TypeError
      }
    }),
  )
  expect(refused).toEqual([true, true, true, true])
}

const card = (page: Page) => page.locator('.card:popover-open').first()

/** Opens the card of the first such link in the text by the keyboard, and closes it. */
async function openCard(page: Page, link: string, says: RegExp) {
  const place = page.locator(`main .text > p ${link}`).first()
  await place.scrollIntoViewIfNeeded()
  await place.hover()
  await expect(card(page)).toContainText(says)
  await page.keyboard.press('Escape')
  await expect(card(page)).toBeHidden()
}

/** What a reader does where a part is: previews, the notes in the margin, the choices, the search over the page. */
async function usePart(page: Page) {
  await useText(page)
  await usePanels(page)
}

/** Cites a paragraph, as it can be done on a part’s own page. */
async function cite(page: Page) {
  await page.locator('main .text > p').nth(2).dispatchEvent('pointerover')
  await page.locator('p > .copy-link').focus()
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Cite', exact: true }).click()
  const forms = page.getByRole('dialog', { name: 'Cite this passage' }).locator('dd:not(.for-programs)')
  await expect(forms.first()).toContainText(/para\. \d+, accessed \d/u)
  await expect(forms.first().locator('i')).toHaveText('The Keepers of Lamna Light')
  expect(await forms.allTextContents()).not.toContainEqual(expect.stringMatching(/[{}]/u))
  await page.getByRole('button', { name: 'Close' }).click()
}

async function useText(page: Page) {
  await expect(page.locator('.margin-note').first()).toBeVisible()
  await openCard(page, '[role=doc-glossref]', /\p{L}/u)
  await openCard(page, '[role=doc-biblioref]', /\p{L}/u)
}

async function usePanels(page: Page) {
  await page.getByRole('button', { name: 'Display settings' }).first().click()
  await page.getByRole('radio', { name: 'Sepia' }).check()
  await page.keyboard.press('Escape')
  await page.keyboard.press('/')
  await page.locator('search-dialog').getByRole('searchbox').fill('lamp')
  const found = page.locator('dialog [data-search-results] a').first()
  await expect(found).toBeVisible()
  await found.click()
}

test('everything a reader does on the site keeps the policy of its pages', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const offences = await listenFor(page)
  await page.goto(`${tinySite.address}/the-lamp/`)
  await cite(page)
  await usePart(page)
  await page.goto(`${tinySite.address}/search/?q=lamp`)
  await expect(page.locator('[data-search-results] a').first()).toBeVisible()
  await page.goto(`${tinySite.address}/glossary/`)
  await page.locator('list-filter input[name=words]').fill('light')
  await expect(page.locator('list-filter [role=status]')).toHaveText(/^\d+ of \d+ /u)
  await page.goto(tinySite.address + seriesOf(tinySite).sources[0]?.href)
  await page.locator('.copy-citation').first().click()
  await expect(page.locator('copy-citations [role=status]')).toHaveText('Citation copied.')
  await page.goto(`${tinySite.address}/`)
  await page.getByRole('main').getByRole('button', { name: 'Save for offline' }).click()
  await expect(page.getByRole('main').locator('keep-offline [role=status]')).toHaveText(/^Saved on this device/u)
  // A page of who keeps the site loads what looks for newer versions.
  await page.goto(`${tinySite.address}/about/`, { waitUntil: 'networkidle' })
  expect(offences).toEqual([])
})

test('everything a reader does in the folder and in the single file keeps their policies', async ({ page }, testInfo) => {
  const single = testInfo.outputPath('one.html')
  copyFileSync(singleFileOf(tinySite), single)
  const offences = await listenFor(page)
  await page.goto(pathToFileURL(join(unpack(tinySite), 'the-lamp/index.html')).href)
  await cite(page)
  await usePart(page)
  expect(offences).toEqual([])
  await page.goto(pathToFileURL(single).href)
  await usePart(page)
  expect(offences).toEqual([])
})

test('pages of every edition refuse a text as markup or as the address of a script', async ({ page }, testInfo) => {
  const single = testInfo.outputPath('one.html')
  copyFileSync(singleFileOf(tinySite), single)
  const folder = pathToFileURL(join(unpack(tinySite), 'the-lamp/index.html')).href
  for (const address of [
    `${tinySite.address}/the-lamp/`,
    `${tinySite.address}/404.html`,
    `${tinySite.address}/glossary/lamna-light/card/`,
    folder,
    pathToFileURL(single).href,
  ]) {
    await page.goto(address)
    await expectGuarded(page)
  }
})

test('a preview that is opened by its address shows the letters that were written, and leads to its page', async ({ page }) => {
  const offences = await listenFor(page)
  // A preview names no icon, so that browsers ask its host for one.
  await page.route('**/favicon.ico', (route) => route.fulfill({ status: 204 }))
  await page.goto(`${tinySite.address}/glossary/lamna-light/card/`)
  await expect(page.locator('.card-facts')).toContainText('Φάρος της Λάμνας')
  await page.locator('.card-title a').click()
  await expect(page).toHaveURL(`${tinySite.address}/glossary/lamna-light/`)
  expect(offences).toEqual([])
})

test('what could run in a preview is taken out of it, wherever it comes from', async ({ page }) => {
  const active =
    '<p class="card-title"><a href="javascript:alert(1)" onclick="alert(2)">Title</a></p><script src="/x.js"></script><iframe srcdoc="x"></iframe><p>Rest</p>'
  await page.route('**/card/', (route) =>
    route.fulfill({
      contentType: 'text/html; charset=utf-8',
      body: `<!doctype html><meta charset="utf-8"><body onload="alert(3)">${active}`,
    }),
  )
  const ran: string[] = []
  page.on('dialog', (dialog) => {
    ran.push(dialog.message())
    void dialog.dismiss()
  })
  await page.goto(`${tinySite.address}/the-lamp/`)
  await page.locator('main .text > p [role=doc-glossref]').first().hover()
  await expect(card(page)).toContainText('Rest')
  // The browser says that it has refused the handlers; nothing ran, and nothing that could is left.
  expect(ran).toEqual([])
  expect(
    await card(page).evaluate((element) =>
      [...element.querySelectorAll('script, iframe, [onclick], a[href^="javascript"]')].map(({ outerHTML }) => outerHTML),
    ),
  ).toEqual([])
})
