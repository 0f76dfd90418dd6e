import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'playwright/test'
import { tinySite } from '../support/sites.ts'
import { smallManuscript } from './build-kills.ts'
import { build } from './builds.ts'
import { editManuscript, expectAsFromNothing } from './edited-manuscript.ts'

// `builds.spec.ts` asks the same once; here after 200 edits, every eighth time.
test('after every edit a site built from what was kept is what is built from nothing', async ({ browserName: _ }, testInfo) => {
  test.setTimeout(7_200_000)
  const [content, site] = [smallManuscript(testInfo.outputPath('content')), testInfo.outputPath('site')]
  for (let turn = 0; turn < 200; turn++) {
    editManuscript(content, turn, 1)
    const { code, output } = await build(content, site).done
    expect(code, output).toBe(0)
    if (turn % 8 === 7) await expectAsFromNothing(content, site, testInfo.outputPath(`from nothing ${turn}`))
  }
})

// `builds.spec.ts` asks the same of a smaller manuscript, of all its files.
test('the tiny series makes the same editions to the byte in any place and time zone', async ({ browserName: _ }, testInfo) => {
  const again = testInfo.outputPath('site')
  const { code, output } = await build('e2e/tiny-series', again, { circumstances: { SITE_URL: tinySite.address, TZ: 'Asia/Tokyo' } }).done
  expect(code, output).toBe(0)
  const files = readdirSync(join(tinySite.folder, 'downloads'))
  expect(files.length).toBeGreaterThan(2)
  for (const file of [...files.map((name) => `downloads/${name}`), 'sw.js'])
    expect(readFileSync(join(again, file)).equals(readFileSync(join(tinySite.folder, file))), file).toBe(true)
})
