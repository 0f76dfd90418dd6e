import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'playwright/test'
import { project } from '../support/sites.ts'

let folder: string
test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'pamphlet-package-'))
})
test.afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('from an empty folder and the package alone, a few commands make a site of one’s own', () => {
  install(folder)
  const begun = pamphlet(folder, 'new', 'canal', '--title', 'The canal', '--author', 'Orr, Ada', '--licence', 'CC BY 4.0', '--yes')
  expect(begun).toMatchObject({ code: 0, output: expect.stringContaining('npx pamphlet dev') })
  const series = join(folder, 'canal')
  expect(pamphlet(series, 'check', '--strict')).toEqual({ code: 0, output: 'Nothing is wrong with the texts.\n' })

  expect(pamphlet(series, 'add', 'part', 'The first lock').code).toBe(0)
  expect(pamphlet(series, 'add', 'term', 'Lock keeper').code).toBe(0)
  expect(pamphlet(series, 'add', 'source', 'Canals of the north', '--author', 'Orr, Ada', '--year', '1911').code).toBe(0)
  const again = pamphlet(series, 'add', 'term', 'Lock keeper')
  expect(again).toEqual({ code: 1, output: expect.stringContaining('glossary/lock-keeper.mdx is there already') })
  const cites =
    'The <Term id="lock-keeper"/> of 1826 kept a log.[^1] She wrote daily.\n\n[^1]: <Source id="canals-of-the-north" locator="p. 12"/>.\n'
  writeFileSync(join(series, 'parts/a-second-part.mdx'), `# The lock and its keeper\n\n${cites}`)

  const kinds = 'terms:\n  lock: { one: Lock, many: Locks }\nevents:\n  flood: { name: Flood or rescue, mark: triangle }\n'
  writeFileSync(join(series, 'vocabulary.yaml'), kinds)
  expect(pamphlet(series, 'add', 'term', 'The Barton lock', '--kind', 'lock').code).toBe(0)
  expect(pamphlet(series, 'add', 'event', 'The roof falls', '--date', '1826-05-01', '--kind', 'flood').code).toBe(0)

  const { code, output } = pamphlet(series, 'build')
  expect(output).toMatch(/^Done /mu)
  expect(code).toBe(0)
  const site = join(series, 'dist')
  const page = (path: string) => readFileSync(join(site, path, 'index.html'), 'utf8')
  expect(page('')).toContain('<h1>The canal</h1>')
  expect(page('')).toContain('The lock and its keeper')
  // What nobody typed is made of what they did.
  expect(page('a-second-part')).toContain('The lock keeper of 1826 kept a log.'.replace('lock keeper', 'Lock keeper'))
  expect(page('a-second-part')).toContain('id="note-a-second-part-1"')
  expect(page('about')).toContain('CC BY 4.0')
  expect(page('glossary')).toMatch(/Locks[\s\S]*The Barton lock/u)
  expect(page('timeline')).toContain('Flood or rescue')
  expect(wordsOfSite(site)).not.toMatch(/Strike, demonstration or rising|Ideas and policies/u)
  // A draft is nowhere.
  expect(wordsOfSite(site)).not.toMatch(/first.lock/iu)
  expect(wordsOfSite(site)).not.toMatch(/October revolution|Petrograd|Bolshevik|Soviet|Lenin\b|Russia/u)

  writeFileSync(join(series, 'series.yaml'), readFileSync(join(series, 'series.yaml'), 'utf8').replace('author:', 'auther:'))
  const refused = pamphlet(series, 'build')
  expect(refused.code).toBe(1)
  expect(refused.output).toMatch(/There is no field “auther”\.\s+Did you mean “author”\? Typed as: author: Orr, Ada/u)
  expect(refused.output).not.toMatch(/\n\s+at .*\.js:\d/u)
  expect(page('')).toContain('<h1>The canal</h1>')
})

/** Lays the package as npm would, with the packages of this project in place of those that npm would fetch. */
function install(home: string) {
  const packed = run(project, 'npm', 'pack', '--silent', '--pack-destination', home)
  expect(packed.code, packed.output).toBe(0)
  const own = join(home, 'node_modules/pamphlet')
  mkdirSync(own, { recursive: true })
  const [tarball = ''] = readdirSync(home).filter((name) => name.endsWith('.tgz'))
  expect(run(home, 'tar', 'xzf', tarball, '-C', own, '--strip-components=1').code).toBe(0)
  for (const name of readdirSync(join(project, 'node_modules')).filter((one) => !one.startsWith('.')))
    symlinkSync(join(project, 'node_modules', name), join(home, 'node_modules', name))
  expect(readdirSync(own)).not.toContain('content')
}

const pamphlet = (cwd: string, ...words: readonly string[]) =>
  run(cwd, process.execPath, join(folder, 'node_modules/pamphlet/bin/pamphlet.js'), ...words)

function run(cwd: string, command: string, ...words: readonly string[]) {
  const env = { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', NO_COLOR: '1', FORCE_COLOR: undefined, PAMPHLET_CONTENT: undefined }
  const { status, stdout, stderr } = spawnSync(command, words, { cwd, env, encoding: 'utf8' })
  return { code: status, output: stdout + stderr }
}

/** All that is in the files of a site that a reader or a program reads. */
function wordsOfSite(site: string): string {
  const files = readdirSync(site, { recursive: true, encoding: 'utf8' }).filter((path) =>
    /\.(?:html|json|xml|txt|bib|ris|cff)$/u.test(path),
  )
  return files.map((path) => readFileSync(join(site, path), 'utf8')).join('\n')
}
