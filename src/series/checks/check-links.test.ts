import assert from 'node:assert/strict'
import { test } from 'node:test'
import { miniature, partWith } from '../../testing/miniature.ts'
import { buildSeries } from '../build-series.ts'

/** The addresses of the miniature series’ page “about” that are reported as leading nowhere. */
async function brokenOf(...addresses: string[]): Promise<string[]> {
  const text = `---\ntitle: About\n---\n\n## Its lamp [#lamp]\n\n${addresses.map((address) => `[here](${address})`).join(', ')}\n`
  const { diagnostics } = buildSeries(await miniature({ 'pages/about.mdx': text }))
  assert.ok(diagnostics.every(({ code }) => code === 'link-broken'))
  return diagnostics.map(({ message }) => /“([^”]*)”/u.exec(message)?.[1] ?? message)
}

test('a link may lead to every page of the series', async () => {
  assert.deepEqual(
    await brokenOf(
      '/',
      '/one/',
      '/notes/',
      '/sources/',
      '/sources/guild-minutes/',
      '/glossary/',
      '/glossary/vardas/',
      '/timeline/',
      '/search/',
      '/about/',
    ),
    [],
  )
})

test('a link may lead to a heading, a note, a reference, a paragraph and an event', async () => {
  const { series } = buildSeries(await miniature())
  const [paragraph] = series?.parts[0]?.paragraphs ?? []
  assert.ok(paragraph)
  assert.deepEqual(
    await brokenOf(
      '#lamp',
      '/one/#the-oil',
      '/one/#note-oil-ration',
      '/one/#ref-first-night-2',
      `/one/#p-${paragraph.key}`,
      '/timeline/#event-first-light',
    ),
    [],
  )
})

test('a link may be written from where it stands, with a query, and to another site', async () => {
  assert.deepEqual(
    await brokenOf(
      '../one/',
      '../one/#the-oil',
      '/search/?q=lamp',
      'https://example.org/nowhere',
      '//example.org/',
      'mailto:keeper@example.org',
    ),
    [],
  )
})

test('a link to a page or place that is not there is broken', async () => {
  const broken = [
    '/two/',
    '/one',
    'one/',
    '/one/#the-lamp',
    '/about/#the-oil',
    '#the-oil',
    '/one/#note-nobody',
    '/one/#ref-first-night-3',
    '/one/#p-aaaaa',
  ]
  assert.deepEqual(await brokenOf(...broken), broken)
})

test('a link of a note or a definition is meant from the page of its text', async () => {
  const { diagnostics } = buildSeries(
    await miniature({
      'parts/one.mdx': partWith('## The oil [#the-oil]\n\nIt burned.[^oil]\n\n[^oil]: See [above](#the-oil) and [elsewhere](#lamp).'),
      'glossary/lamna.mdx':
        '---\nname: Lamna\nkind: place\n---\n\n## The shore [#shore]\n\nSee [the shore](#shore) and [the oil](#the-oil).\n',
    }),
  )
  assert.deepEqual(
    diagnostics.map(({ file, message }) => `${file}: ${message}`),
    [
      'parts/one.mdx: The link leads to “#lamp”, which does not exist on this site.',
      'glossary/lamna.mdx: The link leads to “#the-oil”, which does not exist on this site.',
    ],
  )
})

test('a link may lead to a picture that has an id', async () => {
  const figure = '<Figure src="tower.svg" alt="A tower" id="the-tower"/>'
  const codesOf = async (text: string) =>
    buildSeries(await miniature({ 'parts/one.mdx': partWith(text) })).diagnostics.map(({ code }) => code)
  assert.deepEqual(await codesOf(`${figure}\n\nSee [the tower](#the-tower).`), [])
  assert.deepEqual(await codesOf(`${figure}\n\nSee [the tower](#the-lamp).`), ['link-broken'])
})

test('a heading in another script can be linked', async () => {
  const { diagnostics } = buildSeries(await miniature({ 'parts/one.mdx': partWith('## Маяк\n\nSee [the lighthouse](#маяк).') }))
  assert.deepEqual(diagnostics, [])
})
