import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'playwright/test'
import { wordsOf } from '../../src/locales/words.ts'
import { overflowsOn } from '../access/widths.ts'
import { barriersOf } from '../support/barriers.ts'
import { FileServer } from '../support/file-server.ts'
import type { Site } from '../support/sites.ts'
import { build } from './builds.ts'
import { occurrences, samples, seriesInEveryLanguage } from './every-language.ts'

test.describe.configure({ mode: 'serial' })

let server: FileServer

test.beforeAll(async ({ browserName: _ }, testInfo) => {
  test.setTimeout(1_800_000)
  const [content, folder] = [testInfo.outputPath('content'), testInfo.outputPath('site')]
  for (const [path, text] of Object.entries(seriesInEveryLanguage())) {
    mkdirSync(dirname(join(content, path)), { recursive: true })
    writeFileSync(join(content, path), text)
  }
  const { code, output } = await build(content, folder, { circumstances: { PAMPHLET_EDITIONS: 'web' } }).done
  expect(code, output).toBe(0)
  server = await new FileServer(folder).start()
})
test.afterAll(() => server?.stop())

for (const [language, { title, words }] of Object.entries(samples))
  test(`a reader is told how much is found, in the forms of the language, and nothing runs out of a window: ${language}`, async ({
    page,
  }) => {
    const address = `${server.address}${language === 'en' ? '' : `/${language}`}`
    const site: Site = { name: language, folder: '', address }
    const said = wordsOf({ language })
    for (const [i, query] of words.entries()) {
      await page.goto(`${address}/search/?q=${encodeURIComponent(query)}`)
      const status = page.locator('site-search [role=status]')
      await expect(status).toHaveText(said.count('search.results', occurrences[i] ?? 0, { query }))
    }
    expect(await barriersOf(page)).toEqual([])
    await page.getByRole('searchbox').fill('qqqxyz')
    await expect(page.locator('site-search [role=status]')).toContainText(said.say('search.nothing', { query: 'qqqxyz' }))
    expect(await overflowsOn(page, site, ['/', '/one/', '/glossary/', '/notes/', '/downloads/', '/search/'])).toEqual([])
    await page.goto(`${address}/`)
    await expect(page.getByRole('heading', { level: 1 })).toContainText(title)
  })
