import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { expect } from 'playwright/test'
import { project } from '../support/sites.ts'
import { build, fingerprintOf } from './builds.ts'
import { editManuscript } from './edited-manuscript.ts'

/** A manuscript small enough to be built many times, as the tests of the messages have it. */
export function smallManuscript(folder: string): string {
  cpSync(join(project, 'src/diagnostics/fixtures/_base'), folder, { recursive: true })
  return folder
}

/** Kills a build at a moment, in milliseconds, and expects that the site is the last one, or the new one where the kill came too late. */
export async function killBuild(content: string, site: string, moment: number) {
  const last = fingerprintOf(site)
  const { process, done } = build(content, site)
  const timer = setTimeout(() => process.kill('SIGKILL'), moment)
  const { code } = await done
  clearTimeout(timer)
  const left = fingerprintOf(site)
  if (code !== 'SIGKILL' || isDeepStrictEqual(left, last)) return
  // The new one had taken its place in the moment before: then it is as whole.
  const again = await build(content, site).done
  expect(again.code, again.output).toBe(0)
  expect(left, `killed after ${moment} ms`).toEqual(fingerprintOf(site))
}

/**
 * Kills builds, each at another moment, and expects after each that the site is whole, and that the next build succeeds.
 * Each build is of another text than the last.
 *
 * @param site where the manuscript has been built
 * @param usual how long that took, in milliseconds
 */
export async function killBuilds(content: string, site: string, usual: number, times: number) {
  let random = 1917
  for (let time = 1; time <= times; time++) {
    change(content, time)
    random = (random * 48271) % 2147483647
    const moment = Math.round((random / 2147483647) * usual)
    await killBuild(content, site, moment)
    const next = await build(content, site).done
    expect(next.code, `after a kill at ${moment} ms: ${next.output}`).toBe(0)
    expect(readFileSync(join(site, 'index.html'), 'utf8')).toContain(`Edition ${time}.`)
  }
}

function change(content: string, time: number) {
  // All kinds of edits in two times.
  editManuscript(content, time * 4, 4)
  const home = join(content, 'pages/home.mdx')
  writeFileSync(home, `${readFileSync(home, 'utf8').replace(/\nEdition \d+\.\n/u, '')}\nEdition ${time}.\n`)
}
