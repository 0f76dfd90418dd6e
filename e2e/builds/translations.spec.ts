import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { FileSystemConfigLoader, HtmlValidate } from 'html-validate'
import { expect, test } from 'playwright/test'
import { miniature, partWith } from '../../src/testing/miniature.ts'
import { barriersOf } from '../support/barriers.ts'
import { FileServer } from '../support/file-server.ts'
import { htmlOf, pagesOf, project, type Site } from '../support/sites.ts'
import { build } from './builds.ts'

const german = readFileSync(join(project, 'src/diagnostics/fixtures/translation-behind/translations/de/parts/one.mdx'), 'utf8')
const second = `It burned on <CalendarDate gregorian="1899-03-02" year/>.\n\n${'It burned all night. '.repeat(60)}`

test('a series in two languages: every page in each, the same places, and what is not translated in the original', async ({
  page,
}, testInfo) => {
  test.setTimeout(300_000)
  const content = testInfo.outputPath('content')
  const more = {
    'parts/two.mdx': partWith(second, 2).replace('title: The lamp', 'title: The night'),
    'translations/de/parts/one.mdx': german,
    'translations/de/series.yaml': 'title: Die Wärter des Lichts\n',
  }
  const series = (await miniature()).find(({ path }) => path === 'series.yaml')?.text.replace('parts: [one]', 'parts: [one, two]')
  for (const { path, text } of await miniature({ ...more, 'series.yaml': series ?? null })) {
    mkdirSync(dirname(join(content, path)), { recursive: true })
    writeFileSync(join(content, path), text)
  }
  const site: Site = { name: 'languages', folder: testInfo.outputPath('site'), address: '' }
  const circumstances = { SITE_URL: 'https://light.example/keepers/', PAMPHLET_EDITIONS: 'web' }
  const { code, output } = await build(content, site.folder, { circumstances }).done
  expect(code, output).toBe(0)

  const idsOn = (path: string) => [...htmlOf(site, path).matchAll(/ id="((?:p|note|ref)-[^"]*|the-oil)"/gu)].map(([, id]) => id)
  expect(idsOn('/de/one/')).toEqual(idsOn('/one/'))
  expect(idsOn('/one/').length).toBeGreaterThan(8)
  const own = pagesOf(site).filter((path) => !path.startsWith('/de/'))
  const beside = '/de/one/beside/'
  expect(pagesOf(site).filter((path) => path.startsWith('/de/') && path !== beside)).toEqual(own.map((path) => `/de${path}`))
  for (const path of pagesOf(site)) {
    const links = [...htmlOf(site, path).matchAll(/<a href="([^"]*)" hreflang/gu)].map(
      ([, href = '']) => new URL(href, `https://a.test${path}`).pathname,
    )
    for (const link of links) expect(existsSync(join(site.folder, link, 'index.html')), `${path} → ${link}`).toBe(true)
  }
  expect(htmlOf(site, '/one/')).toContain('hreflang="de" href="https://light.example/keepers/de/one/"')
  expect(readFileSync(join(site.folder, 'de/sitemap-0.xml'), 'utf8')).toContain(
    'hreflang="en-GB" href="https://light.example/keepers/one/"',
  )
  expect(readFileSync(join(site.folder, 'sitemap-index.xml'), 'utf8')).toContain('<loc>https://light.example/keepers/sitemap-0.xml</loc>')
  expect(readFileSync(join(site.folder, 'robots.txt'), 'utf8')).toContain('https://light.example/keepers/de/sitemap-index.xml')

  const shown = htmlOf(site, '/de/two/')
  expect(shown).toContain('im Original: Englisch')
  expect(shown).toContain('<link rel="canonical" href="https://light.example/keepers/two/">')
  expect(shown).toMatch(/<margin-notes class="part-text" lang="en-GB"/u)
  expect(shown).toContain('2 March 1899')
  expect(htmlOf(site, '/de/one/')).not.toContain('im Original')

  expect(htmlOf(site, '/de/one/')).toContain('<a href="beside/">Mit dem Original daneben</a>')
  for (const path of ['/one/', '/de/two/']) expect(htmlOf(site, path)).not.toContain('beside/')
  expect(htmlOf(site, beside)).toContain('<link rel="canonical" href="https://light.example/keepers/de/one/">')
  expect(htmlOf(site, beside)).toContain('<meta name="robots" content="noindex">')
  expect(readFileSync(join(site.folder, 'de/sitemap-0.xml'), 'utf8')).not.toContain('beside')
  const linksOfTexts = [...htmlOf(site, beside).matchAll(/<div class="text".*?<\/div>/gsu)].flatMap(([text]) =>
    [...text.matchAll(/(?:href|src)="([^"#]+)(?:#([^"]*))?"/gu)].map(([, path = '', id]) => ({ path, id })),
  )
  expect(linksOfTexts.length).toBeGreaterThan(10)
  for (const { path, id } of linksOfTexts) {
    const { pathname } = new URL(path, `https://a.test${beside}`)
    expect(existsSync(join(site.folder, pathname.replace(/\/$/u, '/index.html'))), pathname).toBe(true)
    if (id) expect(htmlOf(site, pathname), `${pathname}#${id}`).toContain(`id="${id}"`)
  }
  const validator = new HtmlValidate(new FileSystemConfigLoader())
  for (const path of ['one', 'de/one', 'de/one/beside', 'de/two', 'de']) {
    const { results } = await validator.validateFile(join(site.folder, path, 'index.html'))
    expect(results.flatMap(({ messages }) => messages.map(({ message }) => message))).toEqual([])
  }

  const server = await new FileServer(site.folder).start()
  const { address } = server
  await page.goto(`${address}/de/one/#note-oil-ration`)
  // The styles of the switch stand first on the page, and must not put the layers in another order.
  const colours = await page
    .locator('.part-header')
    .evaluate((slab) => [slab, ...slab.querySelectorAll('a')].map((one) => getComputedStyle(one).color))
  expect(colours.length).toBeGreaterThan(1)
  expect(new Set(colours).size).toBe(1)
  await page.locator('language-switch a').evaluate((link: HTMLElement) => link.focus({ preventScroll: true }))
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(`${address}/one/#note-oil-ration`)

  await page.setViewportSize({ width: 1440, height: 900 })
  await page.goto(address + beside)
  const rows = () =>
    page.locator('.pair:has([data-side])').evaluateAll((all) =>
      all.map((row) =>
        [...row.children].map((side) => {
          const { left, top } = side.getBoundingClientRect()
          return { lang: (side as HTMLElement).lang, id: side.querySelector('[id]')?.id.replace('original-', ''), left, top }
        }),
      ),
    )
  const wide = await rows()
  expect(wide.length).toBeGreaterThan(4)
  for (const [theirs, ours] of wide) {
    expect([theirs?.lang, ours?.lang]).toEqual(['en-GB', 'de'])
    expect(theirs?.id).toBe(ours?.id)
    expect(theirs?.top).toBe(ours?.top)
    expect(theirs?.left).toBeLessThan(ours?.left ?? 0)
  }
  expect(await barriersOf(page)).toEqual([])
  await page.setViewportSize({ width: 360, height: 740 })
  for (const [theirs, ours] of await rows()) {
    expect(theirs?.left).toBe(ours?.left)
    expect(theirs?.top).toBeLessThan(ours?.top ?? 0)
  }
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)

  await page.setViewportSize({ width: 1440, height: 900 })
  await page.goto(`${address}/de/search/?q=W%C3%A4rtergilde`)
  const results = page.locator('[data-search-results] a')
  const status = page.locator('site-search [role=status]')
  const paths = () => results.evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).pathname))
  await expect(results.first()).toHaveAttribute('href', new RegExp(`^${address}/de/`, 'u'))
  expect((await paths()).filter((path) => !path.startsWith('/de/'))).toEqual([])
  // What only the original has is found without being asked for, by its stems, and the choice opens both.
  await page.getByRole('searchbox').fill('burning')
  await expect(status).toContainText('Nur in anderen Sprachen gefunden.')
  await expect(page.getByRole('heading', { name: /^English: /u }).first()).toBeVisible()
  await expect(page.locator('ol[data-search-results][lang="en-GB"] mark').first()).toContainText(/burn/iu)
  expect((await paths()).filter((path) => path.startsWith('/de/'))).toEqual([])
  await page.getByRole('searchbox').fill('Vardas')
  await expect(status).toContainText('„Vardas“')
  expect((await paths()).filter((path) => !path.startsWith('/de/'))).toEqual([])
  await page.getByRole('button', { name: 'Alle Sprachen' }).click()
  await expect(page.locator('ol[data-search-results][lang="en-GB"] a').first()).toBeVisible()
  await expect(page.getByRole('button', { name: 'Alle Sprachen' })).toHaveAttribute('aria-pressed', 'true')
  expect(new URL(page.url()).searchParams.get('languages')).toBe('all')
  expect(await barriersOf(page)).toEqual([])
  await page.reload()
  await expect(page.locator('ol[data-search-results][lang="en-GB"] a').first()).toBeVisible()
  await page.goBack()
  await expect(page.getByRole('button', { name: 'Deutsch' })).toHaveAttribute('aria-pressed', 'true')
  await page.goto(`${address}/search/?q=W%C3%A4rtern&languages=all`)
  await expect(page.locator(`ol[data-search-results][lang="de"] a[href^="${address}/de/one/"]`).first()).toBeVisible()
  await server.stop()
})
