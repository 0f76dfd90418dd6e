import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import fc from 'fast-check'
import { readFiles } from '../../manuscript/files.ts'
import type { ManuscriptFile } from '../../model/facts.ts'
import { mutate, mutations } from './mutations.ts'

const manuscript = '.pamphlet-tests/bad-input'
const site = '.pamphlet-tests/bad-input-site'
const files = await readFiles('content')
const chosen = fc.sample(mutations, { seed: 1918, numRuns: Number(process.env.PAMPHLET_BUILDS ?? 60) })

for (const [i, steps] of chosen.entries()) {
  const names = steps.map(({ name }) => name).join(', then ')
  test(`build ${i + 1} of a manuscript with something wrong: ${names}`, () => {
    write(mutate(files, steps))
    const before = fingerprintOf(site)
    const { status, output } = build()
    assert.doesNotMatch(output, /^\s+at .*:\d+:\d+\)?$/mu)
    if (status === 0) {
      assert.ok(existsSync(join(site, 'index.html')) && JSON.parse(readFileSync(join(site, 'series.json'), 'utf8')).parts.length > 0)
      return
    }
    assert.match(output, new RegExp(`^${manuscript}/\\S.*:\\d+:\\d+ {2}error {2}[a-z-]+$`, 'mu'))
    assert.match(output, /Nothing was published; the last build is as it was\./u)
    assert.deepEqual(fingerprintOf(site), before)
  })
}

/** Pictures and what else is no text are none in this manuscript. */
function write(changed: readonly ManuscriptFile[]) {
  rmSync(manuscript, { recursive: true, force: true })
  for (const { path, text } of changed) {
    const file = join(manuscript, path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text)
  }
}

function build() {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['node_modules/astro/bin/astro.mjs', 'build', '--outDir', site], {
    env: { ...process.env, PAMPHLET_CONTENT: manuscript, ASTRO_TELEMETRY_DISABLED: '1', NO_COLOR: '1', FORCE_COLOR: undefined },
    encoding: 'utf8',
    // A build of this manuscript takes a minute on a machine that is busy; only what hangs takes this long.
    timeout: 600_000,
  })
  return { status, output: stdout + stderr }
}

function fingerprintOf(folder: string): string {
  const hash = createHash('sha256')
  if (!existsSync(folder)) return ''
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isFile()) hash.update(join(entry.parentPath, entry.name)).update(readFileSync(join(entry.parentPath, entry.name)))
  }
  return hash.digest('hex')
}
