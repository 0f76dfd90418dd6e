import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'playwright/test'
import { cardsOf, htmlOf, pagesOf, project, type Site, seriesOf, sites } from '../support/sites.ts'

/** Compressed: a page and its styles, and all the script that it asks for. */
const mostBytes = 40_000
/** For a long part: its HTML and CSS against its text alone, both compressed. */
const mostTimesText = 2.2
const mostBytesOfScript = 10_000
/** What applies the reader’s choices, and the faces that are there, before the first paint stands in the page itself (decision 54). */
const mostCharactersInHead = 1_500

const policy =
  /^<!doctype html><html[^>]*>\s*<head>\s*<meta charset="utf-8">\s*<meta http-equiv="content-security-policy" content="default-src 'none';[^"]*require-trusted-types-for 'script';\s*trusted-types pamphlet;[^"]*">/iu

for (const site of sites) {
  const pages = pagesOf(site)

  test(`no element of ${site.name} has a style of its own; what a page shows first stands in its head, allowed by its hash`, () => {
    expect(pages.filter((page) => /<[^>]+\sstyle=/u.test(htmlOf(site, page)))).toEqual([])
    const wrong = pages.filter((page) => {
      const html = htmlOf(site, page)
      const styles = [...html.matchAll(/<style>(.*?)<\/style>/gsu)].map(([, text = '']) => text)
      const hashes = styles.map((text) => `style-src 'self' 'sha256-${createHash('sha256').update(text).digest('base64')}'`)
      return (
        styles.length !== 1 || !html.slice(0, html.indexOf('</head>')).includes('<style>') || !hashes.every((hash) => html.includes(hash))
      )
    })
    expect(wrong).toEqual([])
  })

  test(`every page of ${site.name} states its policy right after its encoding`, () => {
    expect(pages.filter((page) => !policy.test(htmlOf(site, page)))).toEqual([])
    const loose = /http-equiv="content-security-policy" content="[^"]*(?:unsafe-inline|'unsafe-eval'|\*|https?:)/iu
    expect(pages.filter((page) => loose.test(htmlOf(site, page)))).toEqual([])
  })

  test(`the headers we propose to hosts allow the scripts of every page of ${site.name}`, () => {
    const hashesIn = (text: string) => [...text.matchAll(/'sha256-[^']+'/gu)].map(([hash]) => hash)
    const needed = new Set(
      pages.flatMap((page) =>
        hashesIn(/http-equiv="content-security-policy" content="[^"]*?(script-src [^";]*)/u.exec(htmlOf(site, page))?.[1] ?? ''),
      ),
    )
    expect(needed.size).toBeGreaterThan(0)
    const folder = join(project, 'e2e/hosts')
    const hosts = readdirSync(folder).filter((file) => !file.endsWith('.ts'))
    expect(hosts).toEqual(['Caddyfile', 'apache.conf', 'nginx.conf'])
    for (const file of hosts) expect(hashesIn(readFileSync(join(folder, file), 'utf8')), file).toEqual([...needed])
  })

  test(`no page of ${site.name} names a file on another host`, () => {
    const loads =
      /<(?:script|img|source|video|audio|iframe|object|embed|link(?![^>]*\srel="(?:canonical|license|alternate|cite-as|schema\.\w+)"))\s[^>]*?(?:src|srcset|href|data)="((?:https?:)?\/\/[^"]*)"/gu
    expect(pages.flatMap((page) => [...htmlOf(site, page).matchAll(loads)].map(([, url]) => `${page} → ${url}`))).toEqual([])
  })

  test(`every term, source, place and event of ${site.name} has a card, a document with encoding and policy that runs nothing, whose links all lead somewhere`, () => {
    const cards = cardsOf(site)
    const { terms, sources, places, events } = seriesOf(site)
    const onLists = [...places, ...events].map(({ href }) => `${href.replace('#', '')}/`)
    expect(cards).toEqual([...[...terms, ...sources].map(({ href }) => href), ...onLists].map((entry) => `${entry}card/`).sort())
    expect(cards.filter((card) => !policy.test(htmlOf(site, card)))).toEqual([])
    expect(cards.filter((card) => /<(?:script|link|style|iframe|object|embed|form)\b/u.test(htmlOf(site, card)))).toEqual([])
    expect(
      cards.flatMap((card) => [...linksOf(site, card)].filter((link) => !pages.includes(link)).map((link) => `${card} → ${link}`)),
    ).toEqual([])
  })

  test(`every page of ${site.name} can be reached from the first by links alone`, () => {
    const reached = new Set(['/'])
    for (const page of reached) for (const link of linksOf(site, page)) if (pages.includes(link)) reached.add(link)
    // Pages that are gone answer to old links and are linked by none of ours.
    const gone = seriesOf(site).retiredPages.map(({ href }) => href)
    expect(pages.filter((page) => !reached.has(page)).sort()).toEqual(['/404.html', ...gone].sort())
  })

  test(`no link of ${site.name} leads nowhere`, () => {
    const dead = pages.flatMap((page) =>
      [...linksOf(site, page)]
        .filter((link) => !pages.includes(link) && !existsSync(join(site.folder, decodeURIComponent(link))))
        .map((link) => `${page} → ${link}`),
    )
    expect(dead).toEqual([])
  })

  test(`every address on the pages of ${site.name} is relative, so that the site works in any folder`, () => {
    const fromRoot = pages
      .filter((page) => page !== '/404.html')
      .flatMap((page) =>
        [...htmlOf(site, page).matchAll(/\s(?:href|src|action|data-href)="(\/[^"]*)"/gu)].map(([, url]) => `${page} → ${url}`),
      )
    expect(fromRoot).toEqual([])
  })

  for (const { href } of seriesOf(site).parts) {
    test(`${href} of ${site.name} is small, and nothing stands between the reader and its text`, () => {
      const html = htmlOf(site, href)
      const styles = [...html.matchAll(/<link[^>]+rel="stylesheet"[^>]*>/gu)].map(([tag]) => /href="([^"]+)"/u.exec(tag)?.[1] ?? '')
      const scripts = [...html.matchAll(/<script([^>]*)>/gu)].map(([, attributes]) => attributes ?? '')
      expect(styles.length).toBeLessThanOrEqual(1)
      // One script does not wait for the text: a few words in the head, which ask for no file.
      const atOnce = [...html.matchAll(/<script([^>]*)>([^<]*)/gu)].filter(
        ([, attributes]) => !/type="(?:module|application\/ld\+json)"|\s(?:async|defer)\b/u.test(attributes ?? ''),
      )
      expect(atOnce.map(([, attributes]) => attributes)).toEqual([''])
      expect(atOnce[0]?.[2]?.length).toBeLessThanOrEqual(mostCharactersInHead)

      const files = [...styles, ...scripts.flatMap((attributes) => /src="([^"]+)"/u.exec(attributes)?.[1] ?? [])].map((url) =>
        pathFrom(href, url),
      )
      const code = withImports(
        site,
        files.filter((path) => path.endsWith('.js')),
      ).map((path) => gzipSync(readFileSync(join(site.folder, path))).length)
      expect(code.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(mostBytesOfScript)
      const bytes = [Buffer.from(html), ...styles.map((url) => readFileSync(join(site.folder, pathFrom(href, url))))].map(
        (file) => gzipSync(file).length,
      )
      const text =
        /<article[\s\S]*<\/article>/u
          .exec(html)?.[0]
          .replace(/<[^>]*>/gu, ' ')
          .replace(/\s+/gu, ' ') ?? ''
      expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(Math.max(mostBytes, mostTimesText * gzipSync(text).length))
    })
  }
}

const pathFrom = (page: string, url: string) => new URL(url, `https://site.invalid${page}`).pathname

/** The links of a page that stay on the site. */
function linksOf(site: Site, page: string): Set<string> {
  const addresses = [...htmlOf(site, page).matchAll(/<a\s[^>]*?href="([^"]*)"/gu)].map(
    ([, url]) => new URL(url ?? '', `https://site.invalid${page}`),
  )
  return new Set(addresses.filter(({ origin }) => origin === 'https://site.invalid').map(({ pathname }) => pathname))
}

/** Scripts with all that they import when the page loads. */
function withImports(site: Site, files: readonly string[]): string[] {
  const all = new Set(files)
  for (const file of all) {
    if (!file.endsWith('.js')) continue
    const code = readFileSync(join(site.folder, file), 'utf8')
    for (const [, url] of code.matchAll(/(?:import|from)\s*["'](\.[^"']+)["']/gu)) all.add(pathFrom(file, url ?? ''))
  }
  return [...all]
}
