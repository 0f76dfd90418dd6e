import assert from 'node:assert/strict'
import { test } from 'node:test'
import { miniature, partWith } from '../testing/miniature.ts'
import { buildSeries } from './build-series.ts'

/** The first mistake of the miniature series with these files: “file:line code”, or nothing. */
async function verdict(changes: Readonly<Record<string, string | null>>): Promise<string> {
  const { diagnostics } = buildSeries(await miniature(changes))
  const [first] = diagnostics.filter(({ severity }) => severity === 'error')
  return first ? `${first.file}:${first.span.start.line} ${first.code}` : ''
}

const base = Object.fromEntries((await miniature()).map(({ path, text }) => [path, text]))
const file = (path: string) => base[path] ?? ''
const part = (from: string | RegExp, to: string) => ({ 'parts/one.mdx': file('parts/one.mdx').replace(from, to) })
const lineOf = (text: string, words: string) => text.slice(0, text.indexOf(words)).split('\n').length
const linking = (link: string) => part('For the oil', `${link} For the oil`)

const wrongAddresses = [
  'http://example.org:99999/',
  'https://[/',
  'https://',
  'https:example.org',
  '//evil.example:99999/',
  '\\\\\\\\evil.example',
  'ftp://example.org/',
  'https://xn--a/',
  'https://*/',
  'https://other.example;sandbox/',
  'https://name:word@example.org/',
  'https://example.org:0/',
  'https://example..org/',
  'https://256.256.256.256/',
  'mailto:',
  'mailto:nobody',
  'tel:+123',
  `https://example.org/${'x'.repeat(100_000)}`,
]

test('an address that cannot be followed is refused where it stands, however it is typed', async () => {
  for (const address of wrongAddresses) {
    const link = linking(`See [it](<${address}>).`)
    assert.equal(await verdict(link), `parts/one.mdx:${lineOf(link['parts/one.mdx'], 'See [it]')} address-invalid`, address.slice(0, 40))
  }
  const typed = ['https://example.org:99999/', '[it][there]\n\n[there]: https://example.org:99999/\n\n']
  for (const link of typed) assert.match(await verdict(linking(`See ${link} or`)), /^parts\/one\.mdx:\d+ address-invalid$/u, link)
})

test('an address that runs code is told as such, entities and line ends or not', async () => {
  for (const address of ['javascript:alert(1)', 'JaVaScRiPt:alert(1)', 'java&#x0A;script:alert(1)', 'data:text/html,x', 'vbscript:x'])
    assert.match(await verdict(linking(`See [it](${address}).`)), /html-unsafe$/u, address)
})

test('an address inside the site that stands for no characters leads nowhere, and says so', async () => {
  for (const address of ['/one/#%E0%A4', '/%E0%A4/', '#%'])
    assert.match(await verdict(linking(`See [it](${address}).`)), /^parts\/one\.mdx:\d+ link-broken$/u, address)
})

test('addresses as people have them are taken', async () => {
  const addresses = [
    'https://example.org',
    'HTTP://EXAMPLE.ORG/A?b=c#d',
    'https://пример.рф/путь',
    'https://example.org:8443/a%D0%EE',
    'http://127.0.0.1/',
    'http://[::1]:80/x',
    'https://a_b.example.org/',
    'mailto:editors@example.org?subject=A%20lamp',
  ]
  for (const address of addresses) assert.equal(await verdict(linking(`See [it](${address}).`)), '', address)
})

const series = (line: string) => ({ 'series.yaml': `${file('series.yaml').trimEnd()}\n${line}\n` })
const lastLine = file('series.yaml').trimEnd().split('\n').length + 1

test('what series.yaml says of other sites and of its own is a host and a path', async () => {
  for (const url of [
    'https://*/',
    'https://other.example;sandbox/',
    "https://other.example/;script-src 'none'",
    'https://x.example/?q',
    'http://example.org:99999/',
    '/',
    'mailto:a@b.example',
  ]) {
    assert.equal(
      await verdict(series(`searched-with: [{ title: Other, url: "${url}" }]`)),
      `series.yaml:${lastLine} front-matter-invalid`,
      url,
    )
    assert.equal(await verdict(series(`address: "${url}"`)), `series.yaml:${lastLine} front-matter-invalid`, url)
  }
  for (const url of ['https://other.example/', 'http://127.0.0.1:4402/series/a-b_c', 'https://other.example'])
    assert.equal(await verdict(series(`searched-with: [{ title: Other, url: "${url}" }]\naddress: ${url}`)), '', url)
})

