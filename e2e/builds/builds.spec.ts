import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'playwright/test'
import { project } from '../support/sites.ts'
import { killBuilds, smallManuscript } from './build-kills.ts'
import { build, fingerprintOf } from './builds.ts'

// Each of these is given what the one before it built.
test.describe.configure({ mode: 'serial' })

let content: string
let site: string
/** How long a build takes, in milliseconds. */
let usual: number

test('of two builds at once the second waits for the first and says so', async ({ browserName: _ }, testInfo) => {
  content = smallManuscript(testInfo.outputPath('content'))
  site = testInfo.outputPath('one')
  const started = Date.now()
  const builds = ['one', 'other'].map((name) => build(content, testInfo.outputPath(name)).done)
  const [one, other] = await Promise.all(builds)
  usual = (Date.now() - started) / 2
  expect([one?.code, other?.code]).toEqual([0, 0])
  expect(`${one?.output}${other?.output}`.split('Another build is running')).toHaveLength(2)
  expect(fingerprintOf(site)).toEqual(fingerprintOf(testInfo.outputPath('other')))
})

test('a build that meets a full disk leaves the last site whole and nothing of its own', async () => {
  const before = fingerprintOf(site)
  // No file may be larger than 300 kB: the system answers as it does when there is no room.
  const { process: child, done } = build(content, site, { limits: 'ulimit -f 300' })
  const { code, output } = await done
  expect(code, output).not.toBe(0)
  expect(output).toMatch(/EFBIG|file too large/iu)
  expect(fingerprintOf(site)).toEqual(before)
  expect(readdirSync(join(project, '.pamphlet'))).not.toContain(`build-${child.pid}`)
})

test('a build that is killed leaves the last site whole, and the next build succeeds', () => killBuilds(content, site, usual, 2))
