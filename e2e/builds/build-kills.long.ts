import { expect, test } from 'playwright/test'
import { killBuilds, smallManuscript } from './build-kills.ts'
import { build } from './builds.ts'

test('a build that is killed fifty times, each time at another moment, leaves a whole site fifty times', async ({
  browserName: _,
}, testInfo) => {
  test.setTimeout(3_600_000)
  const [content, site] = [smallManuscript(testInfo.outputPath('content')), testInfo.outputPath('site')]
  const started = Date.now()
  expect((await build(content, site).done).code).toBe(0)
  await killBuilds(content, site, Date.now() - started, 50)
})