test('days are days of the calendar', async () => {
  const line = lineOf(file('parts/one.mdx'), 'published:')
  for (const day of ['2026-13-45', '2026-02-30', '0000-00-00', '1900-02-29', '2026-2-3', '2026', '20261124'])
    assert.equal(await verdict(part("'2026-11-24'", `'${day}'`)), `parts/one.mdx:${line} front-matter-invalid`, day)
  assert.equal(await verdict(part("'2026-11-24'", "'2024-02-29'")), '')
  assert.equal(
    await verdict({ 'series.yaml': file('series.yaml').replace("'1918-02-14'", "'1918-02-30'") }),
    'series.yaml:11 front-matter-invalid',
  )
  for (const date of ['julian="1900-02-30"', 'gregorian="1900-02-29"', 'gregorian="0000"', 'julian="1899-13"', 'gregorian="1917-00-01"'])
    assert.match(await verdict(part('julian="1899-02-01"', date)), /date-invalid$/u, date)
  for (const date of ['julian="1900-02-29"', 'gregorian="1896-02-29"', 'gregorian="1899-12"', 'julian="0900"'])
    assert.equal(await verdict(part('julian="1899-02-01"', date)), '', date)
  const withoutReform = { 'series.yaml': file('series.yaml').replace(/new-calendar.*/u, '') }
  assert.match(await verdict({ ...withoutReform, ...part('julian="1899-02-01"', 'julian="9999-12-31"') }), /date-invalid$/u)
})

test('languages are such as Intl takes', async () => {
  const language = (tag: string) => ({ 'series.yaml': file('series.yaml').replace('en-GB', tag) })
  for (const tag of ['xx-', 'en-a', 'english', 'de-1996-1996', 'de-DE-DE', '"1"', 'en_GB', '', 'de-DE-1996-DE'])
    assert.equal(await verdict(language(tag)), 'series.yaml:3 front-matter-invalid', tag)
  for (const tag of ['ru', 'de-CH-1996', 'ru-petr1708']) assert.equal(await verdict(language(tag)), '', tag)
  for (const tag of ['zh-Hant-TW', 'ru-Latn', 'grc']) assert.equal(await verdict(language(tag)), 'series.yaml:3 language-unsupported', tag)
  assert.match(await verdict(linking('<Foreign lang="de-1996-1996">Licht</Foreign>.')), /prop-invalid$/u)
})

test('numbers are finite, in order, and of a size that can be drawn', async () => {
  const map = (bounds: string) => ({
    'map.yaml': `title: Lamna\ndescription: The island.\nnote: A sketch.\nbounds: ${bounds}\nwater:\n  - outline: [[10, 10], [11, 10], [11, 11]]\n`,
  })
  for (const bounds of [
    '[30, 10, 20, 20]',
    '[10, 20, 20, 10]',
    '[10, 10, 10, 10]',
    '[10, 10, .inf, 20]',
    '[10, .nan, 20, 20]',
    '[10, -91, 20, 20]',
    '[-181, 10, 20, 20]',
    '[10, 10, 1e400, 20]',
    '[10, 10, 20]',
    '[0, 0, 1, 80]',
    '[-180, 0, 180, 0.1]',
  ])
    assert.equal(await verdict(map(bounds)), 'map.yaml:4 front-matter-invalid', bounds)
  assert.equal(await verdict(map('[10, 10, 20, 20]')), '')
  const ranges = (low: string, high: string) => ({
    'charts/oil.yaml': `kind: ranges\ntitle: Oil\ndescription: How much.\nunit: barrels\nrows:\n  - label: A year\n    low: ${low}\n    high: ${high}\n`,
  })
  for (const [low, high] of [
    ['5', '4'],
    ['{ about: 5 }', '4'],
    ['-1', '4'],
    ['1', '1e21'],
    ['1', '.inf'],
    ['.nan', '4'],
  ] as const)
    assert.match(await verdict(ranges(low, high)), /^charts\/oil\.yaml:[78] front-matter-invalid$/u, `${low} ${high}`)
  assert.equal(await verdict(ranges('4', '{ about: 4 }')), '')
  const shares = (values: string) => ({
    'charts/oil.yaml': `kind: shares\ntitle: Oil\ndescription: How much.\nseries: [ours, theirs]\nrows:\n  - label: A year\n    values: ${values}\n`,
  })
  for (const values of ['[0, 0]', '[null, null]', '[null, 0]', '[-1, 2]', '[1]', '[1, .inf]'])
    assert.match(await verdict(shares(values)), /^charts\/oil\.yaml:[67] front-matter-invalid$/u, values)
  assert.equal(await verdict(shares('[null, 1]')), '')
  for (const number of ['0', '-1', '1.5', '1e21', "'1'", '.nan'])
    assert.match(await verdict(part('part: 1', `part: ${number}`)), /^parts\/one\.mdx:3 front-matter-invalid$/u, number)
})

