import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { hashManuscript } from '../manuscript/content-hash.ts'
import { printLedger } from '../manuscript/ledger/ledger-files.ts'
import { readManuscript } from '../manuscript/read-manuscript.ts'
import { printFollows } from '../manuscript/translations/follows.ts'
import { miniature } from '../testing/miniature.ts'
import { buildSeries } from './build-series.ts'
import { recordPermalinks } from './permalinks/record-permalinks.ts'

const fixture = new URL('../diagnostics/fixtures/translation-behind/translations/de/parts/one.mdx', import.meta.url)
const german = readFileSync(fileURLToPath(fixture), 'utf8')
const part = 'translations/de/parts/one.mdx'

/** The German series of the miniature, with these files beside or in place of its own. */
async function inGerman(changes: Readonly<Record<string, string>> = {}) {
  const built = buildSeries(await miniature({ [part]: german, ...changes }))
  const [translation] = built.translations
  assert.ok(translation)
  return { ...built, translation, told: built.diagnostics.map(({ code, file, span }) => `${file}:${span.start.line} ${code}`) }
}

const keysOf = (series: { readonly parts: readonly { readonly paragraphs: readonly { readonly key: string }[] }[] } | undefined) =>
  series?.parts[0]?.paragraphs.map(({ key }) => key)

test('a translation has the ids of the original, its facts, and a name of its own', async () => {
  const { series, translation, told } = await inGerman()
  assert.deepEqual(told, [])
  assert.deepEqual(keysOf(translation.series), keysOf(series))
  assert.deepEqual(translation.series?.parts[0]?.sections, [{ id: 'the-oil', title: 'Das Öl', level: 2 }])
  const { language, slug, title, parts } = translation.series ?? {}
  assert.deepEqual([language, slug, title, parts?.[0]?.title], ['de', 'keepers-de', 'The keepers of the light', 'Die Lampe'])
  assert.equal(parts?.[0]?.published, series?.parts[0]?.published)
  assert.deepEqual(translation.untranslated, ['/glossary/keepers-guild/', '/glossary/lamna/', '/glossary/vardas/', '/about/', '/'])
})

test('what is translated has no part in the original', async () => {
  const { series } = await inGerman()
  assert.deepEqual(series, buildSeries(await miniature()).series)
})

test('the hash of its content is that of the original’s files and its own, as they lie, and no other language’s', async () => {
  const hashOf = async (changes: Readonly<Record<string, string>>) => (await inGerman(changes)).translation.series?.edition.hash
  const files = [...(await miniature()), { path: part, text: german }]
  assert.equal(await hashOf({}), hashManuscript(files))
  assert.equal(await hashOf({ 'translations/fr/series.yaml': 'title: La lampe\n' }), hashManuscript(files))
  const hashes = await Promise.all([{}, { [part]: `${german}\n` }, { 'translations/de/series.yaml': 'title: Die Lampe\n' }].map(hashOf))
  assert.equal(new Set(hashes).size, hashes.length)
})

test('fields are laid over the original’s: entries by their ids, names without what sorts the original’s', async () => {
  const { translation, told } = await inGerman({
    'translations/de/series.yaml': 'title: Die Wärter\ndescription: Von den Wärtern.\n',
    'translations/de/timeline.yaml': '- id: first-light\n  title: Die Lampe brennt\n',
    'translations/de/glossary/vardas.mdx': '---\nname: Eleni die Wärterin\n---\n\nSie führte das Tagebuch.\n',
  })
  assert.deepEqual(told, [])
  const { title, description, events, terms } = translation.series ?? {}
  assert.deepEqual([title, description], ['Die Wärter', 'Von den Wärtern.'])
  assert.deepEqual([events?.[0]?.title, events?.[0]?.text], ['Die Lampe brennt', 'The light burns for the first time.'])
  const vardas = terms?.find(({ id }) => id === 'vardas')
  assert.deepEqual([vardas?.label, vardas?.sortKey, vardas?.kind], ['Eleni die Wärterin', 'Eleni die Wärterin', 'person'])
})

