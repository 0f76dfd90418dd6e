import type { Html, PhrasingContent, Root, RootContent } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { SKIP, visit } from 'unist-util-visit'
import type { Loss, ReadText } from '../read-text.ts'
import { listDefinitions, withMultiMarkdown, withPipeTables } from './markdown-shapes.ts'
import { readPandocMarks, withoutPandocBlocks } from './pandoc-marks.ts'
import { readHtml } from './read-html.ts'

const processor = unified().use(remarkParse).use(remarkGfm)

/** Reads Markdown as GFM, Pandoc and MultiMarkdown write it: notes (`[^1]`), notes in the line (`^[…]`), HTML in it as what it says. */
export function readMarkdown(text: string): ReadText {
  const losses: Loss[] = []
  const { title, body } = withoutFrontMatter(text, losses)
  const source = withInlineNotes(withMultiMarkdown(withPipeTables(withoutPandocBlocks(body))))
  const tree = processor.parse(source) as Root
  resolveLinks(tree)
  readHtmlIn(tree, losses)
  readPandocMarks(tree, source)
  listDefinitions(tree)
  const [first] = tree.children
  const headline = first?.type === 'heading' && first.depth === 1 ? first : undefined
  const own =
    headline && tree.children.filter((node) => node.type === 'heading' && node.depth === 1).length === 1 && title === undefined
      ? plain(headline)
      : undefined
  if (own !== undefined) tree.children.shift()
  const called = title === undefined ? own : withoutMarks(title)
  return { tree, losses, ...(called && { title: called }) }
}

const plain = (node: RootContent | PhrasingContent): string =>
  'value' in node ? node.value : 'children' in node ? node.children.map(plain).join('') : ''

const withoutMarks = (text: string) => plain((processor.parse(text) as Root).children[0] ?? { type: 'text', value: text }) || text

/** Fields before the text: YAML, Pandoc’s lines with “%”, MultiMarkdown’s “Title: …”. */
function withoutFrontMatter(text: string, losses: Loss[]): { title?: string; body: string } {
  const yaml = /^---[ \t]*\n([\s\S]*?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)/u.exec(text)
  const percent = /^%[ \t]*(.+)\n(?:%.*\n){0,2}/u.exec(text)
  const fields = /^(?:[A-Z][\w -]{1,20}:[ \t]+\S.*\n)+\n/u.exec(text)
  const found = yaml ?? percent ?? (fields && /^title:/imu.test(fields[0]) ? fields : null)
  if (!found) return { body: text }
  const title = percent && found === percent ? percent[1]?.trim() : /^title:[ \t]*(["']?)(.+?)\1[ \t]*$/imu.exec(found[0])?.[2]
  const others = found[0]
    .split('\n')
    .filter((line) => /\S/u.test(line.replace(/[-.%]/gu, '')) && !/^title:/iu.test(line) && !line.includes(title ?? '\0'))
  for (const line of others) losses.push({ place: 'before the text', says: `the field “${line.trim()}” has no place` })
  // The lines stay, empty, so that what is said of others has their number.
  return { ...(title && { title }), body: found[0].replace(/[^\n]/gu, '') + text.slice(found[0].length) }
}

/** `^[words]` as a note of its own at the end of the text. */
function withInlineNotes(text: string): string {
  const notes: string[] = []
  let written = ''
  let from = 0
  for (let at = text.indexOf('^['); at >= 0; at = text.indexOf('^[', Math.max(from, at + 1))) {
    if (text[at - 1] === '\\' || text[at - 1] === '[') continue
    let [end, depth] = [at + 1, 0]
    for (; end < text.length; end++) {
      if (text[end] === '\\') end++
      else if (text[end] === '[') depth++
      else if (text[end] === ']' && --depth === 0) break
    }
    if (end >= text.length || /\n\s*\n/u.test(text.slice(at, end))) continue
    notes.push(text.slice(at + 2, end).replace(/\s*\n\s*/gu, ' '))
    written += `${text.slice(from, at)}[^inline-note-${notes.length}]`
    from = end + 1
  }
  return (
    written + text.slice(from) + notes.map((note, i) => `\n\n[^inline-note-${i + 1}]: ${note}`).join('') + (notes.length > 0 ? '\n' : '')
  )
}

/** Links by reference as links. */
function resolveLinks(tree: Root) {
  const addresses = new Map<string, string>()
  visit(tree, 'definition', ({ identifier, url }) => void (addresses.has(identifier) || addresses.set(identifier, url)))
  visit(tree, (node, at, parent) => {
    if (node.type === 'definition' && parent && at !== undefined) {
      parent.children.splice(at, 1)
      return [SKIP, at]
    }
    if (node.type === 'imageReference' && parent && at !== undefined)
      parent.children.splice(at, 1, { type: 'image', url: addresses.get(node.identifier) ?? '', alt: node.alt ?? '' })
    if (node.type === 'linkReference' && parent && at !== undefined)
      parent.children.splice(at, 1, { type: 'link', url: addresses.get(node.identifier) ?? '', children: node.children })
    return undefined
  })
}

/** HTML in the text: letters above and below the line stay, blocks are read, of other tags their words. */
function readHtmlIn(tree: Root, losses: Loss[]) {
  visit(tree, 'html', (node: Html, at, parent) => {
    if (!parent || at === undefined) return undefined
    const place = `line ${node.position?.start.line ?? 1}`
    if (parent.type === 'root' && /^<(?!!--)/u.test(node.value)) {
      const read = readHtml(node.value)
      losses.push(...read.losses)
      parent.children.splice(at, 1, ...read.tree.children)
      return [SKIP, at + read.tree.children.length]
    }
    const opens = /^<(sup|sub|em|i|strong|b)>$/iu.exec(node.value)?.[1]?.toLowerCase()
    const closing =
      opens === undefined
        ? -1
        : parent.children.findIndex((other, i) => i > at && other.type === 'html' && other.value.toLowerCase() === `</${opens}>`)
    if (opens !== undefined && closing > at) {
      const children = parent.children.slice(at + 1, closing) as PhrasingContent[]
      const type = { em: 'emphasis', i: 'emphasis', strong: 'strong', b: 'strong' }[opens]
      const read = type ? { type, children } : { type: 'mdxJsxTextElement', name: opens, attributes: [], children }
      parent.children.splice(at, closing - at + 1, read as PhrasingContent)
      return at
    }
    if (/^<br\s*\/?>$/iu.test(node.value)) parent.children.splice(at, 1, { type: 'break' })
    else {
      losses.push({ place, says: `left out: ${node.value.slice(0, 80)}` })
      parent.children.splice(at, 1)
    }
    return [SKIP, at]
  })
}
