import { expect, test } from 'playwright/test'
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
