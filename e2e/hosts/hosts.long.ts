import { expect, type Page, test } from 'playwright/test'
import { keepOffline, openBrowser } from '../offline/browser.ts'
import { filesOf, seriesOf, tinySite } from '../support/sites.ts'
import { hosts, install, publish, serve } from './serve-host.ts'

test.describe.configure({ mode: 'serial' })

const part = seriesOf(tinySite).parts[0]?.href ?? ''
const files = filesOf(tinySite)
const singleFile = files.find((path) => /^\/downloads\/(?!index\.html)[^/]+\.html$/u.test(path))

/** Files of each kind with how a browser may keep them. */
const kinds = [
  [/\/index\.html$/u, 'no-cache'],
  [/^\/sw\.js$/u, 'no-cache'],
  [/^\/series\.json$/u, 'no-cache'],
  [/^\/downloads\/.*\.zip$/u, 'no-cache'],
  [/^\/_astro\/.*\.css$/u, 'public, max-age=31536000, immutable'],
  [/^\/_astro\/.*\.woff2$/u, 'public, max-age=31536000, immutable'],
  [/^\/keep\/.*\.pack$/u, 'public, max-age=31536000, immutable'],
  [/^\/pagefind\/.*\.pf_fragment$/u, 'public, max-age=31536000, immutable'],
] as const

async function expectHeaders(site: string) {
  for (const [pattern, cache] of kinds) {
    const file = files.find((path) => pattern.test(path))?.replace(/index\.html$/u, '')
    if (!file) throw new Error(`The site has no file like ${pattern}.`)
    const { status, headers } = await fetch(site + file)
    expect([file, status, headers.get('cache-control')]).toEqual([file, 200, cache])
    expect(headers.get('content-security-policy'), file).toMatch(
      /^default-src 'none';.*frame-ancestors 'none'; require-trusted-types-for 'script'/u,
    )
    for (const [name, value] of [
      ['x-content-type-options', 'nosniff'],
      ['referrer-policy', 'no-referrer'],
      ['cross-origin-opener-policy', 'same-origin'],
      ['cross-origin-resource-policy', 'same-origin'],
    ] as const)
      expect([file, name, headers.get(name)]).toEqual([file, name, value])
    expect(headers.get('permissions-policy'), file).toContain('camera=()')
  }
  const again = await fetch(`${site}/`, { headers: { 'if-none-match': (await fetch(`${site}/`)).headers.get('etag') ?? '' } })
  expect(again.status).toBe(304)
  const bare = await fetch(site + part.slice(0, -1), { redirect: 'manual' })
  expect([301, 302, 307, 308]).toContain(bare.status)
  const missing = await fetch(`${site}/nowhere/`)
  expect([missing.status, missing.headers.get('x-content-type-options')]).toEqual([404, 'nosniff'])
  expect(await missing.text()).toContain('</html>')
  // In the middle of a deployment: what is not there yet is not to be missing for a year.
  expect((await fetch(`${site}/_astro/later.css`)).headers.get('cache-control')).toBe('no-cache')
}

function listenFor(page: Page): string[] {
  const offences: string[] = []
  page.on('pageerror', ({ message }) => offences.push(`${page.url()}: ${message}`))
  page.on('console', (message) => ['error', 'warning'].includes(message.type()) && offences.push(`${page.url()}: ${message.text()}`))
  return offences
}

/** Reads a part, follows a note and back, opens a preview, finds a word and goes there. */
async function readAndSearch(page: Page, site: string) {
  await page.goto(site + part)
  const reference = page.locator('main .text [role=doc-noteref]').first()
  await reference.click()
  await expect(page).toHaveURL(/#note-/u)
  await page.goBack()
  await page.locator('main .text > p [role=doc-glossref]').first().hover()
  await expect(page.locator('.card:popover-open').first()).toBeVisible()
  await page.goto(`${site}/search/?q=lamp`)
  const found = page.locator('[data-search-results] a').first()
  await expect(found).toBeVisible()
  const address = await found.getAttribute('href')
  expect(address?.startsWith(site)).toBe(true)
  await found.click()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
}

for (const host of hosts) {
  test(`${host.name} with the headers of the README: reading, search and keeping work at the root and in a folder`, async ({
    browserName: _,
  }, testInfo) => {
    install(host)
    const { address, start, stop } = await serve(host, publish(tinySite.folder, testInfo.outputPath('.')), testInfo.outputPath('host'))
    const browser = await openBrowser(testInfo.outputPath('profile'))
    try {
      for (const site of [address, `${address}/sub/path`]) {
        await expectHeaders(site)
        const page = await browser.newPage()
        const offences = listenFor(page)
        await readAndSearch(page, site)
        await page.goto(site + singleFile)
        await expect(page.locator('.margin-note, main .text').first()).toBeVisible()
        await keepOffline(page, site)
        expect(offences).toEqual([])
        await stop()
        await readAndSearch(page, site)
        const kept = await page.reload()
        // A page that is kept is guarded as the host guards it.
        expect(kept?.fromServiceWorker()).toBe(true)
        expect(kept?.headers()['content-security-policy']).toContain("frame-ancestors 'none'")
        expect(kept?.headers()['referrer-policy']).toBe('no-referrer')
        expect(offences).toEqual([])
        await page.close()
        await start()
      }
    } finally {
      await browser.close()
      await stop()
    }
  })
}
