import { expect, test } from 'playwright/test'
import { htmlOf, pagesOf } from '../support/sites.ts'
import { expectGoodPages, lostPlacesIn, mistakesIn, publish, wordsOf } from './check-pages.ts'

test('small manuscripts of everything the language allows become pages that pass the site’s own checks', ({ browserName: _ }, testInfo) =>
  expectGoodPages(4, testInfo))

test('a series of one part, and nothing else, offers nothing that it does not have', async ({ browserName: _ }, testInfo) => {
  const text = '---\ntitle: The lamp\npart: 1\ndescription: A lamp.\npublished: 2026-01-01\n---\n\nIt burned.\n'
  const fields = 'title: Lamps\nslug: lamps\nlanguage: en-GB\ndescription: On lamps.\nauthors: [{ literal: Us }]\n'
  const rights = 'rights: { name: CC0, url: https://creativecommons.org/publicdomain/zero/1.0/ }\nparts: [the-lamp]\n'
  const site = await publish(
    [
      { path: 'series.yaml', text: fields + rights },
      { path: 'parts/the-lamp.mdx', text },
    ],
    testInfo,
    { PAMPHLET_EDITIONS: 'web' },
  )
  expect(await mistakesIn(site)).toEqual([])
  expect(lostPlacesIn(site)).toEqual([])
  const links = pagesOf(site).flatMap((page) =>
    [...htmlOf(site, page).matchAll(/<a\b[^>]*?\shref="([^"]*)"/gu)].map(([, href = '']) => new URL(href, `https://a.test${page}`)),
  )
  const offered = new Set(links.map(({ pathname, hash }) => pathname + hash))
  for (const missing of ['/notes/', '/glossary/', '/timeline/', '/places/', '/the-lamp/#doc-endnotes'])
    expect([...offered]).not.toContain(missing)
  const said = ['/', '/the-lamp/'].map((page) => wordsOf(htmlOf(site, page)))
  for (const words of said) expect(words).toMatch(/2 words, about 1 minute(?! ·)/u)
  for (const words of said) expect(words).not.toMatch(/\bPart 1\b|(?<![.\d])0 |\bno notes\b/u)
})
