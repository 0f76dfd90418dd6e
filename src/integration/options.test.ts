import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readOptions, SettingError } from './options.ts'

test('without options and variables a site is kept offline, and the rest is left to the manuscript', () => {
  assert.deepEqual(readOptions({}, {}), { offline: 'on', drafts: 'off', verbose: 'off', isContentOfEnvironment: true })
  assert.deepEqual(readOptions(undefined, {}), readOptions({ content: undefined }, {}))
})

test('variables of the environment are what counts where no option is given', () => {
  const environment = { PAMPHLET_CONTENT: '/texts', SITE_URL: 'https://lamna.example', BASE_PATH: 'preview', PAMPHLET_OFFLINE: 'off' }
  const { isContentOfEnvironment, ...options } = readOptions({}, environment)
  const others = { drafts: 'off', verbose: 'off' }
  assert.deepEqual(options, { content: '/texts', address: 'https://lamna.example', basePath: '/preview/', offline: 'off', ...others })
  assert.equal(isContentOfEnvironment, true)
  const given = { content: 'essays', address: 'https://other.example/', basePath: '/', offline: 'on', drafts: 'on', verbose: 'on' } as const
  assert.deepEqual(readOptions(given, environment), { ...given, isContentOfEnvironment: false })
})

test('editions are asked for by names with commas between them, and the site is always made', () => {
  const asked = (editions: string | string[]) => readOptions({ editions }, {}).editions
  assert.deepEqual(asked('web'), [])
  assert.deepEqual(asked('epub, web,zip'), ['folder', 'epub'])
  assert.deepEqual(asked(['pdf', 'pdf', 'single-file']), ['single-file', 'pdf'])
  assert.deepEqual(asked('all'), ['folder', 'single-file', 'epub', 'pdf', 'text'])
  assert.deepEqual(readOptions({}, { PAMPHLET_EDITIONS: 'text' }).editions, ['text'])
  assert.equal(readOptions({}, {}).editions, undefined)
  assert.equal(
    messageOf({}, { PAMPHLET_EDITIONS: 'web,mobi' }),
    'The setting PAMPHLET_EDITIONS is “web,mobi”. Expected: names with commas between them, of web, folder, single-file, epub, pdf, text, zip, all.',
  )
  assert.match(messageOf({ editions: '' }), /Expected: names with commas/u)
  assert.match(messageOf({ editions: 7 }), /^The option “editions” of pamphlet\(\) is 7\. Expected: names with commas/u)
})

test('a path begins and ends with one slash, and never names a host', () => {
  for (const [given, expected] of [
    ['preview', '/preview/'],
    ['/sub/path', '/sub/path/'],
    ['//evil.example', '/evil.example/'],
    ['/', '/'],
  ]) {
    assert.equal(readOptions({ basePath: given }, {}).basePath, expected)
  }
})

test('an option that is none is told in a sentence, with the one that was meant', () => {
  assert.equal(messageOf({ ofline: 'off' }), 'pamphlet() has no option “ofline”. Did you mean “offline”?')
  assert.equal(
    messageOf({ theme: 'dark' }),
    'pamphlet() has no option “theme”. It has these: content, address, basePath, offline, drafts, editions, translation, verbose.',
  )
  assert.match(messageOf('content'), /^pamphlet\(\) takes an object of options, .* was given “content”\.$/u)
})

test('all values that cannot be used are told at once, with who said them and what would do', () => {
  assert.deepEqual(messageOf({ content: '', address: 7, offline: false }, { BASE_PATH: '/a b/' }).split('\n').sort(), [
    'The option “address” of pamphlet() is 7. Expected: where the site will live, as https://example.org/series/.',
    'The option “content” of pamphlet() is “”. Expected: the path of the folder in which the manuscript lies.',
    'The option “offline” of pamphlet() is false. Expected: “on” or “off”.',
    'The setting BASE_PATH is “/a b/”. Expected: a path as /series/.',
  ])
  assert.equal(messageOf({}, { PAMPHLET_OFFLINE: 'of' }), 'The setting PAMPHLET_OFFLINE is “of”. Expected: “on” or “off”.')
  assert.equal(messageOf({}, { BASE_PATH: '/a?b' }), 'The setting BASE_PATH is “/a?b”. Expected: a path as /series/.')
  for (const address of ['lamna.example', 'https://lamna.example/?x', 'https://[/'])
    assert.ok(messageOf({}, { SITE_URL: address }).startsWith(`The setting SITE_URL is “${address}”. Expected: `))
})

/** What is said of options that cannot be used, without a trace of our code. */
function messageOf(options: unknown, environment: Parameters<typeof readOptions>[1] = {}): string {
  try {
    readOptions(options, environment)
  } catch (error) {
    assert.ok(error instanceof SettingError)
    assert.equal(error.stack, error.message)
    return error.message
  }
  assert.fail('The options can be used.')
}
