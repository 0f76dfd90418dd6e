import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'playwright/test'
import { project } from '../support/sites.ts'

// What the commands do without a build; from the package, with one, `package.long.ts` does the same.

let folder: string
test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'pamphlet-commands-'))
})
test.afterAll(() => rmSync(folder, { recursive: true, force: true }))

function pamphlet(cwd: string, ...words: readonly string[]) {
  const env = { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined, PAMPHLET_CONTENT: undefined, SITE_URL: undefined }
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(project, 'bin/pamphlet.js'), ...words], {
    cwd,
    env,
    encoding: 'utf8',
  })
  return { code: status, output: stdout + stderr }
}

test('a series is begun, added to and mended, and put nowhere before it has an address', () => {
  expect(pamphlet(folder, 'new', 'canal', '--title', 'The canal', '--author', 'Orr, Ada', '--yes').code).toBe(0)
  const series = join(folder, 'canal')
  const part = join(series, 'parts/a-second-part.mdx')
  writeFileSync(part, '# The "lock" {#lock}\n\nIt burned - see <https://example.org/>.[^1]\n\n[^1]: The keeper wrote it.\n')
  expect(pamphlet(series, 'check').code).toBe(1)

  const before = readFileSync(part, 'utf8')
  expect(pamphlet(series, 'fix').output).toContain('+ # The “lock” [#lock]')
  expect(readFileSync(part, 'utf8')).toBe(before)
  expect(pamphlet(series, 'fix', '--yes').output).toContain('1 file mended.')
  expect(readFileSync(part, 'utf8')).toMatch(
    /^# The “lock” \[#lock\]\n\nIt burned – see \[example\.org\]\(https:\/\/example\.org\/\)\.\[\^keeper-wrote\]/u,
  )
  expect(pamphlet(series, 'check', '--strict')).toEqual({ code: 0, output: 'Nothing is wrong with the texts.\n' })
  expect(pamphlet(series, 'fix', '--yes').output).toBe('There is nothing to mend.\n')

  const refused = pamphlet(series, 'publish', 'folder', '--to', join(folder, 'site'))
  expect(refused).toEqual({ code: 1, output: expect.stringContaining('Nobody has said where the site will live.') })
  expect(existsSync(join(folder, 'site'))).toBe(false)
})
