import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type BrowserContext, chromium, type Locator, type Page } from 'playwright'
import { browserArguments, findWholeBrowser } from '../e2e/support/browser.ts'
import { serve } from './serve.ts'

// How soon a press is answered on a slow phone (360 px, processor four times slower, 1.6 Mbit/s), once what it needs has come:
//   node bench/presses.ts [rounds] [page] [folder]
// The interaction to next paint of each press, as the browser reports it, and how many times that of a press on the same
// text without a script, which shows one line: the machine and what else it does are in both.

const [rounds, path, folder] = [
  Number(process.argv[2] ?? 7),
  process.argv[3] ?? 'part-1',
  process.argv[4] ?? join(import.meta.dirname, '../dist'),
]
const times: Record<string, number[]> = {}
const { address, server } = await serve(folder, 'br')
const executablePath = findWholeBrowser()
const browser = await chromium.launch({ args: browserArguments, ...(executablePath && { executablePath }) })
const phone = await browser.newContext({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true, serviceWorkers: 'block' })
const [page, bare] = [await opened(phone, `/${path}/`), await opened(phone, '/bare/')]

// The first of each press fetches what it needs, and is not counted.
for (let round = 0; round <= rounds; round++) {
  await measure('a bare press', round, bare, () => tap(bare, bare.locator('#bare')))
  await measure('the card of a term', round, page, () => tapInText('[role=doc-glossref]', 8 + round * 7))
  await page.keyboard.press('Escape')
  await measure('the card of a note', round, page, () => tapInText('[role=doc-noteref]', 3 + round))
  await measure('a card closed', round, page, () => tap(page, page.locator('.card > button').first()))
  for (const [what, button, close] of [
    ['settings', 'button[popovertarget]', undefined],
    ['contents', '.where', '.sheet > button'],
    ['search', '.search-link', 'search-dialog [data-close]'],
  ] as const) {
    await showBar()
    await measure(what, round, page, () => tap(page, page.locator(`reading-bar ${button}`)))
    if (what === 'search') {
      await page.locator('search-dialog input').fill('')
      for (const letter of 'Le') await measure('a letter in the search', round, page, () => page.keyboard.press(letter))
    }
    await measure(`${what} closed`, round, page, () => (close ? tap(page, page.locator(close).first()) : page.touchscreen.tap(180, 735)))
  }
}
const floor = median(times['a bare press'] ?? [])
for (const [what, taken] of Object.entries(times))
  console.warn(
    `${what}: median ${median(taken)} ms, most ${Math.max(...taken)} ms, ${(median(taken) / floor).toFixed(1)} times a bare press`,
  )
await browser.close()
server.closeAllConnections()
server.close()

async function opened(context: BrowserContext, at: string): Promise<Page> {
  const tab = await context.newPage()
  await tab.route('**/bare/', (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: barePage() }))
  await tab.addInitScript(() => {
    const seen: [number, number][] = []
    Object.assign(globalThis, { seen })
    new PerformanceObserver((list) => {
      for (const { interactionId, duration } of list.getEntries() as PerformanceEventTiming[])
        if (interactionId) seen.push([interactionId, duration])
    }).observe({ type: 'event', durationThreshold: 16, buffered: true } as PerformanceObserverInit)
  })
  const devtools = await context.newCDPSession(tab)
  await devtools.send('Network.enable')
  const [downloadThroughput, uploadThroughput] = [1.6e6 / 8, 0.75e6 / 8]
  await devtools.send('Network.emulateNetworkConditions', { offline: false, latency: 150, downloadThroughput, uploadThroughput })
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  await tab.goto(address + at, { waitUntil: 'networkidle' })
  return tab
}

/** The text of the page without its scripts and its policy, and a button that shows a line. */
function barePage(): string {
  const html = readFileSync(join(folder, path, 'index.html'), 'utf8')
  const bared = html.replaceAll(/<script\b[^>]*>.*?<\/script>|<meta http-equiv="content-security-policy"[^>]*>/gsu, '')
  const press = `<button id="bare" style="position:fixed;inset:0 auto auto 0;z-index:9">Press</button><p id="line" hidden style="position:fixed;inset:auto 0 0">A line</p><script>document.getElementById('bare').onclick = () => { const { line } = globalThis; line.hidden = !line.hidden }</script>`
  return bared.replace('</body>', () => `${press}</body>`)
}

async function measure(what: string, round: number, tab: Page, does: () => Promise<unknown>) {
  await tab.bringToFront()
  await longest(tab)
  await does()
  const taken = await longest(tab)
  if (round > 0) times[what] = [...(times[what] ?? []), taken]
}

/** The longest of the interactions since this was last asked for, once they have been reported. */
async function longest(tab: Page): Promise<number> {
  await tab.waitForTimeout(400)
  return tab.evaluate(() => {
    const { seen } = globalThis as unknown as { seen: [number, number][] }
    return Math.max(0, ...seen.splice(0).map(([, duration]) => duration))
  })
}

/** A tap and nothing else: that of a locator first asks the page what it would hit, which counts as part of the press. */
async function tap(tab: Page, target: Locator) {
  await target.waitFor()
  const { x = 0, y = 0, width = 0, height = 0 } = (await target.boundingBox()) ?? {}
  await tab.touchscreen.tap(x + width / 2, y + height / 2)
}

async function tapInText(links: string, nth: number) {
  const link = page.locator(`main .text > p ${links}`).nth(nth)
  await link.evaluate((element) => element.scrollIntoView({ block: 'center', behavior: 'instant' }))
  await tap(page, link)
}

/** It comes back on scrolling up. */
async function showBar() {
  await page.evaluate(() => scrollTo({ top: 8000, behavior: 'instant' }))
  for (let step = 0; step < 3; step++) {
    await page.waitForTimeout(80)
    await page.evaluate(() => scrollBy({ top: -30, behavior: 'instant' }))
  }
  await page.locator('reading-bar[data-shown]').waitFor()
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}
