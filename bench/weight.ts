import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import MagicString from 'magic-string'
import { attribute, type Element, elementsOf, parsePage, textOf } from '../src/editions/html.ts'

// What a page weighs beside its text, and what each kind of thing on it costs: bench/weight.ts [page …], of the site in dist/.
// Bytes of Brotli at its best. A kind weighs what the page is lighter without it; what it shares with others is counted for neither.
const site = join(import.meta.dirname, '../dist')
const pages = process.argv.length > 2 ? process.argv.slice(2) : ['part-1', 'part-2']

/** What to leave out of an element: all of it, its content, or attributes by name. */
type Cut = 'all' | 'content' | ((name: string) => boolean) | undefined
type Kind = readonly [name: string, cut: (element: Element) => Cut]

const named = (element: Element, name: string, pattern: RegExp) => pattern.test(attribute(element, name) ?? '')
const isMeta = (element: Element, names: RegExp) =>
  element.tagName === 'meta' && (named(element, 'name', names) || named(element, 'property', names))
const only = (pattern: RegExp) => () => (name: string) => pattern.test(name)

const kinds: readonly Kind[] = [
  ['styles in the page', (element) => (element.tagName === 'style' ? 'content' : undefined)],
  ['policy', (element) => (attribute(element, 'http-equiv') ? 'all' : undefined)],
  ['citation_reference', (element) => (isMeta(element, /^citation_reference$/u) ? 'all' : undefined)],
  ['other metadata', (element) => (isMeta(element, /^(?:citation_(?!reference)|DC|og:)/u) ? 'all' : undefined)],
  ['JSON-LD', (element) => (named(element, 'type', /ld\+json/u) ? 'all' : undefined)],
  ['script in the head', (element) => (element.tagName === 'script' && element.attrs.length === 0 ? 'all' : undefined)],
  ['words for scripts', only(/^data-say/u)],
  [
    'header and menus',
    (element) => (['header', 'footer'].includes(element.tagName) && named(element, 'class', /^site-/u) ? 'all' : undefined),
  ],
  ['choices', (element) => (element.tagName === 'reader-choices' ? 'all' : undefined)],
  ['keeping', (element) => (element.tagName === 'keep-offline' ? 'all' : undefined)],
  ['reading bar', (element) => (element.tagName === 'reading-bar' ? 'all' : undefined)],
  ['search', (element) => (element.tagName === 'search-dialog' ? 'all' : undefined)],
  ['passages and citing them', (element) => (element.tagName === 'passage-tools' ? 'all' : undefined)],
  ['drawings', (element) => (element.tagName === 'svg' ? 'all' : undefined)],
  ['contents', (element) => (element.tagName === 'part-contents' ? 'all' : undefined)],
  ['ids', only(/^id$/u)],
  ['numbers of paragraphs', only(/^data-paragraph$/u)],
  ['locators', only(/^data-locator$/u)],
  ['addresses of works', only(/^data-address$/u)],
  ['links', only(/^href$/u)],
  ['roles', only(/^role$/u)],
  ['classes', only(/^class$/u)],
  ['labels', only(/^aria-/u)],
  ['languages', only(/^lang$/u)],
  ['what the search is told', only(/^data-pagefind/u)],
  ['back-links', (element) => (named(element, 'class', /^backlinks$/u) ? 'all' : undefined)],
  ['what a note is to', (element) => (named(element, 'class', /^note-to$/u) ? 'all' : undefined)],
  ['the other calendar', (element) => (named(element, 'class', /^new-style$/u) ? 'all' : undefined)],
  ['times', (element) => (element.tagName === 'time' ? (name) => name === 'datetime' : undefined)],
]

const weigh = (text: string) => brotliCompressSync(text).length

function without(html: string, elements: readonly Element[], cut: (element: Element) => Cut): string {
  const edited = new MagicString(html)
  for (const element of elements) {
    const { sourceCodeLocation: place } = element
    const left = cut(element)
    if (!place || !left) continue
    if (left === 'all') edited.remove(place.startOffset, place.endOffset)
    else if (left === 'content' && place.startTag && place.endTag) edited.remove(place.startTag.endOffset, place.endTag.startOffset)
    else if (left !== 'content')
      for (const [name, { startOffset, endOffset }] of Object.entries(place.attrs ?? {}))
        if (left(name)) edited.remove(startOffset - 1, endOffset)
  }
  return edited.toString()
}

for (const page of pages) {
  const folder = join(site, page)
  const html = readFileSync(join(folder, 'index.html'), 'utf8')
  const elements = [...elementsOf(parsePage(html))]
  const article = elements.find(({ tagName }) => tagName === 'article') ?? elements.find(({ tagName }) => tagName === 'main')
  if (!article) throw new Error(`${page} has no text.`)
  const sheets = elements.filter((element) => attribute(element, 'rel') === 'stylesheet').map((element) => attribute(element, 'href') ?? '')
  const text = weigh(textOf(article))
  const styles = sheets.reduce((sum, sheet) => sum + weigh(readFileSync(join(folder, sheet), 'utf8')), 0)
  const whole = weigh(html)
  const times = ((whole + styles) / text).toFixed(3)
  process.stdout.write(`${page}: text ${text}, page ${whole}, style files ${styles}: ${times} times its text\n`)
  const costs = kinds.map(([name, cut]) => [whole - weigh(without(html, elements, cut)), name] as const)
  for (const [bytes, name] of costs.sort(([a], [b]) => b - a)) process.stdout.write(`  ${String(bytes).padStart(6)}  ${name}\n`)
}
