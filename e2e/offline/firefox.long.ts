import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'playwright/test'
import { findFirefox } from '../support/browser.ts'
import { Firefox } from '../support/firefox.ts'
import { pagesOf, realSite, seriesOf, tinySite } from '../support/sites.ts'
import { singleFileOf, unpack } from './files.ts'
import { queries } from './queries.ts'

// One Firefox for all of these.
test.describe.configure({ mode: 'serial' })

let firefox: Firefox

test.beforeAll(async ({ browserName: _ }, testInfo) => {
  const program = findFirefox()
  if (!program) throw new Error('There is no Firefox on this machine: node e2e/support/install-browser.ts firefox')
  firefox = await Firefox.open(program, testInfo.outputPath('profile'))
})

test.afterAll(() => firefox?.close())

test('Firefox with its strict rules for files reaches every page of the folder, and nothing goes wrong', async ({ browserName: _ }) => {
  const folder = unpack(tinySite)
  const start = pathToFileURL(join(folder, 'index.html')).href
  await firefox.goto(start)
  const reached = new Set([start])
  for (const url of reached) {
    await firefox.goto(url)
    const links = await firefox.evaluate<string[]>(
      // The files for reference managers are no pages.
      `[...document.links].filter(({ protocol, pathname }) => protocol === 'file:' && pathname.endsWith('.html')).map(({ href }) => href.replace(/#.*$/u, ''))`,
    )
    for (const link of links) reached.add(link)
    const faces = await firefox.evaluate<number>(
      `document.fonts.ready.then(() => [...document.fonts].filter(({ status }) => status === 'loaded').length)`,
    )
    expect(faces, `${url} has its faces`).toBeGreaterThan(0)
  }
  // Pages that are gone are there for old links alone.
  const gone = seriesOf(tinySite).retiredPages.map(({ href }) => href)
  const pages = pagesOf(tinySite).filter((path) => path !== '/404.html' && !gone.includes(path))
  expect([...reached].sort()).toEqual(pages.map((path) => pathToFileURL(join(folder, path, 'index.html')).href).sort())
  expect(firefox.offences).toEqual([])
})

test('Firefox finds in the folder and in the single file what is there', async () => {
  firefox.offences.length = 0
  const search = pathToFileURL(join(unpack(realSite), 'search/index.html')).href
  for (const { query, kind } of queries) {
    await firefox.goto(`${search}?q=${encodeURIComponent(query)}`)
    await expect
      .poll(() => firefox.evaluate(`document.querySelector('[data-search-results] > li[data-kind=${kind}]') !== null`), { message: query })
      .toBe(true)
  }
  await firefox.goto(pathToFileURL(singleFileOf(realSite)).href)
  const [{ query, kind }] = queries
  await firefox.evaluate(`document.querySelector('.search-link').click()`)
  await firefox.evaluate(
    `(() => { const box = document.querySelector('search-dialog input'); box.value = ${JSON.stringify(query)}; box.dispatchEvent(new Event('input', { bubbles: true })) })()`,
  )
  await expect
    .poll(() =>
      firefox.evaluate(
        `document.querySelector('[data-search-results] > li[data-kind=${kind}] a')?.getAttribute('href')?.includes('#page-')`,
      ),
    )
    .toBe(true)
  expect(firefox.offences).toEqual([])
})

test('Firefox shows the single file with its faces, and its fragments lead where they should', async () => {
  firefox.offences.length = 0
  const address = pathToFileURL(singleFileOf(realSite)).href
  await firefox.goto(address)
  expect(
    await firefox.evaluate<number>(
      `document.fonts.ready.then(() => [...document.fonts].filter(({ status }) => status === 'loaded').length)`,
    ),
  ).toBeGreaterThan(0)
  const targets = await firefox.evaluate<string[]>(`[...document.querySelectorAll('[role=doc-noteref]')].map(({ hash }) => hash)`)
  for (const target of targets.slice(0, 5)) {
    await firefox.goto(`${address}${target}`)
    const top = await firefox.evaluate<number>(`document.querySelector(':target').getBoundingClientRect().top`)
    expect(top, target).toBeGreaterThanOrEqual(0)
    expect(top, target).toBeLessThan(await firefox.evaluate<number>('innerHeight'))
  }
  expect(firefox.offences).toEqual([])
})

test('Firefox has the rules for files that readers have: the tests above would prove nothing with others', async ({ browserName: _ }) => {
  await firefox.goto(pathToFileURL(join(unpack(tinySite), 'index.html')).href)
  expect(await firefox.evaluate(`fetch('about/index.html').then(() => 'lax', () => 'strict')`)).toBe('strict')
})
