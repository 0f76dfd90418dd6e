import { cpSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { FileSystemConfigLoader, HtmlValidate } from 'html-validate'
import { expect, type Page, test } from 'playwright/test'
import { checkEpub } from '../../src/testing/check-epub.ts'
import { coveredOn, overflowsOn } from '../access/widths.ts'
import { singleFileOf } from '../offline/files.ts'
import { barriersOf } from '../support/barriers.ts'
import { FileServer } from '../support/file-server.ts'
import { htmlOf, pagesOf, project, type Site, seriesOf } from '../support/sites.ts'
import { build } from './builds.ts'

// The whole of the tiny series in a language of the other direction too; `translations.spec.ts` has a small one every day.

test.describe.configure({ mode: 'serial' })

const languages = [
  {
    language: 'de',
    dir: 'ltr',
    name: 'Deutsch',
    title: 'Die Wärter des Lichts von Lamna',
    asked: 'Wärtern',
    only: 'Rüböl',
    alone: 'Deutsch.',
  },
  { language: 'ar', dir: 'rtl', name: 'العربية', title: 'حُرّاس منارة لامنا', asked: 'الحراس', only: 'السلجم', alone: 'العربية.' },
] as const
const pages = ['', 'the-lamp/', 'the-watch/', 'notes/', 'glossary/', 'glossary/keepers-guild/', 'timeline/', 'places/', 'the-lamp/beside/']

let server: FileServer
let whole: Site
const siteIn = (language: string): Site => ({
  name: language,
  folder: join(whole.folder, language),
  address: `${server.address}/${language}`,
})

test.beforeAll(async ({ browserName: _ }, testInfo) => {
  test.setTimeout(1_800_000)
  const [content, folder] = [testInfo.outputPath('content'), testInfo.outputPath('site')]
  cpSync(join(project, 'e2e/tiny-series'), content, { recursive: true })
  cpSync(join(project, 'e2e/tiny-translations'), join(content, 'translations'), { recursive: true })
  const { code, output } = await build(content, folder).done
  expect(code, output).toBe(0)
  server = await new FileServer(folder).start()
  whole = { name: 'in three languages', folder, address: server.address }
})
test.afterAll(() => server?.stop())

for (const { language, dir, name, title, asked, only, alone } of languages) {
  test(`every page is there in ${name}, with the places of the original, and is valid`, async () => {
    const site = siteIn(language)
    const own = pagesOf(whole).filter((path) => !/^\/(?:de|ar)\//u.test(path))
    expect(pagesOf(site).filter((path) => !path.endsWith('/beside/'))).toEqual(own)
    for (const part of ['/the-lamp/', '/the-watch/']) {
      const idsIn = (html: string) => [...html.matchAll(/ id="((?:p|note|ref)-[^"]*)"/gu)].map(([, id]) => id)
      expect(idsIn(htmlOf(site, part))).toEqual(idsIn(htmlOf(whole, part)))
    }
    const validator = new HtmlValidate(new FileSystemConfigLoader())
    for (const path of pagesOf(site)) {
      expect(htmlOf(site, path), path).toMatch(new RegExp(`<html (?:[^>]* )?lang="${language}"${dir === 'rtl' ? ' dir="rtl"' : ''}`, 'u'))
      const { results } = await validator.validateFile(join(site.folder, path, path.endsWith('/') ? 'index.html' : ''))
      expect(results.flatMap(({ messages }) => messages.map(({ message }) => `${path}: ${message}`))).toEqual([])
    }
  })

  test(`the books in ${name} say their language and are sound`, () => {
    const site = siteIn(language)
    expect(seriesOf(site).title).toBe(title)
    const downloads = join(site.folder, 'downloads')
    const epub = readdirSync(downloads).find((file) => file.endsWith('.epub')) ?? ''
    const { mistakes, files } = checkEpub(readFileSync(join(downloads, epub)))
    expect(mistakes).toEqual([])
    const [, opf] = [...files].find(([path]) => path.endsWith('.opf')) ?? []
    const said = Buffer.from(opf ?? []).toString()
    expect(said).toContain(`<dc:language>${language}</dc:language>`)
    expect(said).toContain(title)
    expect(/page-progression-direction="rtl"/u.test(said)).toBe(dir === 'rtl')
    expect(readdirSync(downloads).filter((file) => file.endsWith('.pdf')).length).toBeGreaterThan(1)
  })

  test(`nothing stands in a reader’s way in ${name}, on the widest and the narrowest page`, async ({ page }) => {
    for (const width of [1440, 360]) {
      await page.setViewportSize({ width, height: 800 })
      for (const path of pages) {
        await page.goto(`${server.address}/${language}/${path}`)
        expect(await page.evaluate(() => document.documentElement.scrollWidth), `${path} at ${width}`).toBeLessThanOrEqual(width)
        expect(await barriersOf(page)).toEqual([])
      }
      await page.goto(`${server.address}/${language}/search/?q=${encodeURIComponent(asked)}`)
      await expect(page.locator('[data-search-results] a').first()).toBeVisible()
      expect(await barriersOf(page)).toEqual([])
    }
    expect(await coveredOn(page, `${server.address}/${language}`)).toEqual([])
    const paths = [...pages, 'sources/', 'about/'].map((path) => `/${path}`)
    expect(await overflowsOn(page, siteIn(language), paths)).toEqual([])
  })

  test(`what is only in ${name} is found there, and from the original`, async ({ page }) => {
    await page.goto(`${server.address}/${language}/search/?q=${encodeURIComponent(only)}`)
    await expect(page.locator('[data-search-results] mark').first()).toContainText(only)
    await page.goto(`${server.address}/search/?q=${encodeURIComponent(only)}`)
    await expect(page.locator(`[data-search-results][lang=${language}][dir=${dir}] mark`).first()).toContainText(only)
    await expect(page.locator('site-search [role=status]')).toContainText('Found only in other languages.')
  })

  test(`the single file in ${name} is whole, and says that it is searched alone`, async ({ page }) => {
    await page.goto(pathToFileURL(singleFileOf(siteIn(language))).href)
    await expect(page.locator('html')).toHaveAttribute('lang', language)
    await expect(page).toHaveTitle(new RegExp(title, 'u'))
    await expect(page.locator('language-switch')).toHaveCount(0)
    await search(page, asked)
    await expect(page.locator('[data-search-results] a').first()).toBeVisible()
    await expect(page.locator('.search-results')).toContainText(alone)
    await expect(page.locator('.search-results [data-choice^="languages-"]')).toHaveCount(0)
    const lost = await page.evaluate(() =>
      [...document.querySelectorAll('a[href^="#"]')]
        .map((link) => decodeURIComponent(link.getAttribute('href')?.slice(1) ?? ''))
        .filter((id) => id && !document.getElementById(id)),
    )
    expect(lost).toEqual([])
  })
}

test('a language is kept for offline by itself, and searched there', async ({ page }) => {
  const alone = await new FileServer(whole.folder).start()
  await page.goto(`${alone.address}/ar/`)
  await page.locator('main keep-offline button').first().click()
  await expect(page.locator('main keep-offline [role=status]')).toContainText('م.ب', { timeout: 120_000 })
  await alone.stop()
  await page.goto(`${alone.address}/ar/the-lamp/`)
  await expect(page.locator('h1')).toContainText('من يحرس الضوء؟')
  await page.goto(`${alone.address}/ar/search/?q=${encodeURIComponent('السلجم')}`)
  await expect(page.locator('[data-search-results] mark').first()).toContainText('السلجم')
  // What cannot be reached is named, once nothing else is found.
  await search(page, 'colza')
  await expect(page.locator('site-search [role=status]')).toContainText('English')
})

/** Asks in the box that the page has, be it one that opens. */
async function search(page: Page, query: string) {
  if (!(await page.locator('site-search input').isVisible())) await page.keyboard.press('/')
  await page.locator('site-search input').fill(query)
}
