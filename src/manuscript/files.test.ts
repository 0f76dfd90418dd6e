import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, cpSync, mkdirSync, mkdtempSync, promises, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { buildSeries } from '../series/build-series.ts'
import { readBounded } from './disk/read-bounded.ts'
import { readFiles } from './files.ts'

const miniature = fileURLToPath(new URL('../diagnostics/fixtures/_base', import.meta.url))
const isUnix = process.platform !== 'win32'
const isRoot = process.getuid?.() === 0

test('links are named and not followed, wherever they lead', { skip: !isUnix && 'links need a privilege on Windows' }, async (t) => {
  const folder = manuscriptIn(t)
  const outside = join(folder, '../outside')
  mkdirSync(join(outside, 'inside'), { recursive: true })
  writeFileSync(join(outside, 'secret.yaml'), 'title: what nobody may see\n')
  symlinkSync('/etc/passwd', join(folder, 'sources/outside.yaml'))
  symlinkSync('/dev/zero', join(folder, 'pictures/zero.png'))
  symlinkSync('itself.yaml', join(folder, 'sources/itself.yaml'))
  symlinkSync('nowhere.mdx', join(folder, 'parts/nowhere.mdx'))
  symlinkSync('one.mdx', join(folder, 'parts/again.mdx'))
  symlinkSync('../sources', join(folder, 'charts/all'))
  symlinkSync('..', join(folder, 'glossary/round'))
  symlinkSync(outside, join(folder, 'pictures/elsewhere'))
  const { reported, said } = await reportOn(folder)
  assert.deepEqual(reported, [
    'charts/all file-link',
    'glossary/round file-link',
    'parts/again.mdx file-link',
    'parts/nowhere.mdx file-link',
    'pictures/elsewhere file-link',
    'pictures/zero.png file-link',
    'sources/itself.yaml file-link',
    'sources/outside.yaml file-link',
  ])
  assert.doesNotMatch(said, /root:|nobody may see/u)
})

test('pipes and sockets are named and nothing waits for them', { skip: !isUnix && 'Windows keeps them elsewhere' }, async (t) => {
  const folder = manuscriptIn(t)
  spawnSync('mkfifo', [join(folder, 'parts/pipe.mdx'), join(folder, 'pictures/pipe.png')])
  const server = createServer().listen(join(folder, 'sources/s.yaml'))
  await once(server, 'listening')
  t.after(() => server.close())
  const { reported } = await reportOn(folder)
  assert.deepEqual(reported, ['parts/pipe.mdx file-special', 'pictures/pipe.png file-special', 'sources/s.yaml file-special'])
})

test('what is too large, too deep or may not be read is named, with all else that is wrong', async (t) => {
  const folder = manuscriptIn(t)
  for (const [name, megabytes] of [
    ['pictures/huge.png', 65],
    ['sources/huge.yaml', 9],
    ['permalinks.json', 65],
  ] as const) {
    writeFileSync(join(folder, name), '')
    truncateSync(join(folder, name), megabytes * 1_000_000)
  }
  mkdirSync(join(folder, 'a/'.repeat(17)), { recursive: true })
  writeFileSync(join(folder, 'glossary/lamna.mdx'), '---\nkind: place\n---\n')
  const { reported } = await reportOn(folder)
  assert.deepEqual(reported, [
    `${'a/'.repeat(17).slice(0, -1)} manuscript-too-large`,
    'glossary/lamna.mdx front-matter-invalid',
    'permalinks.json file-too-large',
    'pictures/huge.png file-too-large',
    'sources/huge.yaml file-too-large',
  ])
})

test('a file and a folder without permission are named', { skip: (!isUnix || isRoot) && 'nothing is forbidden to root' }, async (t) => {
  const folder = manuscriptIn(t)
  writeFileSync(join(folder, 'pictures/locked.png'), 'x')
  mkdirSync(join(folder, 'pictures/deep'))
  for (const name of ['pictures/locked.png', 'pictures/deep']) chmodSync(join(folder, name), 0)
  const { reported } = await reportOn(folder)
  chmodSync(join(folder, 'pictures/deep'), 0o700)
  assert.deepEqual(reported, ['pictures/deep file-unreadable', 'pictures/locked.png file-unreadable'])
})

