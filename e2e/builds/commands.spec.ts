import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'playwright/test'
import { project } from '../support/sites.ts'

// What the commands do without a build; from the package, with one, `package.long.ts` does the same.

let folder: string
test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'pamphlet-commands-'))
})
test.afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Runs commands one after the other in one process, and takes what they print, all in one, and what the last of them ends with. */
function pamphlet(cwd: string, ...commands: readonly (readonly string[])[]) {
  const main = pathToFileURL(join(project, 'src/commands/main.ts')).href
  const steps = commands.map((words, i) => `process.argv = ['', ...${JSON.stringify(words)}]\nawait import('${main}?${i}')`)
  const program = ['process.stderr.write = process.stdout.write.bind(process.stdout)', ...steps].join('\n')
  const env = { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined, PAMPHLET_CONTENT: undefined, SITE_URL: undefined }
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', program], { cwd, env, encoding: 'utf8' })
  return { code: status, output: stdout + stderr }
}

test('a series is begun, added to and mended, and put nowhere before it has an address', () => {
  expect(pamphlet(folder, ['new', 'canal', '--title', 'The canal', '--author', 'Orr, Ada', '--yes']).code).toBe(0)
  const series = join(folder, 'canal')
  const part = join(series, 'parts/a-second-part.mdx')
  writeFileSync(part, '# The "lock" {#lock}\n\nIt burned - see <https://example.org/>.[^1]\n\n[^1]: The keeper wrote it.\n')

  const before = readFileSync(part, 'utf8')
  expect(pamphlet(series, ['fix']).output).toContain('+ # The “lock” [#lock]')
  expect(readFileSync(part, 'utf8')).toBe(before)
  const { code, output } = pamphlet(series, ['fix', '--yes'], ['check', '--strict'], ['publish', 'folder', '--to', join(folder, 'site')])
  expect(readFileSync(part, 'utf8')).toMatch(
    /^# The “lock” \[#lock\]\n\nIt burned – see \[example\.org\]\(https:\/\/example\.org\/\)\.\[\^keeper-wrote\]/u,
  )
  expect(output).toMatch(/1 file mended\.[\s\S]*Nothing is wrong with the texts\.\n[\s\S]*Nobody has said where the site will live\./u)
  expect(code).toBe(1)
  expect(existsSync(join(folder, 'site'))).toBe(false)
})
