import { expect, test } from 'playwright/test'
import { type Answer, answer } from '../../src/reader/search/rank-results.ts'
import type { SearchEngine } from '../../src/reader/search/search-engine.ts'
import { htmlOf, type Site, seriesOf, sites } from '../support/sites.ts'
import { openIndex } from './open-index.ts'

const wordsIn = (text: string): readonly string[] =>
  text
    .normalize('NFC')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? []

/** The text of a part’s page as it is read, without what leads elsewhere: contents, references, back-links, drawings, what is gone. */
const textOfPart = (site: Site, href: string) =>
  (/<article[\s\S]*?<\/article>/u.exec(htmlOf(site, href))?.[0] ?? '')
    .replace(/<section class="retired"[\s\S]*?<\/section>/gu, ' ')
    .replace(/<(?:nav|svg|summary|script|button)[\s\S]*?<\/(?:nav|svg|summary|script|button)>/gu, ' ')
    .replace(
      /<header[\s\S]*?<\/header>|<sup class="reference"[\s\S]*?<\/sup>|<p class="(?:backlinks|context)"[\s\S]*?<\/p>|<h2 id="doc-endnotes"[\s\S]*?<\/h2>/gu,
      ' ',
    )
    .replace(/<\/(?:p|li|td|th|tr|h\d|figcaption|div|dt|dd|section)>|<br>/gu, ' ')
    .replace(/<[^>]*>/gu, '')
    .replace(/&#(\d+);/gu, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&(\w+);/gu, (_, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ' })[name] ?? ' ')

for (const site of sites) {
  const series = seriesOf(site)
  let engine: SearchEngine

  test.describe(`in the index of ${site.name}`, () => {
    test.beforeAll(async () => {
      engine = await openIndex(site)
    })

    /** Everything that is shown of a result. */
    const shownOf = async (id: string) => {
      const { text, title, place, names = [] } = await engine.record(id)
      return [text, title, place, ...names].join(' ')
    }

    test('every word of the texts finds a result that has it', async () => {
      const texts = [
        ...series.parts.flatMap(({ href, notes }) => [textOfPart(site, href), ...notes.map(({ text }) => text)]),
        ...series.terms.flatMap(({ name, definition }) => [name, definition]),
        ...series.sources.flatMap(({ html, note = '' }) => [html.replace(/<[^>]*>|&#\d+;/gu, ' '), note]),
        ...series.events.flatMap(({ title, text }) => [title, text]),
      ]
      const words = [...new Set(texts.flatMap(wordsIn))]
      expect(words.length).toBeGreaterThan(500)
      const lost: string[] = []
      for (const word of words) {
        const { matches } = await answer(engine, word)
        let isFound = false
        for (const { id } of matches) {
          isFound = wordsIn(await shownOf(id)).includes(word)
          if (isFound) break
        }
        if (!isFound) lost.push(word)
      }
      expect(lost).toEqual([])
    })

    test('what the writer says on the front page and in “About” is found there, once, and none of the program’s words are', async () => {
      const pages = series.pages.filter(({ slug }) => slug === 'home' || slug === 'about')
      expect(pages).toHaveLength(2)
      for (const { href, paragraphs } of pages) {
        for (const { key, text } of paragraphs.slice(0, 3)) {
          const phrase = wordsIn(text).slice(0, 6).join(' ')
          const { matches } = await answer(engine, `"${phrase}"`)
          const found = await Promise.all(matches.map(async ({ id }) => (await engine.record(id)).url))
          expect(found.filter((url) => url === `${href}#p-${key}`)).toHaveLength(1)
        }
      }
      const { matches } = await answer(engine, '"MIT License"')
      expect(matches).toEqual([])
    })

    test('200 phrases of three words find the paragraph they stand in', async () => {
      const places = series.parts.flatMap(({ href, paragraphs, notes }) => [
        ...paragraphs.map(({ key, text }) => ({ url: `${href}#p-${key}`, text })),
        ...notes.map((note) => ({ url: note.href, text: note.text })),
      ])
      const phrases = places.flatMap(({ url, text }) =>
        [
          ...text.matchAll(/(?=(?<![\p{L}\p{N}])([\p{L}\p{N}]+[^\p{L}\p{N}]+[\p{L}\p{N}]+[^\p{L}\p{N}]+[\p{L}\p{N}]+)(?![\p{L}\p{N}]))/gu),
        ].map(([, phrase = '']) => ({ url, phrase: phrase.replace(/["“”„«»]/gu, '') })),
      )
      const next = generator(1917)
      const lost: string[] = []
      for (let i = 0; i < 200; i++) {
        const { url, phrase } = phrases[Math.floor(next() * phrases.length)] ?? { url: '', phrase: '' }
        const found = await urlsOf(await answer(engine, `“${phrase}”`))
        if (!found.includes(url)) lost.push(`${phrase}: ${url}`)
      }
      expect(phrases.length).toBeGreaterThan(500)
      expect(lost).toEqual([])
    })

    const urlsOf = ({ matches }: Answer) => Promise.all(matches.map(async ({ id }) => (await engine.record(id)).url))
  })
}

/** Numbers from 0 to 1 that are the same in every run (Park and Miller, Comm. ACM 31, 1988). */
function generator(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}
