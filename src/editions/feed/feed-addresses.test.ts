import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Series } from '../../model/series.ts'
import { feedAddresses } from './feed-addresses.ts'

const series = {
  slug: 'lamna-light',
  language: 'en-GB',
  parts: [{ published: '2026-02-01' }, { published: '2026-01-02' }],
} as unknown as Series

test('where the site lives is what names its pages', () => {
  const { idOf, linkTo } = feedAddresses(series, 'https://lamna.example/essays/')
  assert.equal(idOf('/'), 'https://lamna.example/essays/')
  assert.equal(linkTo('/the-lamp/#note-x'), 'https://lamna.example/essays/the-lamp/#note-x')
})

test('where nobody knows, names are UUIDs that stay the same, and links begin at the feed', () => {
  const { idOf, linkTo } = feedAddresses(series, undefined)
  assert.match(idOf('/the-lamp/'), /^urn:uuid:[\da-f]{8}-[\da-f]{4}-5[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/u)
  assert.equal(idOf('/the-lamp/'), feedAddresses({ ...series }, undefined).idOf('/the-lamp/'))
  const names = [idOf('/'), idOf('/the-lamp/'), idOf('/the-watch/'), feedAddresses({ ...series, slug: 'other' }, undefined).idOf('/')]
  assert.equal(new Set(names).size, names.length)
  assert.deepEqual([linkTo('/'), linkTo('/feed.xml'), linkTo('/the-lamp/#note-x')], ['./', 'feed.xml', 'the-lamp/#note-x'])
})
