import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { findTarget } from './find-target.ts'
import { restoreSites, swapSite } from './swap-site.ts'

const ways = ['folder', 'copy', 'entries'] as const

for (const way of ways) {
  test(`a new site takes the place of the last, and nothing else is left (${way})`, (t) => {
    const { staged, published, staging, near } = sitesIn(t)
    swapSite(staged, { published, way }, staging)
    assert.deepEqual(siteAt(published), { 'index.html': 'new', 'new/page.html': 'new' })
    assert.deepEqual(
      readdirSync(staging).filter((name) => name !== 'build-1'),
      [],
    )
    assert.deepEqual(near(), ['dist', 'staging'])
  })

  test(`a kill at any moment of the swap leaves the last site whole, or on the disk to be put back (${way})`, (t) => {
    const { staged, published, staging, near } = sitesIn(t)
    const [last, after] = [siteAt(published), { 'index.html': 'new', 'new/page.html': 'new' }]
    for (let steps = 0; ; steps += 1) {
      rmSync(published, { recursive: true, force: true })
      rmSync(staged, { recursive: true, force: true })
      write(published, last)
      write(staged, after)
      const isDone = runUntil(steps, (rename) => swapSite(staged, { published, way }, staging, rename))
      restoreSites(staging, published, assert.fail)
      assert.deepEqual(siteAt(published), isDone ? after : last, `killed before step ${steps}`)
      assert.deepEqual(readdirSync(staging), [])
      assert.deepEqual(near(), ['dist', 'staging'])
      if (isDone) return assert.ok(steps >= 2)
    }
  })

  test(`the last site is in its place when the disk answers no in the middle of the swap (${way})`, (t) => {
    const { staged, published, staging } = sitesIn(t)
    const last = siteAt(published)
    let calls = 0
    const rename = (from: string, to: string) => {
      calls += 1
      if (calls === 2) throw Object.assign(new Error('no room'), { code: 'ENOSPC' })
      renameSync(from, to)
    }
    assert.throws(() => swapSite(staged, { published, way }, staging, rename as typeof renameSync), /no room/u)
    assert.deepEqual(siteAt(published), last)
    restoreSites(staging, published, assert.fail)
    assert.deepEqual(siteAt(published), last)
  })
}

test('the first site needs no other before it', (t) => {
  const { staged, staging } = sitesIn(t)
  const published = join(staging, '../elsewhere/deep/dist')
  swapSite(staged, { published, way: 'folder' }, staging)
  assert.equal(siteAt(published)['index.html'], 'new')
})

test('a folder that turns out to be held is left where it is, and what is in it is swapped', (t) => {
  const { staged, published, staging, near } = sitesIn(t)
  const rename = (from: string, to: string) => {
    if (from === published) throw Object.assign(new Error('busy'), { code: 'EBUSY' })
    renameSync(from, to)
  }
  swapSite(staged, { published, way: 'copy' }, staging, rename as typeof renameSync)
  assert.deepEqual(siteAt(published), { 'index.html': 'new', 'new/page.html': 'new' })
  assert.deepEqual(near(), ['dist', 'staging'])
})

for (const note of ['', '{', 'null', '[]', '{"published":5}', '{"published":"/x","aside":"/etc"}', '\u0000\u0000']) {
  test(`the last site survives a damaged note about it: ${JSON.stringify(note)}`, (t) => {
    const { published, staging } = sitesIn(t)
    renameSync(published, join(staging, 'last-4711'))
    writeFileSync(join(staging, 'swap-4711'), note)
    const told: string[] = []
    restoreSites(staging, published, (message) => told.push(message))
    assert.equal(siteAt(published)['index.html'], 'last')
    assert.match(told.join(), /its note about the last site is damaged; that site lies in .*dist\.$/u)
    assert.deepEqual(readdirSync(staging), [])
  })
}

test('a last site of which nothing says where it belongs is set by, not thrown away', (t) => {
  const { published, staging } = sitesIn(t)
  cpSync(published, join(staging, 'last-4711'), { recursive: true })
  writeFileSync(join(staging, 'exchange-4711'), '{"publi')
  const told: string[] = []
  restoreSites(staging, published, (message) => told.push(message))
  const [kept = '', ...others] = readdirSync(staging)
  assert.deepEqual(others, [])
  assert.match(kept, /^kept-/u)
  assert.equal(siteAt(join(staging, kept))['index.html'], 'last')
  assert.match(told.join(), /remove it if you do not miss it/u)
})

test('what a broken-off build left goes, whatever number its process had', (t) => {
  const { published, staging } = sitesIn(t)
  mkdirSync(join(staging, `build-${process.pid}`))
  mkdirSync(join(staging, 'manuscript-0123/build'), { recursive: true })
  restoreSites(staging, published, assert.fail)
  assert.deepEqual(readdirSync(staging), ['manuscript-0123'])
  assert.equal(siteAt(published)['index.html'], 'last')
})

