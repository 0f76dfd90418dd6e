import assert from 'node:assert/strict'
import { test } from 'node:test'
import { SettingError, siteAddressOf } from './site-address.ts'

test('where nobody says where the site will live, it has no address and links from the root', () => {
  assert.deepEqual(siteAddressOf({}, undefined), { basePath: '/' })
  assert.deepEqual(siteAddressOf({ SITE_URL: '', BASE_PATH: '' }, undefined), { basePath: '/' })
})

test('the environment goes before the manuscript, a path of its own before that of an address', () => {
  const said = 'https://lamna.example/essays'
  assert.deepEqual(siteAddressOf({}, said), { site: 'https://lamna.example/essays/', basePath: '/essays/' })
  assert.deepEqual(siteAddressOf({ SITE_URL: 'https://other.example' }, said), { site: 'https://other.example/', basePath: '/' })
  assert.deepEqual(siteAddressOf({ SITE_URL: 'https://other.example', BASE_PATH: '/sub/path/' }, said), {
    site: 'https://other.example/sub/path/',
    basePath: '/sub/path/',
  })
  assert.deepEqual(siteAddressOf({ BASE_PATH: 'preview' }, said), { site: 'https://lamna.example/preview/', basePath: '/preview/' })
  assert.deepEqual(siteAddressOf({ BASE_PATH: '//evil.example' }, undefined), { basePath: '/evil.example/' })
})

test('a setting that is no address or path is named with its value, without a trace of our code', () => {
  const settings: Record<string, string>[] = [
    { SITE_URL: 'lamna.example' },
    { SITE_URL: 'https://lamna.example/?x' },
    { SITE_URL: 'https://[/' },
    { BASE_PATH: '/a b/' },
    { BASE_PATH: '/a?b' },
  ]
  for (const setting of settings) {
    const [[name = '', value = ''] = []] = Object.entries(setting)
    assert.throws(
      () => siteAddressOf(setting, undefined),
      (error) => error instanceof SettingError && error.message.startsWith(`The setting ${name} is “${value}”. Expected: `) && error.stack === error.message,
    )
  }
})
