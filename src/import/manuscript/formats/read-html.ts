import type { Element, ElementContent, RootContent as HtmlContent, Nodes as HtmlNodes, Root as HtmlRoot } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { toMdast } from 'hast-util-to-mdast'
import type { Nodes, PhrasingContent, Root, RootContent } from 'mdast'
import { SKIP, visit } from 'unist-util-visit'
import { linkHtmlNotes } from '../notes/html-notes.ts'
import type { Loss, ReadText } from '../read-text.ts'
import { quoteIndented, shapeGoogleDocs } from './google-docs.ts'

/** What a saved page has beside its text, and what would be run or loaded. */
const furniture = new Set(
  'script style noscript template nav header footer aside form button input select textarea svg canvas iframe object embed video audio link meta base'.split(
    ' ',
  ),
)
const asked =
  /(?:^|[\s_-])(?:share|sharing|social|comments?|related|newsletter|subscribe|subscription|sidebar|breadcrumbs?|cookie|advert|nav|menu|pagination)(?:$|[\s_-])/iu
const contents = ['article', 'main']
const contentClass =
  /(?:^|\s)(?:entry-content|post-content|available-content|article-content|article-body|post-body|wp-block-post-content|mw-parser-output)(?:\s|$)/u

/** Of a document and not a page: its first heading is its title only where it says so or is the only one of its rank. */
type Kind = { readonly isDocument?: true }

/** Reads a saved page, an export of Google Docs, a post: its text, with notes where they are linked. Nothing is fetched. */
export const readHtml = (html: string, kind: Kind = {}): ReadText => readPage(fromHtml(html), kind)

/** Reads a page that others have parsed, or made of a document. */
export function readPage(page: HtmlRoot, { isDocument }: Kind): ReadText {
  const losses: Loss[] = []
  const pictures = new Map<string, Uint8Array>()
  const styles = stylesIn(page)
  const pageTitle = textIn(find(page, ({ tagName }) => tagName === 'title'))
  const main = mainOf(page)
  const isTitle = ({ tagName, properties }: Element) =>
    tagName === 'p' && ((properties.className as string[] | undefined) ?? []).includes('title')
  const marked = find(page, isTitle)
  if (marked) marked.tagName = 'h1'
  const headline = marked ?? headlineOf(page, isDocument ? undefined : pageTitle)
  removeFurniture(main, losses)
  quoteIndented(main, styles)
  spellOutStyles(main, styles)
  joinCaptions(main)
  headTables(main)
  joinQuotations(main)
  nestLists(main)
  shapeGoogleDocs(main, losses)
  linkHtmlNotes(main)
  const tree = toMdast({ type: 'root', children: main.children as HtmlContent[] } satisfies HtmlRoot, {
    handlers: handlersFor(pictures),
    document: true,
  }) as Root
  const title = textIn(headline) || pageTitle.split(/\s+[|–—·-]\s+/u)[0] || undefined
  return { tree: { type: 'root', children: onlyBlocks(tree.children) }, losses, pictures, ...(title && { title }) }
}

/** The heading that is the title: the only one of its rank, or of several the first, unless the page is called otherwise. */
function headlineOf(page: HtmlRoot, pageTitle: string | undefined): Element | undefined {
  const alone = only(page, 'h1')
  if (alone || pageTitle === undefined) return alone
  const first = find(page, ({ tagName }) => tagName === 'h1')
  return textIn(first) !== '' && pageTitle.includes(textIn(first)) ? first : undefined
}

/** The element that holds the text, or the body. */
function mainOf(page: HtmlRoot): HtmlRoot | Element {
  const found =
    find(page, ({ properties }) => contentClass.test(String((properties.className as string[] | undefined)?.join(' ') ?? ''))) ??
    contents.map((name) => only(page, name)).find((element) => element !== undefined) ??
    find(page, ({ properties }) => properties.role === 'main') ??
    find(page, ({ tagName }) => tagName === 'body')
  if (!found) return page
  // Notes may stand beside the text, not in it.
  const body = find(page, ({ tagName }) => tagName === 'body')
  return body && found !== body && textIn(found).length < textIn(body).length / 3 ? body : found
}

function only(page: HtmlNodes, name: string): Element | undefined {
  const all: Element[] = []
  visit(page, 'element', (element) => void (element.tagName === name && all.push(element)))
  return all.length === 1 ? all[0] : undefined
}

export function find(tree: HtmlNodes, isIt: (element: Element) => boolean): Element | undefined {
  let found: Element | undefined
  visit(tree, 'element', (element) => {
    if (!found && isIt(element)) found = element
  })
  return found
}

