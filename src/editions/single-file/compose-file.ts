import { createHash } from 'node:crypto'
import { serialize, defaultTreeAdapter as tree } from 'parse5'
import { attribute, type Document, type Element, elementsOf } from '../html.ts'

/** What stays of the head of a page: the rest names files or is for machines that visit the site. */
const staysInHead = (element: Element) =>
  element.tagName === 'title' ||
  (element.tagName === 'meta' &&
    (attribute(element, 'charset') !== undefined ||
      ['viewport', 'description', 'color-scheme'].includes(attribute(element, 'name') ?? ''))) ||
  (element.tagName === 'link' && attribute(element, 'rel') === 'canonical') ||
  (element.tagName === 'script' && isInline(element))

const isInline = (element: Element) => attribute(element, 'src') === undefined && attribute(element, 'type') === undefined

/**
 * The document with its styles and scripts inside it, and a policy that allows these and nothing else: the file can
 * load nothing and send nothing.
 *
 * @param document body and frame; its own scripts but those in the head that stand in the page are replaced
 * @param styles CSS that names no file
 * @param scripts classic ones, in the order they run, as `inAscii` writes them
 */
export function composeFile(document: Document, styles: string, scripts: readonly string[]): string {
  const elements = elementsOf(document)
  const head = elements.find(({ tagName }) => tagName === 'head')
  const body = elements.find(({ tagName }) => tagName === 'body')
  if (!head || !body) throw new Error('The page has no head or no body.')
  for (const element of elements.filter(({ tagName }) => tagName === 'script')) if (element.parentNode !== head) tree.detachNode(element)
  head.childNodes = head.childNodes.filter((child) => 'tagName' in child && staysInHead(child))
  append(head, 'style', [], styles)
  for (const script of scripts) append(body, 'script', [], script)
  const inline = elementsOf(document).filter((element) => element.tagName === 'script' && isInline(element))
  const policy = [
    "default-src 'none'",
    'img-src data:',
    'font-src data:',
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
    `script-src 'wasm-unsafe-eval' ${inline.map((element) => hashOf(textIn(element))).join(' ')}`,
    `style-src ${hashOf(styles)}`,
  ]
  const charset = head.childNodes.findIndex((child) => 'tagName' in child && attribute(child, 'charset') !== undefined)
  const meta = tree.createElement('meta', head.namespaceURI, [
    { name: 'http-equiv', value: 'content-security-policy' },
    { name: 'content', value: policy.join('; ') },
  ])
  head.childNodes.splice(charset + 1, 0, meta)
  return write(document)
}

/**
 * The document as HTML, in which an attribute that is there or not has no value. Scripts and styles stay to the letter:
 * they are found by their ends, for a pattern that looks for both ends has no room for megabytes.
 */
function write(document: Document): string {
  const html = serialize(document, { scriptingEnabled: false })
  const pieces: string[] = []
  let from = 0
  for (const { index, 1: tag } of html.matchAll(/<(script|style)[ >]/gu)) {
    if (index < from) continue
    const end = html.indexOf(`</${tag}>`, index)
    if (end < 0) break
    pieces.push(withoutEmptyValues(html.slice(from, index)), html.slice(index, end))
    from = end
  }
  return [...pieces, withoutEmptyValues(html.slice(from))].join('')
}

const withoutEmptyValues = (html: string) =>
  html.replace(/<[a-z][^<>]*>/gu, (tag) =>
    tag.replace(/ (checked|disabled|download|hidden|open|popover|required|selected|data-[a-z-]+)=""/gu, ' $1'),
  )

function append(parent: Element, tag: string, attrs: Element['attrs'], text: string) {
  const element = tree.createElement(tag, parent.namespaceURI, attrs)
  tree.insertText(element, text)
  tree.appendChild(parent, element)
}

const textIn = (element: Element) => element.childNodes.map((child) => ('value' in child ? child.value : '')).join('')

const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`
