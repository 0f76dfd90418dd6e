import assert from 'node:assert/strict'
import { test } from 'node:test'
import { strToU8, zipSync } from 'fflate'
import { take } from '../../testing/lamp-manuscripts.ts'

for (const [what, files, says] of [
  ['with macros', { 'word/vbaProject.bin': 'x' }, /there are macros in it/u],
  ['with a name that leads out of it', { '../../evil.xml': 'x' }, /leads out of it/u],
  ['with entities', { 'word/settings.xml': '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>' }, /defines entities/u],
] as const) {
  test(`an archive ${what} is refused with a word`, async () => {
    const { problem, written } = await take(
      'a.docx',
      zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)]))),
    )
    assert.match(problem ?? '', says)
    assert.deepEqual(written, [])
  })
}

test('an archive that would be too large unpacked is refused before it is unpacked', async () => {
  const bomb = zipSync({ 'word/document.xml': new Uint8Array(40_000_000) }, { level: 9 })
  assert.ok(bomb.length < 100_000)
  assert.match((await take('a.docx', bomb)).problem ?? '', /too large unpacked/u)
  const pictures = Object.fromEntries(Array.from({ length: 4 }, (_, i) => [`word/media/${i}.png`, new Uint8Array(60_000_000)]))
  assert.match((await take('a.odt', zipSync(pictures, { level: 1 }))).problem ?? '', /all of it 200 MB/u)
})

test('what is no text and no document says what to do', async () => {
  for (const [name, bytes, says] of [
    ['a.doc', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0), /save it as \.docx/u],
    ['a.docx', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0), /old format/u],
    ['a.pdf', strToU8('%PDF-1.7'), /take the file it was made of/u],
    ['a.txt', Uint8Array.of(0x50, 0x4b, 3, 4), /it is no text, but an archive/u],
    ['a.odt', zipSync({ 'content.xml': strToU8('<a><b></a>') }), /no text of LibreOffice/u],
    ['a.epub', zipSync({ mimetype: strToU8('application/epub+zip') }), /it is no book/u],
    ['a.txt', new Uint8Array(9_000_000).fill(97), /it has 9 MB; a text may have 8/u],
  ] as const) {
    const { problem, written } = await take(name, bytes)
    assert.match(problem ?? '', says)
    assert.deepEqual(written, [])
  }
})
