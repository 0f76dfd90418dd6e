import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { readFiles } from '../../manuscript/files.ts'
import { buildSeries } from '../../series/build-series.ts'
import { hrefOfPicture, shareCards } from './share-cards.ts'

const { series } = buildSeries(await readFiles(fileURLToPath(new URL('../../../e2e/tiny-series', import.meta.url))))
assert.ok(series)
const cards = shareCards(series)

test('every part, source and term has a picture, each at a path of its own', () => {
  const hrefs = cards.map(({ href }) => href)
  for (const { href } of [...series.parts, ...series.sources, ...series.terms]) assert.ok(hrefs.includes(href), href)
  assert.equal(new Set(hrefs.map(hrefOfPicture)).size, cards.length)
  assert.equal(hrefOfPicture('/'), '/share/index.png')
  assert.equal(hrefOfPicture('/glossary/lamna-light/'), '/share/glossary/lamna-light.png')
})

test('every picture says which series it belongs to', () => {
  for (const { title, foot, alt } of cards) {
    assert.ok(alt.includes(title))
    assert.ok([title, foot].includes(series.title))
  }
})

test('the subtitle of a source stands under its title; a colon in brackets divides nothing', () => {
  const [source] = series.sources
  assert.ok(source)
  const cardOf = (title: string) => shareCards({ ...series, sources: [{ ...source, title }] }).find(({ href }) => href === source.href)
  const divided = cardOf('Red Town: Work and War: 1917')
  assert.deepEqual([divided?.title, divided?.under], ['Red Town', ['Work and War: 1917']])
  assert.deepEqual(cardOf('Papers [On Work: Notes]')?.under, [])
})