test('names that no address or no other disk can carry are named', {
  skip: process.platform !== 'linux' && 'only Linux keeps such names',
}, async (t) => {
  const folder = manuscriptIn(t)
  const name = Buffer.concat([Buffer.from(`${folder}/pictures/`), Buffer.from([0xff, 0x2e, 0x70, 0x6e, 0x67])])
  writeFileSync(name, 'x')
  for (const odd of [
    'line\nend.png',
    'back\\slash.png',
    'turn\u202e.png',
    'Tower.svg',
    'é.png',
    'e\u0301.png',
    'Straße.png',
    'STRASSE.png',
  ])
    writeFileSync(join(folder, 'pictures', odd), 'x')
  const { reported, said } = await reportOn(folder)
  assert.equal(reported.filter((line) => line.endsWith('file-name-strange')).length, 4)
  assert.deepEqual(
    reported.filter((line) => line.endsWith('file-name-twice')).map((line) => line.normalize('NFC')),
    ['pictures/Straße.png file-name-twice', 'pictures/tower.svg file-name-twice', 'pictures/é.png file-name-twice'],
  )
  assert.match(said, /pictures\/line□end\.png:1:1/u)
})

test('what programs keep beside the files of a writer is no part of the manuscript', async (t) => {
  const folder = manuscriptIn(t)
  mkdirSync(join(folder, '.git/objects'), { recursive: true })
  mkdirSync(join(folder, 'parts/.obsidian'))
  for (const name of [
    '.git/config',
    '.git/objects/ab',
    'parts/.obsidian/app.json',
    'parts/.one.mdx.swp',
    'parts/one.mdx~',
    'parts/#one.mdx#',
    '.DS_Store',
    'pictures/Thumbs.db',
    '~$one.docx',
  ])
    writeFileSync(join(folder, name), 'x')
  if (isUnix) symlinkSync('somebody@machine.1', join(folder, 'parts/.#one.mdx'))
  assert.deepEqual((await reportOn(folder)).reported, [])
})

test('however many files there are, few are open at the same time', async (t) => {
  const folder = manuscriptIn(t)
  for (let i = 0; i < 100; i += 1) writeFileSync(join(folder, `pictures/${i}.png`), String(i))
  let [opened, open, most] = [0, 0, 0]
  const { open: openFile } = promises
  t.mock.method(promises, 'open', async (...asked: Parameters<typeof openFile>) => {
    const handle = await openFile(...asked)
    opened += 1
    most = Math.max(most, ++open)
    const close = handle.close.bind(handle)
    return Object.assign(handle, {
      close: () => {
        open -= 1
        return close()
      },
    })
  })
  const files = await readFiles(folder)
  assert.equal(files.filter(({ digest }) => digest).length, 101)
  assert.ok(opened > 100)
  assert.ok(most < 20, `${most} files were open`)
})

test('the folder of the manuscript may itself be a link; a file in its place is a mistake', {
  skip: !isUnix && 'links need a privilege on Windows',
}, async (t) => {
  const folder = manuscriptIn(t)
  const link = join(folder, '../link')
  symlinkSync(folder, link)
  assert.deepEqual(await readFiles(link), await readFiles(folder))
  assert.deepEqual((await reportOn(join(folder, 'series.yaml'))).reported, [' file-unreadable'])
})

test('a link that is put in the place of a file or folder after the list was made is not followed', {
  skip: !isUnix && 'as above',
}, async (t) => {
  const folder = manuscriptIn(t)
  const outside = join(folder, '../outside')
  mkdirSync(outside)
  writeFileSync(join(outside, 'x.yaml'), 'secret')
  symlinkSync(join(outside, 'x.yaml'), join(folder, 'sources/x.yaml'))
  symlinkSync(outside, join(folder, 'swapped'))
  assert.deepEqual(await readBounded(folder, 'sources/x.yaml', 100), { fault: { kind: 'link' } })
  assert.deepEqual(await readBounded(folder, 'swapped/x.yaml', 100), { fault: { kind: 'link' } })
})

async function reportOn(folder: string) {
  const files = await readFiles(folder)
  const { diagnostics } = buildSeries(files)
  const { printDiagnostics } = await import('../diagnostics/print.ts')
  const reported = diagnostics.map(({ file, code }) => `${file} ${code}`).sort()
  return { reported, said: printDiagnostics(diagnostics, files, 'content') }
}

function manuscriptIn(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'pamphlet-'))
  t.after(() => rmSync(folder, { recursive: true }))
  const manuscript = join(folder, 'manuscript')
  cpSync(miniature, manuscript, { recursive: true })
  return manuscript
}
