import type { ListItem, Paragraph, PhrasingContent, Root, RootContent } from 'mdast'

/**
 * What MultiMarkdown writes otherwise: works that are cited as notes (`[#orr]`, below it `[#orr]: …`) are notes, and the label of a
 * heading (`# Tolls [tolls] #`) is its id. Each line keeps its number.
 */
export function withMultiMarkdown(text: string): string {
  const cited = new Set([...text.matchAll(/^\[#([^\]\n]+)\]:/gmu)].map(([, key = '']) => key))
  const noted =
    cited.size === 0
      ? text
      : text.replace(/\[#([^\]\n]+)\]/gu, (whole, key: string) => (cited.has(key) ? `[^cited-${key.replace(/\s/gu, '-')}]` : whole))
  return noted.replace(/^(#{1,6} .*?) \[([a-z0-9]+(?:-[a-z0-9]+)*)\][ \t]+(#+)[ \t]*$/gmu, '$1 {#$2} $3')
}

/**
 * Lists of definitions (Pandoc, MultiMarkdown): a line, and below it what begins with a colon, as items in which the word is
 * strong. Changes the tree.
 */
export function listDefinitions(tree: Root): void {
  for (let at = 0; at < tree.children.length; at++) {
    const items: ListItem[] = []
    let end = at
    for (let found = definitionAt(tree.children, end); found; found = definitionAt(tree.children, end)) {
      items.push(...found.items)
      end += found.length
    }
    if (items.length > 0) tree.children.splice(at, end - at, { type: 'list', ordered: false, spread: false, children: items })
  }
}

/** A word with what it means: in one paragraph, or in two with an empty line between. */
function definitionAt(blocks: readonly RootContent[], at: number): { readonly items: ListItem[]; readonly length: number } | undefined {
  const [first, second] = [blocks[at], blocks[at + 1]]
  if (first?.type !== 'paragraph') return undefined
  const [word = [], ...meanings] = linesOf(first).reduce<PhrasingContent[][]>((parts, line) => {
    const before = parts.at(-1)
    if (!before || startsWithColon(line)) parts.push(line)
    else before.push({ type: 'text', value: ' ' }, ...line)
    return parts
  }, [])
  if (meanings.length > 0 && meanings.every(startsWithColon) && !startsWithColon(word) && linesOf(first).findIndex(startsWithColon) === 1)
    return { items: [itemOf(word, meanings)], length: 1 }
  const isPair = second?.type === 'paragraph' && linesOf(first).length === 1 && startsWithColon(second.children)
  return isPair ? { items: [itemOf(first.children, [second.children])], length: 2 } : undefined
}

const startsWithColon = ([first]: readonly PhrasingContent[]) => first?.type === 'text' && /^[:~]\s+\S|^[:~]\s+$/u.test(first.value)

function itemOf(word: readonly PhrasingContent[], meanings: readonly PhrasingContent[][]): ListItem {
  const [first = [], ...others] = meanings.map(([start, ...rest]): PhrasingContent[] =>
    start?.type === 'text' ? [{ ...start, value: start.value.replace(/^[:~]\s+/u, '') }, ...rest] : rest,
  )
  const paragraph = (children: readonly PhrasingContent[]): Paragraph => ({ type: 'paragraph', children: [...children] })
  const strong: PhrasingContent = { type: 'strong', children: [...word] }
  return {
    type: 'listItem',
    spread: others.length > 0,
    children: [paragraph([strong, { type: 'text', value: ' ' }, ...first]), ...others.map(paragraph)],
  }
}

/** The lines of a paragraph, as they were typed. */
function linesOf({ children }: Paragraph): PhrasingContent[][] {
  const lines: PhrasingContent[][] = [[]]
  for (const child of children) {
    const [first, ...others] = child.type === 'text' ? child.value.split('\n') : []
    if (child.type !== 'text') lines.at(-1)?.push(child)
    else {
      if (first) lines.at(-1)?.push({ ...child, value: first })
      for (const line of others) lines.push(line === '' ? [] : [{ type: 'text', value: line }])
    }
  }
  return lines
}

const columnRule = /^ {0,3}-{2,}(?: +-{2,})+ *$/u

/**
 * Pandoc’s tables of columns as tables of GFM: a line of dashes for each column, the names above it, the rows below it to the next
 * empty line or line of dashes. Each line keeps its number.
 */
export function withPipeTables(text: string): string {
  const lines = text.split('\n')
  const fenced = new Set<number>()
  let isFenced = false
  for (const [at, line] of lines.entries()) {
    if (/^ {0,3}(?:`{3}|~{3})/u.test(line)) isFenced = !isFenced
    if (isFenced) fenced.add(at)
  }
  for (let at = 0; at < lines.length; at++) {
    const rule = lines[at] ?? ''
    if (!columnRule.test(rule) || fenced.has(at)) continue
    const columns = [...rule.matchAll(/-+/gu)].map(({ index }, i) => (i === 0 ? 0 : index))
    const inCells = (line: string) =>
      columns.map((start, i) =>
        line
          .slice(start, columns[i + 1])
          .trim()
          .replaceAll('|', '\\|'),
      )
    const piped = (line: string) => `| ${inCells(line).join(' | ')} |`
    const length = lines.slice(at + 1).findIndex((line) => line.trim() === '' || /^ {0,3}-{2,}[- ]*$/u.test(line))
    const end = length < 0 ? lines.length : at + 1 + length
    if (end === at + 1) continue
    const head = lines[at - 1] ?? ''
    const hasHead = head.trim() !== '' && !/^[-\s]+$/u.test(head)
    if (hasHead) lines[at - 1] = piped(head)
    const dashes = `|${columns.map(() => ' - ').join('|')}|`
    // Without names the first row is the head, as in pages.
    const rows = lines.slice(at + 1, end).map(piped)
    lines[at] = hasHead ? dashes : (rows.shift() ?? '')
    for (const [i, row] of (hasHead ? rows : [dashes, ...rows]).entries()) lines[at + 1 + i] = row
    if (/^ {0,3}-/u.test(lines[end] ?? '')) lines[end] = ''
    // A caption below it is no row.
    at = end
  }
  return lines.join('\n')
}
