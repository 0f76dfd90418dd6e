import assert from 'node:assert/strict'
import { test } from 'node:test'
import { siteAddressOf } from './site-address.ts'

test('nothing is said of an address that nobody has given', () => {
  assert.deepEqual(siteAddressOf({}, undefined), { basePath: '/' })
})

test('the address of the options goes before that of the manuscript, and the path of the options before both', () => {
  const said = 'https://lamna.example/essays'
  assert.deepEqual(siteAddressOf({}, said), { site: 'https://lamna.example/essays/', basePath: '/essays/' })
  assert.deepEqual(siteAddressOf({ address: 'https://other.example' }, said), { site: 'https://other.example/', basePath: '/' })
  assert.deepEqual(siteAddressOf({ address: 'https://other.example', basePath: '/sub/path/' }, said), {
    site: 'https://other.example/sub/path/',
    basePath: '/sub/path/',
  })
  assert.deepEqual(siteAddressOf({ basePath: '/preview/' }, said), { site: 'https://lamna.example/preview/', basePath: '/preview/' })
  assert.deepEqual(siteAddressOf({ basePath: '/preview/' }, undefined), { basePath: '/preview/' })
})
