import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'playwright/test'
import { project } from '../support/sites.ts'
import { killBuilds, smallManuscript } from './build-kills.ts'
import { build, fingerprintOf } from './builds.ts'

test('a build that is killed leaves the last site whole, and the next build succeeds', async ({ browserName: _ }, testInfo) => {
  await killBuilds(testInfo.outputPath(), 2)
})

test('of two builds at once the second waits for the first and says so', async ({ browserName: _ }, testInfo) => {
  const content = smallManuscript(testInfo.outputPath('content'))
  const builds = ['one', 'other'].map((name) => build(content, testInfo.outputPath(name)).done)
  const [one, other] = await Promise.all(builds)
  expect([one?.code, other?.code]).toEqual([0, 0])
  expect(`${one?.output}${other?.output}`.split('Another build is running')).toHaveLength(2)
  expect(fingerprintOf(testInfo.outputPath('one'))).toEqual(fingerprintOf(testInfo.outputPath('other')))
})

test('a build that meets a full disk leaves the last site whole and nothing of its own', async ({ browserName: _ }, testInfo) => {
  test.skip(process.platform === 'win32', 'the limit is set by a shell of Unix')
  const content = smallManuscript(testInfo.outputPath('content'))
  const site = testInfo.outputPath('site')
  expect((await build(content, site).done).code).toBe(0)
  const before = fingerprintOf(site)
  // No file may be larger than 300 kB: the system answers as it does when there is no room.
  const { process: child, done } = build(content, site, { limits: 'ulimit -f 300' })
  const { code, output } = await done
  expect(code, output).not.toBe(0)
  expect(output).toMatch(/EFBIG|file too large/iu)
  expect(fingerprintOf(site)).toEqual(before)
  expect(readdirSync(join(project, '.pamphlet'))).not.toContain(`build-${child.pid}`)
})
