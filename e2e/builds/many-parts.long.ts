import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'playwright/test'
import { seriesOf } from '../support/sites.ts'
import { build } from './builds.ts'
import { expectBriefLog, layLongSeries, recordLedger } from './many-parts.ts'

// What `many-parts.spec.ts` asks of two hundred parts, of as many as no archive has yet, with a ledger of a file for each part.
test('a series of a thousand parts with its ledger is built, and again after an edit', async ({ browserName: _ }, testInfo) => {
  test.setTimeout(3_600_000)
  const parts = 1000
  const [content, folder] = [testInfo.outputPath('content'), testInfo.outputPath('site')]
  layLongSeries(content, { parts, words: 150, notes: 2 })
  recordLedger(content)
  expect(readdirSync(join(content, 'permalinks')).length).toBeGreaterThanOrEqual(parts)
  for (const edit of ['', 'A sentence that was added later.']) {
    const part = join(content, 'parts/part-0500.mdx')
    if (edit) writeFileSync(part, readFileSync(part, 'utf8').replace(/\. (?=\p{Lu})/u, `. ${edit} `))
    const { code, output } = await build(content, folder, { circumstances: { PAMPHLET_EDITIONS: 'web' } }).done
    expect(code, output).toBe(0)
    expectBriefLog(output, parts)
    expect(seriesOf({ name: 'a thousand parts', folder, address: '' }).parts).toHaveLength(parts)
    expect(readFileSync(join(folder, 'part-0500/index.html'), 'utf8')).toContain(edit)
  }
})