export const textIn = (node: HtmlNodes | undefined): string => {
  if (!node) return ''
  if (node.type === 'text') return node.value
  return 'children' in node ? node.children.map(textIn).join('').replace(/\s+/gu, ' ').trim() : ''
}

function removeFurniture(main: HtmlRoot | Element, losses: Loss[]) {
  visit(main, (node, at, parent) => {
    if (at === undefined || !parent) return undefined
    if (node.type === 'comment' || node.type === 'doctype') {
      parent.children.splice(at, 1)
      return [SKIP, at]
    }
    if (node.type !== 'element') return undefined
    const names = String((node.properties.className as string[] | undefined)?.join(' ') ?? '')
    const isHidden = node.properties.hidden !== undefined || /display:\s*none/u.test(String(node.properties.style ?? ''))
    const isHeaderOfText = node.tagName === 'header' && find(node, ({ tagName }) => tagName === 'h1') !== undefined
    const isOfPaper = node.tagName === 'div' && /^(?:header|footer)$/u.test(String(node.properties.title ?? ''))
    const isNote = /note/iu.test(`${node.properties.role ?? ''} ${node.properties['epub:type'] ?? ''} ${names}`)
    if (
      (furniture.has(node.tagName) && !isHeaderOfText && !isNote) ||
      (asked.test(names) && node.tagName !== 'p' && !/footnote/iu.test(names)) ||
      isOfPaper ||
      isHidden
    ) {
      const text = textIn(node)
      if (text !== '' && !['script', 'style', 'noscript', 'template'].includes(node.tagName))
        losses.push({
          place: `<${node.tagName}>`,
          says: `left out, as no part of the text: “${text.slice(0, 80)}${text.length > 80 ? '…' : ''}”`,
        })
      else if (['iframe', 'video', 'audio', 'embed', 'object', 'svg'].includes(node.tagName))
        losses.push({ place: `<${node.tagName}>`, says: 'left out: it is no text' })
      parent.children.splice(at, 1)
      return [SKIP, at]
    }
    return undefined
  })
}

/** A picture, by the address that the page has for it; one that stands in the address itself is taken out of it. */
function pictureOf({ properties }: Element, pictures: Map<string, Uint8Array>) {
  const [src, alt] = [String(properties.src ?? ''), String(properties.alt ?? '').trim()]
  const inside = /^data:image\/([a-z]+)[^,]*;base64,([A-Za-z0-9+/=\s]+)$/u.exec(src)
  if (!inside) return { type: 'image', url: src, alt }
  const url = `picture:${pictures.size + 1}.${inside[1]}`
  pictures.set(url, new Uint8Array(Buffer.from(inside[2] ?? '', 'base64')))
  return { type: 'image', url, alt }
}

/** A paragraph that is the caption of the picture before it stands in one figure with it. */
function joinCaptions(main: HtmlRoot | Element) {
  visit(main, 'element', (node, at, parent) => {
    if (!((node.properties.className as string[] | undefined) ?? []).includes('caption') || !parent || at === undefined) return undefined
    const before = parent.children.findLastIndex((sibling, i) => i < at && (sibling.type !== 'text' || sibling.value.trim() !== ''))
    const picture = parent.children[before]
    if (picture?.type !== 'element' || textIn(picture) !== '' || !only(picture, 'img')) return undefined
    const caption = { type: 'element' as const, tagName: 'figcaption', properties: {}, children: node.children }
    parent.children.splice(before, at - before + 1, {
      type: 'element',
      tagName: 'figure',
      properties: {},
      children: [...(picture.tagName === 'img' ? [picture] : picture.children), caption],
    })
    return [SKIP, before + 1]
  })
}

/** A table in Markdown has a first line of headings. */
function headTables(main: HtmlRoot | Element) {
  visit(main, 'element', (table) => {
    if (table.tagName !== 'table' || find(table, ({ tagName }) => tagName === 'th')) return
    const row = find(table, ({ tagName }) => tagName === 'tr')
    for (const cell of row?.children ?? []) if (cell.type === 'element' && cell.tagName === 'td') cell.tagName = 'th'
  })
}

/** Quotations side by side, of which programs make one for each paragraph, are one. */
function joinQuotations(main: HtmlRoot | Element) {
  visit(main, 'element', (node, at, parent) => {
    if (node.tagName !== 'blockquote' || !parent || at === undefined) return
    for (let next = parent.children[at + 1]; next; next = parent.children[at + 1]) {
      const isBlank = next.type === 'text' && next.value.trim() === ''
      const isMore = next.type === 'element' && next.tagName === 'blockquote'
      if (!isBlank && !isMore) return
      if (isMore) node.children = [...inParagraph(node.children), ...inParagraph((next as Element).children)]
      parent.children.splice(at + 1, 1)
    }
  })
}

