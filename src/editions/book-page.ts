import { parseFragment, defaultTreeAdapter as tree } from 'parse5'
import { keep } from '../kept-results.ts'
import type { DrawingStyles } from './drawing-styles.ts'
import { attribute, type Document, type Element, elementsOf, parsePage } from './html.ts'
import { type PlainPage, plainPage } from './plain-page.ts'
import { readSeries } from './read-series.ts'

/** A page of the finished site as a book holds it: its text, and nothing that is only of use on a site. */
export type BookPage = {
  /** From the root of the site: `/part-1/`. */
  readonly path: string
  readonly title: string
  /** BCP 47, of the page as a whole. */
  readonly language: string
  /** The main element. */
  readonly main: Element
}

/**
 * Reads a page for a book: controls, lists of contents and what needs a script are left out, what is folded is open,
 * and of the forms of a drawing there is one, with its looks in its attributes.
 *
 * @param site folder of the finished site
 * @param path `/part-1/`
 * @param width in rem: for which window the drawing is chosen
 */
export async function readBookPage(site: URL, path: string, styles: DrawingStyles, width: number): Promise<BookPage> {
  const page = plainPage(fileOfPage(site, path), readSeries(site).edition)
  return page.restore(plainBookPage(page, path, styles, width))
}

/**
 * Makes something of such a page, or takes what was made of the same before.
 *
 * @param step name of what is made
 * @param on what it depends on besides the page
 */
export function keepOfBookPage<T>(
  site: URL,
  path: string,
  styles: DrawingStyles,
  width: number,
  { step, on, make }: { readonly step: string; readonly on: readonly string[]; readonly make: (page: BookPage) => T },
): T {
  const page = plainPage(fileOfPage(site, path), readSeries(site).edition)
  const made = () => make(plainBookPage(page, path, styles, width))
  return page.restore(keep(step, [page.key, path, styles.hash, String(width), ...on], made))
}

const fileOfPage = (site: URL, path: string) => new URL(`.${path.replace(/\/$/u, '/index.html')}`, site)

/** Without the hash of the edition. */
function plainBookPage({ key, plain }: PlainPage, path: string, styles: DrawingStyles, width: number): BookPage {
  const on = [key, path, styles.hash]
  const make = () => makeBookPage(plain(), path, styles, width)
  const ofAnyWidth = keep('book-page', on, () => (shownDrawing.test(plain()) ? undefined : make()))
  return ofAnyWidth ?? keep('book-page', [...on, String(width)], make)
}

/** Only of drawings another one is chosen for another width; what adorns the words is not chosen. */
const shownDrawing = /<svg(?![^>]*\saria-hidden="true")/u

/** The same of a page that was read. @throws where it has no main element */
export function makeBookPage(html: string, path: string, styles: DrawingStyles, width: number): BookPage {
  const document = parsePage(html)
  const elements = elementsOf(document)
  const main = elements.find(({ tagName }) => tagName === 'main')
  if (!main) throw new Error(`The page ${path} has no main element.`)
  chooseDrawings(main, styles, width)
  leaveOutFurniture(main, path === '/')
  for (const element of elementsOf(main)) simplify(element)
  for (const key of elementsOf(main).filter((element) => classesOf(element).includes('key'))) drawKey(key, styles)
  for (const svg of elementsOf(main).filter(({ tagName }) => tagName === 'svg')) styles.paint(svg)
  dropEmpty(main)
  setApart(main)
  // What is left of the document around the text is a burden to what is kept.
  main.parentNode = null
  return { path, title: titleOf(main, document), language: attribute(elements[0] ?? main, 'lang') ?? 'en', main }
}

/** Of the drawings of one thing, those for other windows are left out; one much too tall for a page gives way to the widest. */
function chooseDrawings(main: Element, styles: DrawingStyles, width: number) {
  const drawings = elementsOf(main).filter((element) => element.tagName === 'svg' && !isDecoration(element))
  for (const figure of new Set(drawings.map(figureOf))) {
    const own = drawings.filter((drawing) => figureOf(drawing) === figure)
    const shown = own.filter((drawing) => styles.isShown(drawing, width))
    const window = shown.some((drawing) => proportionOf(drawing) > 2.5) ? widest : width
    const chosen = window === width ? shown : own.filter((drawing) => styles.isShown(drawing, widest))
    for (const drawing of own) if (!chosen.includes(drawing)) tree.detachNode(hiddenWith(drawing, chosen))
    for (const words of wordsBelow(figure)) if (!styles.isShown(words, window)) tree.detachNode(words)
  }
}

