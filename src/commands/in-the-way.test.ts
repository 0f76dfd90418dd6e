import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { runCheck } from './run-check.ts'
import { importFrom } from './run-import.ts'
import { tellPermalinks } from './run-permalinks.ts'

const miniature = fileURLToPath(new URL('../diagnostics/fixtures/_base', import.meta.url))
const isUnix = process.platform !== 'win32'

/** What a command says of a manuscript, and whether it fails. */
const commands: Readonly<
  Record<string, (folder: string, t: TestContext) => Promise<{ readonly fails: boolean; readonly output: string }>>
> = {
  permalinks: (folder, t) => listenTo(t, () => tellPermalinks(folder, { writes: true })),
  sources: (folder, t) =>
    listenTo(t, () => importFrom([libraryIn(folder)], folder, { isShown: false, encoding: undefined, overwrites: () => false })),
  check: async (folder) => {
    const { hasErrors, report } = await runCheck(folder)
    return { fails: hasErrors, output: report }
  },
}

for (const [name, command] of Object.entries(commands)) {
  test(`${name} says what lies in the way, and writes nothing outside`, {
    skip: !isUnix && 'links need a privilege on Windows',
  }, async (t) => {
    const folder = manuscriptIn(t)
    const outside = join(folder, '../outside')
    mkdirSync(outside)
    rmSync(join(folder, 'pages'), { recursive: true })
    symlinkSync(outside, join(folder, 'pages'))
    symlinkSync(join(outside, 'ledger.json'), join(folder, 'permalinks.json'))
    const { fails, output } = await command(folder, t)
    assert.ok(fails, output)
    assert.match(output, /pages:1:1 {2}error {2}file-link/u)
    assert.match(output, /permalinks\.json:1:1 {2}error {2}file-link/u)
    assert.doesNotMatch(output, /^\s+at /mu)
    assert.deepEqual(readdirSync(outside), [])
  })
}

test('a ledger and sources that cannot be written are told, without a stack, and what was there stays', {
  skip: !isUnix && 'the limit is set by a shell of Unix',
}, (t) => {
  const folder = manuscriptIn(t)
  const library = libraryIn(folder)
  const sources = readFileSync(join(folder, 'sources/guild-minutes.yaml'), 'utf8')
  // No file may have anything in it: the system answers as it does when there is no room.
  const { status, output } = runLimited('ulimit -f 0', ['permalinks.ts', 'import-sources.ts'], folder, library)
  assert.equal(status, 1, output)
  assert.match(
    output,
    /permalinks\.json cannot be written: the file would be larger than is allowed here\. What was recorded before is as it was\./u,
  )
  assert.match(output, /sources\/.*\.yaml cannot be written: /u)
  assert.doesNotMatch(output, /^\s+at /mu)
  assert.equal(
    readdirSync(folder).some((name) => name.includes('permalinks')),
    false,
  )
  assert.equal(readFileSync(join(folder, 'sources/guild-minutes.yaml'), 'utf8'), sources)
  assert.equal(existsSync(join(folder, 'sources/sailor-oil-1910.yaml')), false)
})

/** Runs what prints to a shell and gives an exit code, and takes what it prints. */
async function listenTo(t: TestContext, command: () => Promise<number>) {
  const said: unknown[] = []
  for (const level of ['warn', 'error'] as const) t.mock.method(console, level, (...words: unknown[]) => said.push(...words))
  const code = await command()
  t.mock.restoreAll()
  return { fails: code === 1, output: said.join('\n') }
}

/** Runs commands, one after the other in one process, from a shell that has set a limit. */
function runLimited(limit: string, commands: readonly string[], folder: string, ...words: readonly string[]) {
  const script = commands.map((command) => `await import(${JSON.stringify(new URL(command, import.meta.url).href)})`).join('\n')
  const env = { ...process.env, PAMPHLET_CONTENT: folder }
  const given = [
    '-c',
    `${limit}; exec "$@"`,
    'bash',
    process.execPath,
    '--input-type=module',
    '-e',
    script,
    '--',
    'in the place of a file',
    ...words,
  ]
  const { status, stdout, stderr } = spawnSync('bash', given, { env, encoding: 'utf8' })
  return { status, output: stdout + stderr }
}

function libraryIn(folder: string): string {
  const file = join(folder, '../library.bib')
  writeFileSync(file, '@book{oil, author = {Sailor, Ann}, title = {Oil}, year = {1910}, publisher = {Harbour Press}}\n')
  return file
}

function manuscriptIn(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'pamphlet-'))
  t.after(() => rmSync(folder, { recursive: true }))
  const manuscript = join(folder, 'manuscript')
  cpSync(miniature, manuscript, { recursive: true })
  return manuscript
}
