import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'playwright/test'
import { project, tinySite } from './sites.ts'

const manuscript = 'e2e/broken-series'

/** The ten mistakes: the place and the code of each message, and what stands in the file there. */
const mistakes = [
  ['glossary/knot.mdx:5:28', 'relation-unknown', 'roap }'],
  ['glossary/knot.mdx:8:46', 'component-unknown', '<Terms '],
  ['parts/the-rope.mdx:8:31', 'note-unknown', '[^older]'],
  ['parts/the-rope.mdx:8:66', 'source-unknown', '<Source id="rope-manaul"'],
  ['parts/the-rope.mdx:14:1', 'heading-level-skipped', '####'],
  ['parts/the-rope.mdx:16:1', 'image-missing', '<Figure src="rope.png"'],
  ['parts/the-rope.mdx:18:30', 'date-invalid', '<CalendarDate'],
  ['parts/the-rope.mdx:18:112', 'prop-unknown', 'case="plural"'],
  ['parts/the-rope.mdx:20:1', 'note-unused', '[^olders]:'],
  ['sources/rope-manual.yaml:5:9', 'source-invalid', 'spring of 1911'],
] as const

test('a broken manuscript: all mistakes at their places in one run, and the last site stays as it is', async ({ browserName: _ }, testInfo) => {
  const site = testInfo.outputPath('site')
  cpSync(tinySite.folder, site, { recursive: true })
  const before = fingerprintOf(site)
  expect(Object.keys(before).length).toBeGreaterThan(30)

  const { code, output } = await build(site)

  expect(code).toBe(1)
  const messages = output.split('\n').filter((line) => / {2}(?:error|warning) {2}/u.test(line))
  expect(messages).toEqual(mistakes.map(([place, mistake]) => `${manuscript}/${place}  error  ${mistake}`))
  expect(output).toContain('10 errors in 3 files. Nothing was published; the last build is as it was.')
  expect(output).not.toMatch(/at (?:file:\/\/|async )|node:internal/u)
  expect(fingerprintOf(site)).toEqual(before)
})

test('the places that the messages name are those where the mistakes stand', () => {
  for (const [place, , text] of mistakes) {
    const [path = '', line, column] = place.split(':')
    const found = readFileSync(join(project, manuscript, path), 'utf8')
      .split('\n')
      [Number(line) - 1]?.slice(Number(column) - 1)
    expect(found?.slice(0, text.length), place).toBe(text)
  }
})

/** Builds the broken manuscript as `npm run build` builds the real one; resolves with the exit code and all that was printed. */
function build(site: string): Promise<{ code: unknown; output: string }> {
  const astro = join(project, 'node_modules/astro/bin/astro.mjs')
  const env = { ...process.env, PAMPHLET_CONTENT: manuscript, ASTRO_TELEMETRY_DISABLED: '1', NO_COLOR: '1', FORCE_COLOR: undefined }
  return new Promise((resolve) => {
    execFile(process.execPath, [astro, 'build', '--outDir', site], { cwd: project, env }, (error, stdout, stderr) =>
      resolve({ code: error?.code ?? 0, output: stdout + stderr }),
    )
  })
}

/** The hash of every file in a folder. */
function fingerprintOf(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return Object.fromEntries(
    files.map(({ parentPath, name }) => [
      join(parentPath, name),
      createHash('sha256')
        .update(readFileSync(join(parentPath, name)))
        .digest('hex'),
    ]),
  )
}
