import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'playwright/test'
import { cardsOf, htmlOf, pagesOf, type Site } from '../support/sites.ts'
import { build } from './builds.ts'
import { pseudoSeries, pseudoWords } from './pseudo-language.ts'

test('no word of the program stands on a page but those of the catalogue', async ({ browserName: _ }, testInfo) => {
  const content = testInfo.outputPath('content')
  for (const [path, text] of Object.entries({ ...pseudoSeries, 'words/ru-XA.yaml': pseudoWords() })) {
    mkdirSync(dirname(join(content, path)), { recursive: true })
    writeFileSync(join(content, path), text)
  }
  const site: Site = { name: 'pseudo', folder: testInfo.outputPath('site'), address: '' }
  const { code, output } = await build(content, site.folder).done
  expect(code, output).toBe(0)
  const pages = [...pagesOf(site), ...cardsOf(site)]
  expect(pages.length).toBeGreaterThan(20)
  expect(pages.flatMap((page) => strayWordsIn(htmlOf(site, page)).map((word) => `${page}: ${word}`))).toEqual([])
  // What code in the browser says, it was handed: none of the English words is in a script.
  const scripts = readFileSync(join(site.folder, 'sw.js'), 'utf8')
  expect(scripts).not.toMatch(/(?<!⟦)Not available offline/u)
  expect(scripts).toContain('⟦Not available offline⟧')
})

/** Names that are the same in every language, and words that stand in the styles of the CSL project themselves. */
const names =
  /\b(?:Wikidata|Reprint|repr|Original work published|BibTeX|RIS|CSL-JSON|MLA|APA|Harvard|MHRA|DOI|ISBN|SHA-256|CC BY-SA 4\.0|Aa|series\.json|CITATION\.cff|glossary\.skos\.jsonld|certutil -hashfile|sha256sum|Vollkorn|Sofia Sans|SIL Open Font License 1\.1|lamna(?:-offline|-a4|-a)?\.(?:zip|html|epub|pdf)|EPUB|PDF\/A-3a|PDF|A4|A5|[a-f\d]{7}|[a-f\d]{64}|kB|MB)\b/gu

/** Words in Latin letters that a reader meets and that stand in no brackets; the texts of the series are in Cyrillic ones. */
function strayWordsIn(html: string): string[] {
  const body = html.replace(/<(script|style)\b.*?<\/\1>/gsu, '').replace(/ data-say-[\w-]+="[^"]*"/gu, '')
  const attributes = [...body.matchAll(/ (?:aria-label|alt|placeholder|data-citation)="([^"]*)"/gu)].map(([, text = '']) => text)
  const described = [...body.matchAll(/<meta (?:name="description"|property="og:[\w:]+") content="([^"]*)"/gu)].map(([, text = '']) => text)
  const titles = [...body.matchAll(/<link [^>]*title="([^"]*)"/gu)].map(([, text = '']) => text)
  const texts = body.replace(/<[^>]*>/gu, '\n').split('\n')
  return [...texts, ...attributes, ...titles, ...described.filter((text) => !/^(?:article|website|https?:.*)$/u.test(text))].flatMap(
    (text) => {
      const outside = withoutBrackets(text.replace(/&[#\w]+;/gu, ' ').replace(/\{\w+\}/gu, ' ')).replace(names, ' ')
      return outside.match(/[A-Za-z]{2,}/gu) ?? []
    },
  )
}

/** A text without what stands in brackets, which may stand in one another and, where elements are between, open and close apart. */
function withoutBrackets(text: string): string {
  let depth = 0
  let outside = ''
  for (const sign of text) {
    if (sign === '⟦') depth++
    else if (sign === '⟧') depth = Math.max(0, depth - 1)
    else if (depth === 0) outside += sign
  }
  return outside
}
