import type { Delete, Heading, PhrasingContent, Root, Text } from 'mdast'
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
    if (node.type !== 'text') return undefined
    const before = parent.children[at - 1]?.type
    const hasTarget = before === 'image' || before === 'link' || before === 'inlineCode' || before === 'emphasis' || before === 'strong'
    const value = (hasTarget ? node.value.replace(/^\{[#.\w][^{}\n]*\}/u, '') : node.value).replace(
      /\[([^[\]]+)\]\{[#.][^{}\n]*\}/gu,
      (_, words: string) => words,
    )
    const pieces = raisedIn(value)
    if (value === node.value && pieces.length === 1) return undefined
    parent.children.splice(at, 1, ...pieces)
    return [SKIP, at + pieces.length]
  })
}

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

const script = (name: 'sup' | 'sub', children: PhrasingContent[]) =>
  ({ type: 'mdxJsxTextElement', name, attributes: [], children }) as unknown as PhrasingContent

function keepId({ children }: Heading) {
  const last = children.at(-1) as Text | undefined
  const found = last?.type === 'text' ? /\s*\{(?:#([a-z0-9]+(?:-[a-z0-9]+)*))?[^{}]*\}\s*$/u.exec(last.value) : null
  if (!last || !found) return
  last.value = last.value.slice(0, found.index)
  // As it is typed: as a text its bracket would be escaped.
  if (found[1]) children.push({ type: 'html', value: ` [#${found[1]}]` })
}
