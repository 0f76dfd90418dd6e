import { chromium } from 'playwright'
import { DevServer } from '../e2e/builds/dev-server.ts'
import { browserArguments, findWholeBrowser } from '../e2e/support/browser.ts'

// How long it takes from saving a part until the page in Chromium shows the edit: bench/edit.ts [edits] [part].
const [edits = 20, part = 'part-2'] = [Number(process.argv[2] ?? 20), process.argv[3] ?? 'part-2']
const server = await new DevServer('content', Number(process.env.PAMPHLET_TEST_PORT ?? 4401) + 8).start()
const executablePath = findWholeBrowser()
const browser = await chromium.launch({ args: browserArguments, ...(executablePath && { executablePath }) })
const page = await browser.newPage()
await page.goto(`${server.address}/${part}/`, { waitUntil: 'networkidle' })
const path = `parts/${part}.mdx`
const original = server.read(path)
const times: number[] = []
for (let i = 0; i < edits; i++) {
  const word = `edited${i}`
  const shown = page.waitForFunction((text) => document.querySelector('article')?.textContent?.includes(text), word, { polling: 5 })
  const start = performance.now()
  server.write(path, original.replace(/(?<=\n\n[A-Z][a-z]+ )/u, `${word} `))
  await shown
  times.push(performance.now() - start)
  await page.waitForTimeout(700)
}
times.sort((a, b) => a - b)
const at = (share: number) => Math.round(times[Math.floor(share * (times.length - 1))] ?? 0)
console.warn(`${part}: ${edits} edits, from the file saved to the page changed: median ${at(0.5)} ms, least ${at(0)} ms, most ${at(1)} ms`)
await browser.close()
await server.stop()
