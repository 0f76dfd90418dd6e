import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'playwright/test'
import { project } from '../support/sites.ts'
import { killBuilds, smallManuscript } from './build-kills.ts'
import { build, fingerprintOf } from './builds.ts'
import { expectAsFromNothing } from './edited-manuscript.ts'

// Each of these is given what the one before it built.
test.describe.configure({ mode: 'serial' })

let content: string
let site: string
/** How long a build takes, in milliseconds. */
let usual: number

test('of two builds at once the second waits, and in another folder, time zone and locale it is the same to the byte', async ({
  browserName: _,
}, testInfo) => {
  // Signs that mean something in an address, which Vite takes paths for.
  const picture = 'Башня #1? 50% (a).svg'
  const started = Date.now()
  const builds = [
    { folder: 'content', circumstances: { TZ: 'Pacific/Kiritimati', LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8' } },
    { folder: 'Лампа № 2 #1? 50% %41', circumstances: { TZ: 'America/Los_Angeles', LC_ALL: 'C', LANG: 'C' } },
  ].map(({ folder, circumstances }) => {
    const manuscript = smallManuscript(testInfo.outputPath(folder))
    renameSync(join(manuscript, 'pictures/tower.svg'), join(manuscript, 'pictures', picture))
    const part = join(manuscript, 'parts/one.mdx')
    writeFileSync(part, readFileSync(part, 'utf8').replace('tower.svg', picture))
    return build(manuscript, testInfo.outputPath(`${folder} site`), { circumstances })
  })
  const [one, other] = await Promise.all(builds.map(({ done }) => done))
  usual = (Date.now() - started) / 2
  content = testInfo.outputPath('content')
  site = testInfo.outputPath('content site')
  expect([one?.code, other?.code], `${one?.output}${other?.output}`).toEqual([0, 0])
  expect(`${one?.output}${other?.output}`.split('Another build is running')).toHaveLength(2)
  const fingerprint = fingerprintOf(site)
  expect(fingerprintOf(testInfo.outputPath('Лампа № 2 #1? 50% %41 site'))).toEqual(fingerprint)
  expect(Object.keys(fingerprint)).toContainEqual(expect.stringMatching(/Башня.*\.svg$/u))
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

test('after all these edits the site, built from what was kept, is what is built from nothing', ({ browserName: _ }, testInfo) =>
  expectAsFromNothing(content, site, testInfo.outputPath('from nothing')))
