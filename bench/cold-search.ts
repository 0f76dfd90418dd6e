import { chromium } from 'playwright'
import { browserArguments, findWholeBrowser } from '../e2e/support/browser.ts'
import { type Compression, serve } from './serve.ts'

/** What the first search of a visit costs. */
export type ColdSearch = {
  readonly query: string
  /** Bytes of response bodies as they were sent, by what they are. */
  readonly bytes: Readonly<Record<string, number>>
  readonly total: number
  readonly requests: number
  /** Milliseconds from asking to the results, with nothing loaded but the page. */
  readonly coldTime: number
  /** Median milliseconds from a keystroke to its results, once warm. */
  readonly warmTime: number
}

const kindOf = (path: string) =>
  /search-box/u.test(path)
    ? 'interface'
    : /wasm/u.test(path)
      ? 'wasm'
      : /search\.json/u.test(path)
        ? 'manifest'
        : /pf_index|\/first\//u.test(path)
          ? 'index'
          : /fragment/u.test(path)
            ? 'records'
            : /words\//u.test(path)
              ? 'words'
              : 'page'

/** Opens the search over a page of a site, asks, and counts what the browser received after the page itself. */
export async function measureColdSearch(folder: string, page: string, query: string, compression: Compression): Promise<ColdSearch> {
  const { address, server } = await serve(folder, compression)
  const executablePath = findWholeBrowser()
  const browser = await chromium.launch({ args: browserArguments, ...(executablePath && { executablePath }) })
  try {
    const tab = await browser.newPage({ viewport: { width: 1440, height: 900 } })
    await tab.goto(address + page, { waitUntil: 'networkidle' })
    const bytes: Record<string, number> = {}
    let requests = 0
    // Bodies as they came, compressed; headers are a matter of the protocol.
    tab.on('requestfinished', async (request) => {
      requests++
      const kind = kindOf(request.url())
      const { responseBodySize } = await request.sizes()
      bytes[kind] = (bytes[kind] ?? 0) + responseBodySize
    })
    const begun = performance.now()
    await tab.keyboard.press('/')
    await tab.locator('site-search input').fill(query)
    await tab
      .getByRole('status')
      .filter({ hasText: `“${query}”` })
      .waitFor()
    const coldTime = performance.now() - begun
    await tab.waitForLoadState('networkidle')
    await tab.waitForTimeout(1500)
    const total = Object.values(bytes).reduce((sum, size) => sum + size, 0)
    const counted = { bytes: { ...bytes }, requests }
    return { query, ...counted, total, coldTime, warmTime: await measureWarm(tab, query) }
  } finally {
    await browser.close()
    server.closeAllConnections()
    server.close()
  }
}

/** The page itself takes the time from the input event to the message that the results are there. */
async function measureWarm(tab: import('playwright').Page, query: string): Promise<number> {
  return tab.evaluate(async (word) => {
    const input = document.querySelector<HTMLInputElement>('site-search input')
    const status = document.querySelector('site-search [role=status]')
    if (!input || !status) throw new Error('The page has no search.')
    const times: number[] = []
    for (let round = 0; round < 5; round++) {
      for (let length = 3; length <= word.length; length++) {
        const typed = word.slice(0, length)
        const begun = performance.now()
        input.value = typed
        input.dispatchEvent(new InputEvent('input', { bubbles: true }))
        while (!status.textContent?.includes(`“${typed.trim()}”`)) await new Promise((done) => setTimeout(done))
        // The first round loads pieces of the index that later ones have.
        if (round > 0) times.push(performance.now() - begun)
      }
    }
    return times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0
  }, query)
}
