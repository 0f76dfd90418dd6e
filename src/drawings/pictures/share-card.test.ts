import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { test } from 'node:test'
import type { Font } from 'satori'
import { inkOf, stylesOf } from './ink.ts'
import { measure, measureLetters } from './measure.ts'
import { drawShareCard } from './share-card.ts'
import type { ShareCard } from './share-cards.ts'

const { resolve } = createRequire(import.meta.url)
const alphabets = { Latin: 'latin', Extended: 'latin-ext', Cyrillic: 'cyrillic' }
const face = (family: string, file: string, weight: 400 | 700 | 900): Font[] =>
  Object.entries(alphabets).map(([name, subset]) => ({
    name: `${family} ${name}`,
    weight,
    style: 'normal',
    data: readFileSync(resolve(`@fontsource/${file}/files/${file}-${subset}-${weight}-normal.woff`)),
  }))
const faces = [
  ...face('Display', 'sofia-sans-extra-condensed', 700),
  ...face('Display', 'sofia-sans-extra-condensed', 900),
  ...face('Text', 'vollkorn', 400),
]

const cards: Record<string, ShareCard> = {
  short: { href: '/notes/', title: 'Notes', under: [], foot: 'A series', alt: '' },
  long: {
    href: '/sources/minutes/',
    over: 'Source · The committee of the amalgamated societies of lamp-lighters and allied trades, 1929',
    title: 'The minutes of the executive committee of the amalgamated societies of lamp-lighters and allied trades of the islands. '.repeat(
      3,
    ),
    under: [
      'With an introduction, notes and a very long subtitle that does not end before the line does, nor before the one after it. '.repeat(
        3,
      ),
    ],
    foot: 'A series whose title is rather longer than the picture is wide, though nobody should call a series so '.repeat(2),
    alt: '',
  },
  native: {
    href: '/glossary/x/',
    over: 'Glossary · Party',
    title: 'Łódź Bund',
    under: ['Всеобщий еврейский рабочий союз'],
    foot: 'A series',
    alt: '',
  },
}

for (const [name, card] of Object.entries(cards)) {
  test(`the picture for a ${name} title is a PNG of 1200 × 630 pixels under 45 kB`, async () => {
    const png = Buffer.from(await drawShareCard(card, 'en-GB', faces, inkOf(undefined)))
    assert.deepEqual([png.readUInt32BE(16), png.readUInt32BE(20)], [1200, 630])
    assert.ok(png.length < 45_000, `${png.length} bytes`)
  })
}

test('letters of every alphabet have widths of their own', async () => {
  const widthOf = await measure('MIM ЖIЖ ŁIŁ', stylesOf(faces).title, faces)
  const widths = ['MIM', 'ЖIЖ', 'ŁIŁ'].map(widthOf)
  assert.equal(new Set(widths).size, 3)
  assert.ok(widths.every((width) => width > 0.8 && width < 2.5))
  assert.ok(widthOf(' ') > 0.1 && widthOf(' ') < 0.4)
})

test('letters reach less far than their line', async () => {
  const { left, width } = await measureLetters('HAH', stylesOf(faces).title, faces)
  const line = (await measure('HAH', stylesOf(faces).title, faces))('HAH')
  assert.ok(left > 0 && width < line && width > line * 0.9)
})