test('what is typed like a number, a truth or nothing is told to stand in quotation marks', async () => {
  for (const title of ['1917', '1917-10', 'true', 'null', '~', '', '[A lamp]', '{ a: lamp }', '"  "', '"\\u3164"', 'x'.repeat(100_000)]) {
    const found = await verdict(part('title: The lamp', `title: ${title}`))
    if (title !== '1917-10') assert.equal(found, 'parts/one.mdx:2 front-matter-invalid', title.slice(0, 20))
  }
  for (const title of ['"\\u200B"', '"\\u202E"', '"A\\u0000B"', '"\\uD800"'])
    assert.equal(await verdict(part('title: The lamp', `title: ${title}`)), 'parts/one.mdx:2 character-invisible', title)
  const { diagnostics } = buildSeries(await miniature(part('title: The lamp', 'title: 1917')))
  assert.deepEqual(
    diagnostics.map(({ remedy }) => remedy),
    ["Expected: a text, in quotation marks: '1917'. Typed as: title: The first lock"],
  )
  assert.equal(await verdict(part('title: The lamp', 'title: yes')), '')
})

test('a character that nobody sees is found where a reference stands for it', async () => {
  assert.match(await verdict(linking('A lamp&#x202E;.')), /^parts\/one\.mdx:\d+ character-invisible$/u)
  assert.match(await verdict(part('locator="ch. 2"', 'locator="ch. 2&#x202E;"')), /^parts\/one\.mdx:\d+ prop-invalid$/u)
})

test('names of devices, of the program’s pages and of languages are no names of parts', async () => {
  const named = (name: string) => ({
    'parts/one.mdx': null,
    [`parts/${name}.mdx`]: partWith('A lamp.'),
    'series.yaml': file('series.yaml').replace('[one]', `[${name}]`),
    'glossary/vardas.mdx': null,
  })
  for (const name of ['con', 'nul', 'com1', 'x'.repeat(101)])
    assert.match(await verdict(named(name)), /file-name-invalid$|front-matter-invalid$/u, name)
  for (const name of ['notes', 'icons', 'my-notes', 'sw', 'de'])
    assert.match((await reports(named(name))).join(), /part-name-reserved/u, name)
})

const reports = async (changes: Readonly<Record<string, string | null>>) =>
  buildSeries(await miniature(changes)).diagnostics.map(({ code }) => code)

test('what JavaScript calls its objects’ own names are names like others', async () => {
  const id = 'constructor'
  const rename = (text: string) =>
    text
      .replaceAll('keepers-guild', id)
      .replaceAll('guild-minutes', id)
      .replaceAll('oil-ration', id)
      .replaceAll('"oil"', `"${id}"`)
      .replaceAll('[#the-oil]', `[#${id}]`)
      .replaceAll('(#the-oil)', `(#${id})`)
      .replaceAll('/one/', `/${id}/`)
      .replaceAll('[one]', `[${id}]`)
  const renamed = Object.entries(base).map(
    ([path, text]) => [path.replace(/(?:keepers-guild|guild-minutes|\boil|\bone)(?=\.)/u, id), rename(text)] as const,
  )
  const { series: built, diagnostics } = buildSeries(renamed.map(([path, text]) => ({ path, text })))
  assert.deepEqual(
    diagnostics.map(({ message }) => message),
    [],
  )
  assert.deepEqual(
    [
      built?.parts[0]?.slug,
      built?.parts[0]?.notes[1]?.id,
      built?.sources.some((source) => source.id === id),
      built?.terms.some((term) => term.id === id),
    ],
    [id, id, true, true],
  )
  assert.match(built?.sources.find((source) => source.id === id)?.html ?? '', /Minutes/u)
})
