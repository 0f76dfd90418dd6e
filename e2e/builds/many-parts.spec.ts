import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'playwright/test'
import { FileServer } from '../support/file-server.ts'
import { filesOf, htmlOf, pagesOf, type Site, seriesOf } from '../support/sites.ts'
import { build } from './builds.ts'
import { expectBriefLog, layLongSeries, recordLedger } from './many-parts.ts'

const parts = 200

test('a series of many parts, the site alone: what is not made is not offered, and little is printed', async ({ page: tab }, testInfo) => {
  const content = testInfo.outputPath('content')
  const site: Site = { name: 'many parts', folder: testInfo.outputPath('site'), address: '' }
  layLongSeries(content, { parts, words: 60, notes: 1 })
  // More than the pages of a term and a work list.
  const named = 'The <Term id="almanac"/>, <Source id="garrick"/>. '.repeat(3).trim()
  for (const name of readdirSync(join(content, 'parts'))) {
    const part = join(content, 'parts', name)
    writeFileSync(part, readFileSync(part, 'utf8').replace('\n---\n', `\n---\n\n${named}\n`))
  }
  recordLedger(content)
  const { code, output } = await build(content, site.folder, { circumstances: { PAMPHLET_EDITIONS: 'web' } }).done
  expect(code, output).toBe(0)
  expectBriefLog(output, parts)

  expect(seriesOf(site).parts).toHaveLength(parts)
  expect(filesOf(site).filter((path) => /^\/downloads\/(?!index)|\.pdf$|\.md$|llms\.txt|\/embedded\//u.test(path))).toEqual([])
  expect(htmlOf(site, '/downloads/')).not.toMatch(/data-download|SHA-256/u)
  for (const page of pagesOf(site)) expect(htmlOf(site, page), page).not.toMatch(/href="[^"]*\.(?:pdf|epub|zip)"/u)
  // The head of a page does not name every part.
  const [head = ''] = htmlOf(site, '/part-0001/').split('</header>')
  expect(head.match(/part-00/gu) ?? []).toHaveLength(0)

  // A term that is mentioned often names the parts, a hundred at a time, and each leads to what stands there; a work does, too.
  const lists = [
    { entry: '/glossary/almanac/', id: 'mentioned-in-part' },
    { entry: '/sources/garrick/', id: 'cited-in-part' },
  ]
  for (const { entry, id } of lists) {
    const groups = [...htmlOf(site, entry).matchAll(/<a href="in\/(\d+)\/">([^<]+)<\/a>/gu)].map(([, number, name]) => [number, name])
    expect(groups).toHaveLength(parts / 100)
    expect(groups[1]).toEqual(['101', 'Part 101–200'])
    expect(htmlOf(site, entry)).not.toContain('part-0130/#')
    const page = htmlOf(site, `${entry}in/101/`)
    expect(page).toMatch(new RegExp(`id="${id}-130"[\\s\\S]*?href="\\.\\./\\.\\./\\.\\./\\.\\./part-0130/#p-`, 'u'))
    expect(page).not.toMatch(/part-0(?:100|201)\/#/u)
    expect(page).toMatch(/rel="prev" href="\.\.\/1\/"[\s\S]*Part 1–100/u)
  }
  // Who was told where a part cites the work comes to the line that leads there.
  expect(htmlOf(site, '/sources/garrick/')).toMatch(/<li>(?:(?!<\/li>)[\s\S])*id="cited-in-part-130"(?:(?!<\/li>)[\s\S])*href="in\/101\/"/u)

  // Whoever turns to the menu of so many parts finds all of them.
  const server = await new FileServer(site.folder).start()
  try {
    await tab.goto(`${server.address}/search/?q=almanac`)
    const menu = tab.getByRole('combobox', { name: 'Part' })
    await menu.focus()
    await expect(menu.getByRole('option')).toHaveCount(1 + parts)
    await menu.selectOption('30')
    await expect(tab).toHaveURL(/\?q=almanac&part=30$/u)
    await expect(tab.getByRole('status').filter({ hasText: '“almanac”' })).toHaveText(/^\d results? /u)
    await expect(menu).toHaveValue('30')
  } finally {
    await server.stop()
  }
})