/** In rem. */
const widest = 64

/** What is said of a drawing may be of one of its forms only. */
const wordsBelow = (figure: Element): Element[] =>
  elementsOf(figure)
    .filter(({ tagName }) => tagName === 'figcaption')
    .flatMap((caption) => elementsOf(caption).filter(isSpan))

const isSpan = ({ tagName }: Element) => tagName === 'span'

/** What is hidden together with a drawing: the words that go with it, up to what holds another one that is shown. */
function hiddenWith(drawing: Element, chosen: readonly Element[]): Element {
  let hidden = drawing
  for (let node = drawing.parentNode; node && 'tagName' in node && node.tagName === 'div'; node = node.parentNode) {
    if (elementsOf(node).some((element) => chosen.includes(element))) break
    hidden = node
  }
  return hidden
}

const isDecoration = (svg: Element) => attribute(svg, 'aria-hidden') === 'true'

function figureOf(element: Element): Element {
  let node: Element = element
  while (node.parentNode && 'tagName' in node.parentNode && node.tagName !== 'figure') node = node.parentNode
  return node
}

/** Height by width. */
function proportionOf(svg: Element): number {
  const [, , width = 1, height = 1] = (attribute(svg, 'viewBox') ?? '').split(/[\s,]+/u).map(Number)
  return height / width
}

/** The colour in front of a word in a legend, which the site has from its style sheet. */
function drawKey(key: Element, styles: DrawingStyles) {
  const colour = styles.colourAt(key, '--share')
  if (!colour) return
  const [svg] = parseFragment(
    `<svg class="swatch" viewBox="0 0 12 10" width="12" height="10" aria-hidden="true"><rect x=".5" y=".5" width="11" height="9" stroke="#000"/></svg>`,
  ).childNodes
  if (!svg || !('tagName' in svg)) return
  for (const rect of elementsOf(svg)) rect.attrs.push({ name: 'fill', value: colour })
  const [first] = key.childNodes
  if (first) tree.insertBefore(key, svg, first)
  else tree.appendChild(key, svg)
}

const controls = new Set([
  'script',
  'template',
  'button',
  'form',
  'noscript',
  'link',
  'style',
  'dialog',
  'input',
  'select',
  'progress',
  'audio',
  'video',
])

const furniture = new Set([
  'reading-progress',
  'continue-reading',
  'keep-offline',
  'search-dialog',
  'site-search',
  'found-marks',
  'preview-cards',
  'reading-bar',
  'read-aloud',
  'own-notes',
  'passage-tools',
  'newer-edition',
  'reader-choices',
  'part-contents',
  'large-drawings',
])

const ofSite = new Set(['skip-link', 'exports', 'jump', 'imprint', 'meta', 'start', 'pagination', 'over', 'copy-link', 'cover-line'])

/** On the first page, what a book has in its contents. */
const ofStart = new Set(['part-cards', 'look-up'])

function leaveOutFurniture(main: Element, isStart: boolean) {
  const isUnwanted = (element: Element) => {
    const classes = classesOf(element)
    return (
      controls.has(element.tagName) ||
      furniture.has(element.tagName) ||
      attribute(element, 'hidden') !== undefined ||
      attribute(element, 'data-online') !== undefined ||
      classes.some((name) => ofSite.has(name) || (isStart && ofStart.has(name)))
    )
  }
  for (const element of elementsOf(main).filter(isUnwanted)) tree.detachNode(element)
  if (isStart) leaveOutAfterIntroduction(main)
}

