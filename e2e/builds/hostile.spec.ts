import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'playwright/test'
import { project, tinySite } from '../support/sites.ts'
import { smallManuscript } from './build-kills.ts'
import { build, fingerprintOf } from './builds.ts'
import { apply, cases, links, makeLinks, opened, unnamedIn } from './hostile-cases.ts'

const work = join(project, '.pamphlet-tests', `hostile-${new URL(tinySite.address).port}`)
test.beforeAll(() => {
  rmSync(work, { recursive: true, force: true })
  mkdirSync(work, { recursive: true })
})

test.afterAll(() => {
  expect(opened()).toEqual([])
  rmSync(work, { recursive: true, force: true })
})

// One build tells of all mistakes at once; that a server for writing does, `dev.spec.ts` asks. What is hostile and no mistake is
// published with what `builds.spec.ts` builds.
test('what is hostile ends the build, each named with its file and line, and the last site stays as it is; what leads out of the manuscript is named and not followed', async () => {
  const manuscript = smallManuscript(join(work, 'refused'))
  const name = manuscript.slice(project.length + 1)
  const lines = apply(cases, manuscript)
  const site = join(work, 'site')
  cpSync(tinySite.folder, site, { recursive: true })
  const before = fingerprintOf(site)
  const secret = join(work, 'secret.mdx')
  writeFileSync(secret, '---\nname: Secret\nkind: concept\n---\n\nThe words of another folder.\n')
  // These links are those of Unix.
  const made = process.platform === 'win32' ? [] : links
  if (made.length > 0) makeLinks(manuscript, secret)
  const { code, output } = await build(manuscript, site).done
  expect(code, output).toBe(1)
  expect(output).toContain('Nothing was published; the last build is as it was.')
  expect(output).not.toMatch(/root:|words of another folder|^\s+at .*:\d+:\d+\)?$|ELOOP/mu)
  for (const link of made) expect(output).toMatch(new RegExp(`^${name}/${link}:\\d+:\\d+ {2}error {2}[a-z-]+$`, 'mu'))
  expect(unnamedIn(output, name, lines)).toEqual([])
  expect(fingerprintOf(site)).toEqual(before)
})
