import assert from 'node:assert/strict'
import { test } from 'node:test'
import { SaxesParser } from 'saxes'
import type { Part, Series } from '../../model/series.ts'
import { elementXml } from './atom-xml.ts'
import { feedAddresses } from './feed-addresses.ts'
import { documentsOf, entryOf, feedOf } from './write-feed.ts'

const poison = 'Words ]]> ]]><script xmlns="http://www.w3.org/1999/xhtml">x</script><![CDATA[ & &amp; <i>"\' \u0001\uFFFE\uD800 Ж'
const kept = poison.replaceAll('\u0001', '').replaceAll('\uFFFE', '').toWellFormed()

const series = {
  title: poison,
  description: poison,
  language: 'en',
  authors: [{ literal: poison }, { family: poison, given: 'A.' }],
  rights: { name: poison, url: 'https://example.org/?a=1&b=2' },
  parts: [
    { href: '/one/', number: 1, title: poison, description: poison, published: '2026-01-02' },
    { href: '/two/', number: 2, title: 'Two', description: 'Two', published: '2026-01-02', updated: '2026-03-04' },
  ],
} as unknown as Series

const [onlyDocument = assert.fail('There is a feed.')] = documentsOf(series.parts)

/** A document of the feed, with texts of its parts by their addresses. */
const feedWith = (texts: Readonly<Record<string, string>>, address: string, document = onlyDocument) =>
  feedOf(
    series,
    document,
    address,
    document.parts.map((part) =>
      Buffer.from(elementXml(entryOf(series, part, feedAddresses(series, address, document.href))(texts[part.href] ?? ''))),
    ),
  ).toString()

type Found = { readonly path: string; readonly attributes: Readonly<Record<string, string>>; text: string }

/** The elements of a document as a strict parser reads them; it throws at what is not well-formed. */
function elementsIn(xml: string): Found[] {
  const found: Found[] = []
  const open: Found[] = []
  const parser = new SaxesParser({ xmlns: true })
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ uri, local, attributes }) => {
    assert.equal(uri, 'http://www.w3.org/2005/Atom', 'nothing but Atom is in a feed')
    const values = Object.fromEntries(Object.entries(attributes).map(([name, { value }]) => [name, value]))
    const element = { path: [...open.map(({ path }) => path).slice(-1), local].join('/'), attributes: values, text: '' }
    open.push(element)
    found.push(element)
  })
  const write = (text: string) => {
    const last = open.at(-1)
    if (last) last.text += text
  }
  parser.on('text', write)
  parser.on('cdata', write)
  parser.on('closetag', () => open.pop())
  parser.write(xml).close()
  return found
}

test('whatever titles, names and texts say, a strict parser reads them in the feed as they are, but for what XML cannot hold', () => {
  const found = elementsIn(feedWith({ '/one/': `<p>${poison}</p>` }, 'https://example.org/'))
  const textsOf = (path: string) => found.filter((element) => element.path === path).map(({ text }) => text)
  assert.deepEqual(textsOf('feed/title'), [kept])
  assert.deepEqual(textsOf('feed/subtitle'), [kept])
  assert.deepEqual(textsOf('feed/rights'), [`${kept}, https://example.org/?a=1&b=2`])
  assert.deepEqual(textsOf('feed/author/name'), [kept, `A. ${kept}`])
  assert.deepEqual(textsOf('feed/entry/title'), ['Part 2: Two', `Part 1: ${kept}`])
  assert.deepEqual(textsOf('feed/entry/summary'), ['Two', kept])
  assert.deepEqual(textsOf('feed/entry/content'), ['', `<p>${kept}</p>`])
})

test('titles and descriptions are said to be text, the parts to be HTML', () => {
  const found = elementsIn(feedWith({}, 'https://example.org/'))
  const types = Object.fromEntries(found.map(({ path, attributes }) => [path, attributes.type]))
  for (const path of ['feed/title', 'feed/subtitle', 'feed/rights', 'feed/entry/title', 'feed/entry/summary'])
    assert.equal(types[path], 'text', path)
  assert.equal(types['feed/entry/content'], 'html')
})

test('every entry has what the format asks for: an id, a title, the day it changed, and somebody who wrote it', () => {
  const found = elementsIn(feedWith({}, 'https://example.org/sub/'))
  for (const path of ['id', 'title', 'updated', 'published', 'author', 'link'])
    assert.ok(found.filter((element) => element.path === `feed/entry/${path}`).length >= 2, path)
  assert.deepEqual(
    found.filter(({ path }) => path === 'feed/entry/updated').map(({ text }) => text),
    ['2026-03-04T00:00:00.000Z', '2026-01-02T00:00:00.000Z'],
  )
  assert.deepEqual(
    found.filter(({ path }) => path === 'feed/link').map(({ attributes }) => attributes.href),
    ['https://example.org/sub/', 'https://example.org/sub/feed.xml'],
  )
})

test('a long feed has an archive, whose documents keep their parts while the series grows, and loses nothing', () => {
  const partsOf = (count: number) =>
    Array.from(
      { length: count },
      (_, i) =>
        ({
          href: `/part-${i + 1}/`,
          number: i + 1,
          published: `20${String(10 + i)}-01-01`,
          ...(i === 3 && { updated: '2099-01-01' }),
        }) as unknown as Part,
    )
  assert.deepEqual(
    documentsOf(partsOf(40)).map(({ href }) => href),
    ['/feed.xml'],
  )
  const [feed, first, second, ...none] = documentsOf(partsOf(55))
  assert.deepEqual(none, [])
  assert.equal(feed?.parts[0]?.number, 4, 'what has changed is news again')
  assert.deepEqual(new Set([feed, first, second].flatMap((document) => document?.parts.map(({ number }) => number) ?? [])).size, 55)
  assert.deepEqual(feed?.links, [{ rel: 'prev-archive', href: '/feed/2.xml' }])
  assert.deepEqual(second?.links, [
    { rel: 'current', href: '/feed.xml' },
    { rel: 'prev-archive', href: '/feed/1.xml' },
  ])
  assert.deepEqual(documentsOf(partsOf(70))[1], first)
  const archive = feedWith({}, 'https://example.org/', { ...onlyDocument, href: '/feed/1.xml', isArchive: true })
  assert.match(archive, /<archive xmlns="http:\/\/purl\.org\/syndication\/history\/1\.0"\/>/u)
})