/** The introduction is the writer’s; below it the site shows its ways in. */
function leaveOutAfterIntroduction(main: Element) {
  const introduction = elementsOf(main).find((element) => classesOf(element).includes('introduction'))
  const page = elementsOf(main).find((element) => classesOf(element).includes('page'))
  if (page) page.childNodes = page.childNodes.filter((child) => child === introduction)
}

/** Elements of ours become what is in them, folded ones open. */
function simplify(element: Element) {
  if (element.tagName.includes('-') && element.namespaceURI === 'http://www.w3.org/1999/xhtml') return unwrap(element)
  if (element.tagName === 'picture' || element.tagName === 'source')
    return element.tagName === 'picture' ? unwrap(element) : tree.detachNode(element)
  if (element.tagName === 'details') rename(element, 'div', 'details')
  if (element.tagName === 'summary') rename(element, 'p', 'summary')
  element.attrs = element.attrs.filter(({ name }) => !isOfBrowser(name))
}

const isOfBrowser = (name: string) =>
  (name.startsWith('data-') && !kept.has(name)) ||
  ['tabindex', 'srcset', 'sizes', 'loading', 'decoding', 'fetchpriority', 'popover', 'open', 'style'].includes(name)

const kept = new Set(['data-paragraph', 'data-address', 'data-certainty'])

function rename(element: Element, name: string, ownClass: string) {
  element.tagName = name
  element.nodeName = name
  const classes = [...classesOf(element), ownClass].join(' ')
  element.attrs = [...element.attrs.filter((held) => held.name !== 'class'), { name: 'class', value: classes }]
}

function unwrap(element: Element) {
  const parent = element.parentNode
  if (!parent) return
  for (const child of [...element.childNodes]) {
    tree.detachNode(child)
    tree.insertBefore(parent, child, element)
  }
  tree.detachNode(element)
}

/** What the site sets apart by its style sheet is set apart by its text. */
function setApart(main: Element) {
  for (const element of elementsOf(main)) {
    const parent = element.parentNode
    if (!parent || !('tagName' in parent) || element.namespaceURI !== 'http://www.w3.org/1999/xhtml') continue
    const isNamed = !isBlock.test(element.tagName) && classesOf(element).some((name) => apart.has(name))
    const isListed = classesOf(parent).includes('about') && parent.childNodes.some((child, i) => i > 0 && child === element)
    if (isListed || isNamed) tree.insertTextBefore(parent, isListed ? ' · ' : ' ', element)
  }
}

const isBlock = /^(?:p|div|li|ul|ol|dl|dt|dd|section|figure|h[1-6])$/u

const apart = new Set(['native', 'span', 'short', 'certainty', 'key', 'locator', 'note', 'legend', 'more'])

/** What is empty now that its controls are gone. */
function dropEmpty(element: Element) {
  for (const child of [...element.childNodes]) if ('tagName' in child && child.tagName !== 'svg') dropEmpty(child)
  for (const child of [...element.childNodes]) {
    if (!('tagName' in child) || !mayNotBeEmpty.has(child.tagName) || attribute(child, 'id') !== undefined) continue
    if (child.childNodes.every((each) => each.nodeName === '#text' && 'value' in each && each.value.trim() === '')) tree.detachNode(child)
  }
}

const mayNotBeEmpty = new Set(['ul', 'ol', 'dl', 'nav', 'div', 'p', 'section', 'header', 'figcaption', 'form', 'li', 'dt', 'dd'])

/** The heading of the page, without the numbers of notes in it. */
function titleOf(main: Element, document: Document): string {
  const heading = elementsOf(main).find(({ tagName }) => tagName === 'h1')
  const title = heading ? textOf(heading) : ''
  return title || textOf(elementsOf(document).find(({ tagName }) => tagName === 'title') ?? main)
}

/** The words of an element on one line, without numbers of notes. */
export function textOf(node: Element): string {
  return wordsOf(node).replace(/\s+/gu, ' ').trim()
}

function wordsOf(node: Element): string {
  if (classesOf(node).includes('reference')) return ''
  return node.childNodes.map((child) => ('value' in child ? child.value : 'tagName' in child ? wordsOf(child) : '')).join('')
}

export const classesOf = (element: Element): string[] => attribute(element, 'class')?.split(/\s+/u) ?? []
