import { expect, test } from 'playwright/test'
import { keepOffline, openBrowser } from '../offline/browser.ts'
import { FileServer } from '../support/file-server.ts'
import { filesOf, htmlOf, pagesOf, type Site, seriesOf, tinySite } from '../support/sites.ts'
import { build } from './builds.ts'
import { expectBriefLog, layLongSeries, recordLedger } from './many-parts.ts'

// The second is given what the first built.
test.describe.configure({ mode: 'serial' })

const parts = 200
let site: Site

test('a series of many parts, the site alone: what is not made is not offered, and little is printed', async ({
  browserName: _,
}, testInfo) => {
  const content = testInfo.outputPath('content')
  site = { name: 'many parts', folder: testInfo.outputPath('site'), address: '' }
  layLongSeries(content, { parts, words: 60, notes: 1 })
  recordLedger(content)
  const circumstances = { PAMPHLET_EDITIONS: 'web', PAMPHLET_OFFLINE: 'off' }
  const { code, output } = await build(content, site.folder, { circumstances }).done
  expect(code, output).toBe(0)
  expectBriefLog(output, parts)

  expect(seriesOf(site).parts).toHaveLength(parts)
  expect(filesOf(site).filter((path) => /^\/downloads\/(?!index)|\.pdf$|\.md$|llms\.txt|\/embedded\//u.test(path))).toEqual([])
  expect(htmlOf(site, '/downloads/')).not.toMatch(/data-download|SHA-256/u)
  for (const page of pagesOf(site)) expect(htmlOf(site, page), page).not.toMatch(/href="[^"]*\.(?:pdf|epub|zip)"/u)
  // The head of a page does not name every part.
  const [head = ''] = htmlOf(site, '/part-0001/').split('</header>')
  expect(head.match(/part-00/gu) ?? []).toHaveLength(0)
})

test('a site that is built with the keeping switched off frees the devices of its readers', async ({ browserName: _ }, testInfo) => {
  const server = await new FileServer(tinySite.folder).start()
  const browser = await openBrowser(testInfo.outputPath('profile'))
  const page = await browser.newPage()
  await keepOffline(page, server.address)

  server.folder = site.folder
  // The browser looks for a new worker at the visit, and the visit after it finds none.
  await page.goto(`${server.address}/about/`)
  await expect
    .poll(() => page.evaluate(async () => [(await navigator.serviceWorker.getRegistrations()).length, (await caches.keys()).length]))
    .toEqual([0, 0])
  const response = await page.goto(`${server.address}/downloads/`)
  expect(response?.fromServiceWorker()).toBe(false)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Save for offline' })).toHaveCount(0)
  await browser.close()
  await server.stop()
})