test('the place is found behind links, also where nothing is there yet', {
  skip: process.platform === 'win32' && 'links need a privilege there',
}, (t) => {
  const { published, staging, others } = sitesIn(t)
  const [link, dangling] = [join(staging, '../link'), join(staging, '../dangling')]
  symlinkSync(published, link)
  symlinkSync('not/yet/there', dangling)
  assert.deepEqual(findTarget(link, others), { published, way: 'folder' })
  assert.deepEqual(findTarget(dangling, others), { published: join(staging, '../not/yet/there'), way: 'folder' })
  assert.deepEqual(findTarget(join(link, 'deep'), others), { published: join(published, 'deep'), way: 'folder' })
  symlinkSync('circle', join(staging, '../circle'))
  assert.throws(() => findTarget(join(staging, '../circle'), others), /circle/u)
})

test('another disk is found out before the build', (t) => {
  const { published, others } = sitesIn(t)
  const rename = () => {
    throw Object.assign(new Error('another disk'), { code: 'EXDEV' })
  }
  assert.deepEqual(findTarget(published, others, rename), { published, way: 'copy' })
})

test('a place that would take away something else is refused, and one that a file has', (t) => {
  const { published, staging, others } = sitesIn(t)
  const root = dirname(staging)
  for (const name of ['manuscript', 'manuscript/deep', '', '..', 'src', 'src/site', 'public', 'staging', 'node_modules/x']) {
    assert.throws(() => findTarget(join(root, name), others), /^CannotPublish: The site cannot be put at .*taken away/u, name)
  }
  assert.throws(() => findTarget(join(published, 'index.html'), others), /a file is in its place/u)
  assert.throws(() => findTarget(join(published, 'index.html/deep'), others), /^CannotPublish: The site cannot be put at /u)
})

test('a mount point, another disk and one that can only be read are found out and dealt with', { skip: cannotMount() }, (t) => {
  const { staging, published } = sitesIn(t)
  const root = dirname(staging)
  for (const [mount, expected] of [
    [`mount -t tmpfs none ${published}`, 'entries new'],
    [`mkdir ${root}/bound && mount --bind ${root}/bound ${published}`, 'entries new'],
    [`mkdir ${root}/disk && mount -t tmpfs none ${root}/disk && rmdir ${published} && ln -s ${root}/disk/site ${published}`, 'copy new'],
    [`mount -t tmpfs -o ro none ${published}`, 'the disk can only be read'],
  ] as const) {
    for (const path of ['bound', 'disk', 'dist']) rmSync(join(root, path), { recursive: true, force: true })
    mkdirSync(published)
    const program = `import { findTarget } from ${JSON.stringify(new URL('find-target.ts', import.meta.url).href)}
      import { swapSite } from ${JSON.stringify(new URL('swap-site.ts', import.meta.url).href)}
      import { readFileSync } from 'node:fs'
      const target = findTarget(${JSON.stringify(published)}, ${JSON.stringify(othersOf(root))})
      for (const time of [1, 2]) { (await import('node:fs')).cpSync(${JSON.stringify(join(staging, 'build-1'))}, ${JSON.stringify(join(staging, 'build-2'))}, { recursive: true }); swapSite(${JSON.stringify(join(staging, 'build-2'))}, target, ${JSON.stringify(staging)}) }
      console.log(target.way, readFileSync(${JSON.stringify(join(published, 'index.html'))}, 'utf8'))`
    const { stdout, stderr } = spawnSync(
      'unshare',
      ['-m', 'sh', '-c', `${mount} && "$0" --input-type=module -e "$1"`, process.execPath, program],
      {
        encoding: 'utf8',
      },
    )
    assert.ok(`${stdout}${stderr}`.includes(expected), `${mount}: ${stdout}${stderr}`)
  }
})

function cannotMount(): string | false {
  return spawnSync('unshare', ['-m', 'mount', '-t', 'tmpfs', 'none', tmpdir()]).status !== 0 && 'this user may mount nothing'
}

/** Runs a swap that is killed before its step of this number; whether it came to its end. */
function runUntil(steps: number, swap: (rename: typeof renameSync) => void): boolean {
  const killed = new Error('killed')
  let left = steps
  // A process that is killed does not tidy up: after the kill nothing is renamed any more, back neither.
  const rename = (from: string, to: string) => {
    if (left-- <= 0) throw killed
    renameSync(from, to)
  }
  try {
    swap(rename as typeof renameSync)
    return true
  } catch (error) {
    if (error !== killed) throw error
    return false
  }
}

function siteAt(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return Object.fromEntries(
    files.map(({ parentPath, name }) => [join(parentPath, name).slice(folder.length + 1), readFileSync(join(parentPath, name), 'utf8')]),
  )
}

function write(folder: string, files: Readonly<Record<string, string>>) {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
}

const othersOf = (root: string) => ({ project: root, manuscript: join(root, 'manuscript'), staging: join(root, 'staging') })

function sitesIn(t: TestContext) {
  const folder = mkdtempSync(join(tmpdir(), 'pamphlet-'))
  t.after(() => rmSync(folder, { recursive: true }))
  const [staging, published, staged] = [join(folder, 'staging'), join(folder, 'dist'), join(folder, 'staging/build-1')]
  write(published, { 'index.html': 'last', 'last/page.html': 'last' })
  write(staged, { 'index.html': 'new', 'new/page.html': 'new' })
  return {
    staging,
    published,
    staged,
    others: othersOf(folder),
    near: () => readdirSync(folder).filter((name) => basename(name) !== 'elsewhere'),
  }
}
