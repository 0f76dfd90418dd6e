import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect } from 'playwright/test'
import { editInTurn, type Texts } from '../../src/testing/writer-edits.ts'
import { build, fingerprintOf } from './builds.ts'

/** Edits a manuscript on the disk as its writer might, so many times, from a turn on. */
export function editManuscript(content: string, turn: number, times: number) {
  const before: Texts = new Map(
    readdirSync(content, { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.(?:mdx|yaml)$/u.test(path))
      .map((path) => [path.replaceAll('\\', '/'), readFileSync(join(content, path), 'utf8')]),
  )
  let after = before
  for (let i = turn; i < turn + times; i++) after = editInTurn(after, i)
  for (const path of before.keys()) if (!after.has(path)) rmSync(join(content, path))
  for (const [path, text] of after) {
    if (before.get(path) === text) continue
    mkdirSync(dirname(join(content, path)), { recursive: true })
    writeFileSync(join(content, path), text)
  }
}

/**
 * Expects a site, which was built from what had been kept, to be what is built of the same manuscript from nothing.
 *
 * @param elsewhere a folder that is not there yet: results belong to the folder of a manuscript; what is bundled, Astro bundles anew
 */
export async function expectAsFromNothing(content: string, site: string, elsewhere: string) {
  cpSync(content, join(elsewhere, 'content'), { recursive: true })
  const { code, output } = await build(join(elsewhere, 'content'), join(elsewhere, 'site'), { isByAstro: true }).done
  expect(code, output).toBe(0)
  expect(fingerprintOf(site)).toEqual(fingerprintOf(join(elsewhere, 'site')))
}
