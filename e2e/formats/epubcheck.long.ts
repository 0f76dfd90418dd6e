import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'playwright/test'
import { sites } from '../support/sites.ts'

/** Debian’s package is a JAR that is no script everywhere. */
const jar = '/usr/bin/epubcheck'
// It ends with 1 where it is asked for nothing else.
const isThere = spawnSync('java', ['-jar', jar, '--version'], { encoding: 'utf8' }).stdout?.startsWith('EPUBCheck')

for (const site of sites)
  test(`EPUBCheck finds nothing in the e-book of ${site.name}`, () => {
    test.skip(!isThere, 'EPUBCheck is not installed (Debian: epubcheck)')
    const folder = join(site.folder, 'downloads')
    const book = readdirSync(folder).find((name) => name.endsWith('.epub')) ?? ''
    const { stdout, stderr, status } = spawnSync('java', ['-jar', jar, '--failonwarnings', join(folder, book)], { encoding: 'utf8' })
    expect(`${stdout}${stderr}`).toContain('0 fatals / 0 errors / 0 warnings')
    expect(status).toBe(0)
  })
