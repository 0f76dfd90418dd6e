import { createHash } from 'node:crypto'
import MagicString from 'magic-string'
import { keep } from '../../kept-results.ts'
import type { Edition } from '../../model/series.ts'
import { tellProgress } from '../../progress.ts'
import { at } from '../edition-error.ts'
import { attribute, type Document, type Element, elementsOf, escapeAttribute, parsePage, textOf } from '../html.ts'
import { type PlainPage, plainPage } from '../plain-page.ts'
import { fileAt, filesIn, readText, writeInto } from '../site-files.ts'
import { layApart, type StyledPage, takeApart } from './lay-apart.ts'
import { dropAddresses, shortened } from './lighten.ts'
import { lasting, readSheet, type Sheet } from './style-rules.ts'

/**
 * Puts into each page the styles that show it as it arrives, in the place of the sheets its head names, and their hash
 * into its policy: what is above the fold needs no second request. Of the sheet behind the text a page has what shows at
 * once; all else is in the file of what is opened, with what only previews need, and the words that only scripts say lie
 * beside it. See decisions 53 and 129.
 *
 * @param site folder of the finished site
 * @param edition that the site says of itself
 * @returns how many pages have their styles in them
 */
export async function inlineStyles(site: URL, edition?: Edition): Promise<number> {
  const paths = filesIn(site).filter((path) => path.endsWith('.html'))
  const sheets = new Map<string, Sheet>()
  const styled: { readonly path: string; readonly page: StyledPage }[] = []
  const read = (path: string) => readText(fileAt(site, path))
  const sheetAt = (path: string): Sheet => {
    const sheet = sheets.get(path) ?? readSheet(read(path))
    sheets.set(path, sheet)
    return sheet
  }
  const about = hashOfSheets(site)
  for (const [i, path] of paths.entries()) {
    tellProgress(i, paths.length)
    const { key, plain, restore } = plainPage(fileAt(site, path), edition)
    const made = await at(`/${path}`, async () => restore(keep('styled-page', [key, about], () => inlineIn(plain(), sheetAt))))
    if (!made) continue
    const { html, ...page } = made
    writeInto(fileAt(site, path), html)
    styled.push({ path, page })
  }
  const cards = new Set(
    paths.filter((path) => path.endsWith('/card/index.html')).flatMap((path) => presenceInCard(plainPage(fileAt(site, path), edition))),
  )
  layApart(site, styled, cards, (heads, wanted) => heads.map((path) => sheetAt(path)({ ...wanted, letters: [], media: 'screen' })).join(''))
  return styled.length
}

const presenceInCard = ({ key, plain }: PlainPage) => keep('presence-in-card', [key], () => [...presenceIn(elementsOf(parsePage(plain())))])

/** Of all style sheets of a site, with their names. */
function hashOfSheets(site: URL): string {
  const hash = createHash('sha256')
  for (const path of filesIn(site).filter((name) => name.endsWith('.css'))) hash.update(`${path}\0`).update(readText(fileAt(site, path)))
  return hash.digest('hex')
}

type SheetAt = (path: string) => Sheet

/** @returns nothing for a page that asks for none: the single file has its styles in it, most that are no more than a preview have none */
function inlineIn(html: string, sheetAt: SheetAt): (StyledPage & { readonly html: string }) | undefined {
  if (!html.includes('<link rel="stylesheet"')) return undefined
  const document = parsePage(html)
  const elements = elementsOf(document)
  const links = elements.filter((element) => element.tagName === 'link' && attribute(element, 'rel') === 'stylesheet')
  const ofHead = links.filter(isInHead)
  const letters = [...new Set(textOf(document))].map((character) => character.codePointAt(0) ?? 0)
  const present = presenceIn(elements)
  const all = { present, letters, media: 'all' } as const
  // Faces stand in the sheet of the head alone.
  const shown = { present: presenceIn(shownIn(document)), letters: [], media: 'screen' } as const
  const styles = links.map((link) => {
    const href = attribute(link, 'href') ?? ''
    return from(href, sheetAt(pathOf(link))(isInHead(link) ? all : shown))
  })
  const text = styles.join('')
  const edited = new MagicString(html)
  const opened = elements.find(({ tagName }) => tagName === 'opened-styles')
  for (const link of links) {
    const { startOffset = 0, endOffset = 0 } = link.sourceCodeLocation ?? {}
    if (link === ofHead[0]) edited.update(startOffset, endOffset, `<style>${text}</style>`)
    // Where there is no file of what is opened, the sheet behind the text stays one.
    else if (isInHead(link) || opened) edited.remove(startOffset, endOffset)
  }
  const policy = elements.find((element) => attribute(element, 'http-equiv')?.toLowerCase() === 'content-security-policy')
  const place = policy?.sourceCodeLocation?.attrs?.content
  if (!policy || !place) throw new Error('The page states no policy.')
  const stated = (attribute(policy, 'content') ?? '').replace(/style-src 'self'/u, `$& 'sha256-${hashOf(text)}'`)
  const allowed = shortened(elements, edited).reduce((said, { from, to }) => said.replace(hashOf(from), hashOf(to)), stated)
  dropAddresses(elements, edited)
  edited.update(place.startOffset, place.endOffset, `content="${escapeAttribute(allowed)}"`)
  const apart = opened ? takeApart(elements, opened, edited) : []
  return {
    html: edited.toString(),
    present: [...present],
    head: ofHead.map(pathOf),
    later: links.filter((link) => !isInHead(link)).map(pathOf),
    ...(opened && { opened: pathOf(opened) }),
    apart,
  }
}

const hashOf = (text: string) => createHash('sha256').update(text).digest('base64')

/** The path of the file that a link, or what loads it later, names. */
const pathOf = (element: Element) => `_astro/${(attribute(element, 'href') ?? attribute(element, 'data-href') ?? '').split('/').at(-1)}`

const isInHead = ({ parentNode }: Element) => parentNode?.nodeName === 'head'

/** What a sheet names from where it lies is named from the page that holds it. */
function from(href: string, css: string): string {
  const folder = href.replace(/[^/]*$/u, '')
  return css.replace(/url\((["']?)(?!data:|[/#])([^"')]+)\1\)/gu, (_, quote: string, url: string) => `url(${quote}${folder}${url}${quote})`)
}

function presenceIn(elements: Iterable<Element>): Set<string> {
  const present = new Set<string>()
  for (const element of elements) {
    present.add(element.tagName.toLowerCase())
    for (const { name, value } of element.attrs) {
      if (name === 'class') for (const each of value.split(/\s+/u)) present.add(`.${each}`)
      if (name === 'id') present.add(`#${value}`)
      if (lasting.includes(name)) present.add(`${name}=${value}`)
      if (name === 'lang') present.add(`lang=${value.replace(/-.*/u, '').toLowerCase()}`)
      // What has its direction from its words may have this one.
      if (name === 'dir' && value !== 'ltr') present.add('dir=rtl')
    }
  }
  return present
}

/** The elements that show as a page arrives, or that a script may show then: none in what is opened over it, or is put there. */
function* shownIn(node: Document | Element): Generator<Element> {
  for (const child of node.childNodes) {
    if (!('tagName' in child) || child.tagName === 'template') continue
    if (child.tagName === 'dialog' || attribute(child, 'popover') !== undefined) continue
    yield child
    yield* shownIn(child)
  }
}