test('a paragraph without counterpart has a key of its own, and what is missing leads to its neighbour', async () => {
  const more = german.replace('## Das Öl', 'Ein Absatz, den nur die Übersetzung hat.\n\n## Das Öl')
  const { series, translation, told } = await inGerman({ [part]: more })
  assert.deepEqual(told, [`${part}:1 translation-uneven`])
  const [first, second, added, ...rest] = keysOf(translation.series) ?? []
  assert.deepEqual([first, second, ...rest], keysOf(series))
  assert.ok(added && !keysOf(series)?.includes(added))

  const less = german.replace(/<Epigraph[\s\S]*?<\/Epigraph>\n\n/u, '')
  const shorter = await inGerman({ [part]: less })
  assert.deepEqual(keysOf(shorter.translation.series), keysOf(series)?.slice(1))
  const moved = shorter.translation.files.find(({ path }) => path === 'permalinks.json')?.text ?? ''
  const [gone, to] = keysOf(series) ?? []
  assert.deepEqual(JSON.parse(moved).retired, { [`/one/#p-${gone}`]: { movedTo: `/one/#p-${to}` } })
})

test('mistakes are told where the translator has made them, those of the original once', async () => {
  const { told } = await inGerman({
    [part]: german.replace('id="vardas">', 'id="vrdas">'),
    'translations/de/pages/about.mdx': '---\ntitle: Über\ndescripton: Von uns\n---\n\nVon uns.\n',
    'translations/de/timeline.yaml': '- id: first-light\n  kind: nonsense\n',
    'glossary/lamna.mdx': '---\nname: Lamna\nkind: place\n---\n\nSee <Term id="nobody"/>.\n',
  })
  assert.deepEqual(told, [
    'glossary/lamna.mdx:6 term-unknown',
    'translations/de/pages/about.mdx:3 front-matter-invalid',
    `${part}:14 term-unknown`,
    'translations/de/timeline.yaml:2 kind-unknown',
  ])
})

test('lines are those of a text without front matter too', async () => {
  const { told } = await inGerman({ 'translations/de/pages/about.mdx': 'Von <Term id="nobody"/> ist hier die Rede.\n' })
  assert.deepEqual(told, ['translations/de/pages/about.mdx:1 term-unknown'])
})

test('a translation that is a draft is not there yet', async () => {
  const { translation, told } = await inGerman({ [part]: german.replace('---\n', '---\ndraft: true\n') })
  assert.deepEqual(told, [])
  assert.equal(translation.series?.parts[0]?.title, 'The lamp')
  assert.ok(translation.untranslated.includes('/one/'))
})

test('what was recorded is behind when the original has changed, until it is edited or confirmed', async () => {
  const { translation } = await inGerman()
  const original = (await miniature()).find(({ path }) => path === 'parts/one.mdx')?.text ?? ''
  const ledger = printLedger(recordPermalinks(readManuscript(await miniature()).manuscript).ledger)
  const changed = { 'permalinks.json': ledger, 'parts/one.mdx': original.replace('a barrel a month', 'two barrels a month') }
  const recorded = { ...changed, 'translations/de/follows.json': printFollows(translation.follows(() => false)) }
  const behind = await inGerman(recorded)
  assert.deepEqual(behind.told, [`${part}:14 translation-behind`])
  assert.match(behind.diagnostics[0]?.message ?? '', /It was: “.*burned a barrel a month.*” It is: “.*burned two barrels a month/u)

  const follow = (follows: ReturnType<typeof translation.follows>) =>
    inGerman({ ...recorded, 'translations/de/follows.json': printFollows(follows) })
  assert.deepEqual((await follow(behind.translation.follows(() => false))).told, behind.told)
  assert.deepEqual((await follow(behind.translation.follows(() => true))).told, [])
  const edited = await inGerman({ ...recorded, [part]: german.replace('ein Fass', 'zwei Fässer') })
  assert.deepEqual(edited.told, [])
})