const blocks = new Set('p div ul ol table blockquote h1 h2 h3 h4 h5 h6 pre figure section'.split(' '))

const inParagraph = (nodes: ElementContent[]): ElementContent[] =>
  nodes.some((node) => node.type === 'element' && blocks.has(node.tagName))
    ? nodes
    : [{ type: 'element', tagName: 'p', properties: {}, children: nodes }]

/** A list that stands in another beside its items belongs to the item before it. */
function nestLists(main: HtmlRoot | Element) {
  const isList = (node: HtmlNodes): node is Element => node.type === 'element' && /^[uo]l$/u.test(node.tagName)
  visit(main, 'element', (node, at, parent) => {
    if (!isList(node) || !parent || at === undefined || !isList(parent)) return undefined
    const before = parent.children.findLast((child, i): child is Element => i < at && child.type === 'element' && child.tagName === 'li')
    if (!before) return undefined
    before.children.push(node)
    parent.children.splice(at, 1)
    return [SKIP, at]
  })
}

/** Classes of Google Docs and their styles. */
function stylesIn(page: HtmlRoot): ReadonlyMap<string, string> {
  const styles = new Map<string, string>()
  visit(page, 'element', (element) => {
    if (element.tagName !== 'style') return
    for (const [, name = '', rules = ''] of textIn(element)
      .slice(0, 200_000)
      .matchAll(/\.([\w-]+)\s*\{([^{}]*)\}/gu))
      styles.set(name, rules)
  })
  return styles
}

/** Italics, bold and raised letters that are written as styles. */
function spellOutStyles(main: HtmlRoot | Element, styles: ReadonlyMap<string, string>) {
  visit(main, 'element', (element) => {
    if (element.tagName !== 'span') return
    const names = (element.properties.className as string[] | undefined) ?? []
    const rules = [...names.map((name) => styles.get(name) ?? ''), String(element.properties.style ?? '')].join(';')
    const tags = [
      /font-style:\s*italic/u.test(rules) && 'em',
      /font-weight:\s*(?:bold|[6-9]00)/u.test(rules) && 'strong',
      /vertical-align:\s*super/u.test(rules) && 'sup',
      /vertical-align:\s*sub/u.test(rules) && 'sub',
    ].filter((tag) => tag !== false)
    const [first, ...rest] = tags
    if (!first) return
    element.tagName = first
    element.properties = {}
    for (const tagName of rest) element.children = [{ type: 'element', tagName, properties: {}, children: element.children }]
  })
}

type State = { all: (node: Element) => unknown[]; toFlow: (nodes: unknown[]) => unknown[] }

const handlersFor = (pictures: Map<string, Uint8Array>) => {
  const letters = (state: State, node: Element) => ({
    type: 'mdxJsxTextElement',
    name: node.tagName,
    attributes: [],
    children: state.all(node),
  })
  return {
    sup: letters,
    sub: letters,
    'pamphlet-reference': (_: State, node: Element) => ({
      type: 'footnoteReference',
      identifier: String(node.properties.note),
      label: String(node.properties.note),
    }),
    'pamphlet-note': (state: State, node: Element) => ({
      type: 'footnoteDefinition',
      identifier: String(node.properties.note),
      label: String(node.properties.note),
      children: state.toFlow(state.all(node)),
    }),
    img: (_: State, node: Element) => pictureOf(node, pictures),
    figure: (state: State, node: Element) => {
      const picture = only(node, 'img')
      const caption = picture && only(node, 'figcaption')
      if (!picture || !caption || textIn(node) !== textIn(caption)) return state.toFlow(state.all(node))
      return { type: 'paragraph', children: [{ ...pictureOf(picture, pictures), data: { caption: state.all(caption) } }] }
    },
    u: (state: State, node: Element) => state.all(node),
  } as unknown as NonNullable<NonNullable<Parameters<typeof toMdast>[1]>['handlers']>
}

/** Words that stand in no block become a paragraph. */
function onlyBlocks(nodes: readonly Nodes[]): RootContent[] {
  const blocks: RootContent[] = []
  let open: PhrasingContent[] | undefined
  for (const node of nodes) {
    if (
      ['text', 'emphasis', 'strong', 'link', 'image', 'footnoteReference', 'mdxJsxTextElement', 'inlineCode', 'break', 'delete'].includes(
        node.type,
      )
    ) {
      if (open) open.push(node as PhrasingContent)
      else {
        open = [node as PhrasingContent]
        blocks.push({ type: 'paragraph', children: open })
      }
    } else {
      open = undefined
      blocks.push(node as RootContent)
    }
  }
  return blocks
}
