import type { Delete, Heading, Image, PhrasingContent, Root, Text } from 'mdast'
import { SKIP, visit } from 'unist-util-visit'

/**
 * Lines of Pandoc that are no text (fences of `:::`), and its line blocks (`| …`) as lines that are kept apart. Each line
 * keeps its number.
 */
export const withoutPandocBlocks = (text: string): string =>
  text.replace(/^:{3,}[ \t]*(?:\{[^}\n]*\}|[\w-]+)?[ \t]*:*$/gmu, '').replace(/(?<=^|\n\n)(?:\|[ \t][^\n|]*(?:\n|$)){2,}/gu, (block) =>
    block
      .trimEnd()
      .split('\n')
      .map((line) => line.replace(/^\|[ \t]/u, '').replace(/^ +/u, (blanks) => '\u00A0'.repeat(blanks.length)))
      .join('\\\n')
      .concat('\n'),
  )

/**
 * What Pandoc writes beside GFM: letters above (`^…^`) and below the line (`~…~`), attributes of headings, words and
 * pictures (`{#id .class}`), of which only the id of a heading is kept. Changes the tree.
 *
 * @param source the text that the tree was read from
 */
export function readPandocMarks(tree: Root, source: string): void {
  visit(tree, 'heading', keepId)
  visit(tree, (node, at, parent) => {
    if (!parent || at === undefined) return undefined
    if (node.type === 'delete' && isLow(node, source)) {
      parent.children.splice(at, 1, script('sub', node.children))
      return [SKIP, at + 1]
    }
    if ('children' in node) readSpans(node as unknown as { children: PhrasingContent[] })
    if (node.type !== 'text') return undefined
    const before = parent.children[at - 1]
    const attributes = before && takesAttributes.has(before.type) ? /^\{[#.\w][^{}\n]*\}/u.exec(node.value)?.[0] : undefined
    if (attributes && before?.type === 'image') describe(before, attributes)
    const value = node.value.slice(attributes?.length ?? 0)
    const pieces = raisedIn(value)
    if (value === node.value && pieces.length === 1) return undefined
    parent.children.splice(at, 1, ...pieces)
    return [SKIP, at + pieces.length]
  })
}

const takesAttributes: ReadonlySet<string> = new Set(['image', 'link', 'inlineCode'])

/** A picture with words for those who do not see it: what stands in its brackets is its caption (Pandoc’s implicit figures). */
function describe(image: Image, attributes: string) {
  const alt = attributeIn(attributes, 'alt')
  if (alt === undefined) return
  image.data = { caption: [{ type: 'text', value: image.alt ?? '' }] } as NonNullable<Image['data']>
  image.alt = alt
}

const attributeIn = (attributes: string, name: string): string | undefined => {
  const [, quoted, bare] = new RegExp(`(?:^|[\\s{])${name}=(?:"([^"]*)"|([^\\s"}]+))`, 'u').exec(attributes) ?? []
  return quoted ?? bare
}

/** Words in brackets with attributes behind them (`[…]{lang=ru}`): foreign words, citations with words of their own, or only words. */
function readSpans(parent: { children: PhrasingContent[] }) {
  for (let tries = 0; tries < 2_000; tries++) {
    const { children } = parent
    let found: RegExpExecArray | null = null
    const end = children.findIndex((node) => {
      found = node.type === 'text' ? /\]\{((?:[#.]|[\w-]+=)[^{}\n]*)\}/u.exec(node.value) : null
      return found !== null
    })
    const match = found as RegExpExecArray | null
    const last = children[end]
    if (!match || last?.type !== 'text') break
    const before = { type: 'text' as const, value: last.value.slice(0, match.index) }
    const begin = opening([...children.slice(0, end), before])
    const first = begin && (begin.at === end ? before : children[begin.at])
    const after = { type: 'text' as const, value: last.value.slice(match.index + match[0].length) }
    if (!begin || first?.type !== 'text') {
      // Brackets that nobody opened are left, and not found again.
      last.value = `${before.value}]${unopened}${last.value.slice(match.index + 1)}`
      continue
    }
    const inside =
      begin.at === end
        ? [{ type: 'text' as const, value: before.value.slice(begin.index + 1) }]
        : [{ type: 'text' as const, value: first.value.slice(begin.index + 1) }, ...children.slice(begin.at + 1, end), before]
    const words = inside.filter((node) => node.type !== 'text' || node.value !== '')
    const start = { type: 'text' as const, value: first.value.slice(0, begin.index) }
    const kept = [start, ...spanOf(match[1] ?? '', words), after].filter((node) => node.type !== 'text' || node.value !== '')
    children.splice(begin.at, end - begin.at + 1, ...kept)
  }
  for (const node of parent.children) if (node.type === 'text') node.value = node.value.replaceAll(unopened, '')
}

/** A character for private use, which no text has. */
const unopened = '\uE006'

/** The bracket that the last one closes. */
function opening(nodes: readonly PhrasingContent[]): { readonly at: number; readonly index: number } | undefined {
  let depth = 0
  for (let at = nodes.length - 1; at >= 0; at--) {
    const node = nodes[at]
    if (node?.type !== 'text') continue
    for (let index = node.value.length - 1; index >= 0; index--) {
      if (node.value[index] === ']') depth++
      else if (node.value[index] === '[' && depth-- === 0) return { at, index }
    }
  }
  return undefined
}

function spanOf(attributes: string, words: PhrasingContent[]): PhrasingContent[] {
  const [lang, source, locator] = ['lang', 'source', 'locator'].map((name) => attributeIn(attributes, name))
  if (lang) return [element('Foreign', { lang }, words)]
  return source ? [element('Source', { id: source, ...(locator && { locator }) }, words)] : words
}

const element = (name: string, properties: Readonly<Record<string, string>>, children: PhrasingContent[]) =>
  ({
    type: 'mdxJsxTextElement',
    name,
    attributes: Object.entries(properties).map(([property, value]) => ({ type: 'mdxJsxAttribute', name: property, value })),
    children,
  }) as unknown as PhrasingContent

/** One tilde on each side, which GFM strikes out, and no blank between them. */
const isLow = ({ position, children }: Delete, source: string): boolean => {
  const [only, ...others] = children
  const start = position?.start.offset ?? 0
  return only?.type === 'text' && others.length === 0 && !/\s/u.test(only.value) && !source.startsWith('~~', start)
}

function raisedIn(value: string): PhrasingContent[] {
  const pieces: PhrasingContent[] = []
  let from = 0
  for (const match of value.matchAll(/(?<=[\p{L}\p{N})])\^([^\s^[\]]{1,12})\^/gu)) {
    pieces.push({ type: 'text', value: value.slice(from, match.index) }, script('sup', [{ type: 'text', value: match[1] ?? '' }]))
    from = match.index + match[0].length
  }
  pieces.push({ type: 'text', value: value.slice(from) })
  return pieces.filter((piece) => piece.type !== 'text' || piece.value !== '' || pieces.length === 1)
}

const script = (name: 'sup' | 'sub', children: PhrasingContent[]) => element(name, {}, children)

function keepId({ children }: Heading) {
  const last = children.at(-1) as Text | undefined
  const found = last?.type === 'text' ? /\s*\{(?:#([a-z0-9]+(?:-[a-z0-9]+)*))?[^{}]*\}\s*$/u.exec(last.value) : null
  if (!last || !found) return
  last.value = last.value.slice(0, found.index)
  // As it is typed: as a text its bracket would be escaped.
  if (found[1]) children.push({ type: 'html', value: ` [#${found[1]}]` })
}
