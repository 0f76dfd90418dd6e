import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { expect, test } from 'playwright/test'
import { filesOf, htmlOf, pagesOf, realSite, seriesOf, tinySite } from '../support/sites.ts'

const isText = (path: string) => /\.(?:html|xml|txt|json|jsonld|cff|bib|ris|webmanifest|js|css)$/u.test(path)
const read = (path: string) => readFileSync(join(realSite.folder, path), 'utf8')

/** The files of the site and of the folder in it, each with its text. */
function* textsOf(): Generator<readonly [string, string]> {
  for (const path of filesOf(realSite)) {
    if (isText(path)) yield [path, read(path)]
    if (!path.endsWith('.zip')) continue
    const files = unzipSync(readFileSync(join(realSite.folder, path)))
    for (const [name, bytes] of Object.entries(files)) if (isText(name)) yield [`${path}: ${name}`, Buffer.from(bytes).toString()]
  }
}

test('a site of which nobody has said where it will live names no place for itself', () => {
  const offences = [...textsOf()].filter(([, text]) => /localhost|127\.0\.0\.1|site\.invalid\/[^"`$]/u.test(text)).map(([path]) => path)
  expect(offences).toEqual([])
  const heads =
    /<link rel="(?:canonical|cite-as)"|<meta (?:property="og:(?:url|image)|name="(?:citation_public_url|citation_fulltext_html_url|DC\.identifier|DCTERMS\.isPartOf)")/u
  expect(pagesOf(realSite).filter((page) => heads.test(htmlOf(realSite, page)))).toEqual([])
  expect(filesOf(realSite).filter((path) => /sitemap/u.test(path))).toEqual([])
  expect(read('/robots.txt')).not.toContain('Sitemap:')
})

test('its feed has names that are for good, and links that begin at the feed', () => {
  const feed = read('/feed.xml')
  const names = [...feed.matchAll(/<id>(.*?)<\/id>/gu)].map(([, name]) => name)
  expect(names).toHaveLength(seriesOf(realSite).parts.length + 1)
  for (const name of names) expect(name).toMatch(/^urn:uuid:[\da-f-]{36}$/u)
  const pages = new Set([...pagesOf(realSite), ...filesOf(realSite)])
  const links = [...feed.matchAll(/href="([^"]*)"/gu)].map(
    ([, link = '']) => new URL(link, 'https://reader.example/some/feed.xml').pathname,
  )
  expect(links.filter((link) => link !== '/some/feed.xml' && !pages.has(link.replace('/some', '')))).toEqual([])
  // The text of an entry is HTML, escaped.
  expect(feed).toMatch(/&lt;a (?:(?!&gt;).)* href="part-1\/#note-/u)
})

test('the copies lead to what they have, and what they lack is read as words', () => {
  const single = read(
    `/downloads/${filesOf(realSite)
      .find((path) => /^\/downloads\/.+(?<!index)\.html$/u.test(path))
      ?.split('/')
      .at(-1)}`,
  )
  const body = single.slice(single.indexOf('<main'), single.indexOf('</main>'))
  const links = [...body.matchAll(/<a\b[^>]*\bhref="([^"]*)"/gu)].map(([, link = '']) => link)
  expect(links.filter((link) => !/^(?:#|https?:|mailto:)/u.test(link))).toEqual([])
  expect(links.length).toBeGreaterThan(100)
  expect(single).toMatch(/<a class="search-link" href="#/u)
})

test('a site that knows its address says it', () => {
  expect(htmlOf(tinySite, '/the-lamp/')).toContain(`<link rel="canonical" href="${tinySite.address}/the-lamp/">`)
  expect(readFileSync(join(tinySite.folder, 'robots.txt'), 'utf8')).toContain(`Sitemap: ${tinySite.address}/sitemap-index.xml`)
})
