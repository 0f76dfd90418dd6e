import assert from 'node:assert/strict'
import { test } from 'node:test'
import { withDays } from './date-sitemap.ts'

test('a page whose last change is known has its day, and no other has one', () => {
  const map = '<urlset><url><loc>https://a.example/</loc></url><url><loc>https://a.example/the-lamp/</loc></url></urlset>'
  assert.deepEqual(withDays(map, new Map([['https://a.example/the-lamp/', '2026-02-20']])), {
    map: map.replace('</url></urlset>', '<lastmod>2026-02-20</lastmod></url></urlset>'),
    dated: ['https://a.example/the-lamp/'],
  })
})

test('a part that the sitemap does not have is told', () => {
  assert.deepEqual(withDays('<urlset></urlset>', new Map([['https://a.example/the-lamp/', '2026-02-20']])).dated, [])
})
