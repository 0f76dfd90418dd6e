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
  const bomb = archiveThatClaims({ 'word/document.xml': 40_000_000 })
  assert.match((await take('a.docx', bomb)).problem ?? '', /too large unpacked/u)
  const pictures = Object.fromEntries(Array.from({ length: 4 }, (_, i) => [`word/media/${i}.png`, 60_000_000]))
  assert.match((await take('a.odt', archiveThatClaims(pictures))).problem ?? '', /all of it 200 MB/u)
})

test('what is no text and no document says what to do', async () => {
  for (const [name, bytes, says] of [
    ['a.doc', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0), /save it as \.docx/u],
    ['a.docx', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0), /old format/u],
    ['a.pdf', strToU8('%PDF-1.7'), /take the file it was made of/u],
    ['a.txt', strToU8('{\\rtf1 Lamps}'), /RTF is not read/u],
    ['a.md', strToU8('%PDF-1.7'), /take the file it was made of/u],
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

/**
 * An archive of files that would have so many bytes each (PKWARE APPNOTE 6.3, §4.3). What they really have is damaged, so
 * that nothing but the list can be what it is refused by.
 */
function archiveThatClaims(sizes: Readonly<Record<string, number>>): Uint8Array {
  const body = Buffer.from([0xff])
  const local: Buffer[] = []
  const central: Buffer[] = []
  let at = 0
  for (const [name, size] of Object.entries(sizes)) {
    // Version 2.0, no flags, deflated, 1 January 1980.
    const about = Buffer.alloc(26)
    for (const [i, value] of [20, 0, 8, 0, 33].entries()) about.writeUInt16LE(value, 2 * i)
    for (const [i, value] of [0, body.length, size].entries()) about.writeUInt32LE(value, 10 + 4 * i)
    about.writeUInt16LE(name.length, 22)
    const place = Buffer.alloc(14)
    place.writeUInt32LE(at, 10)
    local.push(Buffer.from('PK\x03\x04'), about, Buffer.from(name), body)
    central.push(Buffer.from('PK\x01\x02\x14\0'), about, place, Buffer.from(name))
    at += 30 + name.length + body.length
  }
  const list = Buffer.concat(central)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06')
  for (const offset of [8, 10]) end.writeUInt16LE(Object.keys(sizes).length, offset)
  end.writeUInt32LE(list.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...local, list, end])
}
