import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Series } from '../model/series.ts'
import { orderPages } from './page-order.ts'

test('pages of places follow the term or the work they are of, in the order of the parts', () => {
  const mentions = Array.from({ length: 1020 }, (_, i) => ({ place: { part: i + 1 } }))
  const terms = ['almanac', 'beacon'].map((id) => ({ href: `/glossary/${id}/`, mentions: id === 'almanac' ? mentions : [] }))
  const groups = Array.from({ length: 11 }, (_, i) => `/glossary/almanac/in/${i * 100 + 1}/`)
  const pages = ['/', '/about/', '/glossary/', '/glossary/almanac/', ...groups.toSorted(), '/glossary/beacon/', '/notes/']
  assert.deepEqual(orderPages(pages, { parts: [], terms, sources: [] } as unknown as Series), [
    ...['/', '/glossary/', '/glossary/almanac/'],
    ...groups,
    ...['/glossary/beacon/', '/about/'],
  ])
})
