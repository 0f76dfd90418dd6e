import { expect, test } from 'playwright/test'
import { filesOf, htmlOf, pagesOf, type Site, seriesOf } from '../support/sites.ts'
import { build } from './builds.ts'
import { expectBriefLog, layLongSeries, recordLedger } from './many-parts.ts'

const parts = 200

test('a series of many parts, the site alone: what is not made is not offered, and little is printed', async ({
  browserName: _,
}, testInfo) => {
  const content = testInfo.outputPath('content')
  const site: Site = { name: 'many parts', folder: testInfo.outputPath('site'), address: '' }
  layLongSeries(content, { parts, words: 60, notes: 1 })
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
})
