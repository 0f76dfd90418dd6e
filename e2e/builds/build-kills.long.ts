import { test } from 'playwright/test'
import { killBuilds } from './build-kills.ts'

test('a build that is killed fifty times, each time at another moment, leaves a whole site fifty times', async ({ browserName: _ }, testInfo) => {
  test.setTimeout(3_600_000)
  await killBuilds(testInfo.outputPath(), 50)
})
