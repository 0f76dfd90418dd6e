import type { Element, ElementContent, Nodes, Root } from 'hast'
import { visit } from 'unist-util-visit'

const number = /^[\s[(^]*(\d{1,4})[\s\])^.:]*$/u
const label = /^\s*(?:\[(\d{1,4})\]|\((\d{1,4})\)|(\d{1,4})[.)](?=\s))/u

/**
 * Gives notes of pages the shapes in which they are looked for: those in the margin become `pamphlet-note`s, rows of a table
 * and pairs of a list of definitions items of a list, lines of one paragraph paragraphs. Changes the tree.
 */
export function shapeHtmlNotes(main: Root | Element): void {
  takeSideNotes(main)
  const linked = new Set<string>()
  visit(main, 'element', ({ properties }) => void linked.add(/#([^#]+)$/u.exec(String(properties.href ?? ''))?.[1] ?? ''))
  visit(main, 'element', (node, at, parent) => {
    if (node.tagName === 'dl') joinPairs(node)
    if (node.tagName === 'table') listRows(node, linked)
    const lines = node.tagName === 'p' ? numberedLines(node) : undefined
    if (!lines || !parent || at === undefined) return undefined
    parent.children.splice(at, 1, ...lines)
    return at + lines.length
  })
}

/** Notes that stand beside the text, as of Tufte CSS, where their words would run into those of the paragraph. */
function takeSideNotes(main: Root | Element) {
  const notes: Element[] = []
  visit(main, 'element', (node, at, parent) => {
    if (!parent || at === undefined) return undefined
    const classes = classesOf(node)
    if (classes.some((name) => /^(?:margin-toggle|(?:side-?note|margin-?note)-(?:number|toggle|label))$/u.test(name)) && isSign(node)) {
      parent.children.splice(at, 1)
      return at
    }
    if (!classes.some((name) => /^(?:side|margin)-?note$/u.test(name)) || textOf(node).trim() === '') return undefined
    const name = `side${notes.length + 1}`
    const isInline = node.children.every((child) => child.type !== 'element' || !/^(?:p|div|ul|ol|blockquote)$/u.test(child.tagName))
    const inside = withoutNumber(node)
    notes.push(element('pamphlet-note', { note: name }, isInline ? [element('p', {}, inside)] : inside))
    parent.children.splice(at, 1, element('pamphlet-reference', { note: name }))
    return at + 1
  })
  const siblings = main.children as Element[]
  siblings.push(...notes)
}

/** What a reader would press, or a number that others draw. */
const isSign = (node: Element) => node.tagName === 'input' || /^\P{L}*$/u.test(textOf(node))

function withoutNumber({ children }: Element): ElementContent[] {
  const [first, ...rest] = children.filter((child) => child.type !== 'text' || child.value.trim() !== '' || child !== children[0])
  if (first?.type === 'element' && /^(?:sup|span|b)$/u.test(first.tagName) && number.test(textOf(first))) return rest
  return first ? [first, ...rest] : []
}

/** `<dt>[1]</dt><dd>words</dd>` as one. */
function joinPairs(list: Element) {
  list.children = list.children.filter((child, i, all) => {
    if (child.type !== 'element' || child.tagName !== 'dt' || !number.test(textOf(child))) return true
    const next = all.slice(i + 1).find((other) => other.type === 'element')
    if (next?.type !== 'element' || next.tagName !== 'dd') return true
    next.children.unshift(...marker(child))
    return false
  })
}

/** A table of numbers and notes, to which links lead, as a list. */
function listRows(table: Element, linked: ReadonlySet<string>) {
  const rows = elementsIn(table, 'tr').map((row) =>
    row.children.filter((cell) => cell.type === 'element' && /^t[dh]$/u.test(cell.tagName)),
  ) as Element[][]
  const isList = rows.length > 0 && rows.every((cells) => cells.length === 2 && cells[0] && number.test(textOf(cells[0])))
  const isLinked = [table, ...elementsIn(table)].some(({ properties: { id, name } }) =>
    [id, name].some((one) => typeof one === 'string' && linked.has(one)),
  )
  if (!isList || !isLinked) return
  const ids = elementsIn(table, 'tr').map(({ properties }) => properties.id)
  table.tagName = 'ol'
  table.properties = {}
  table.children = rows.map(([first, second], i) =>
    element('li', ids[i] === undefined ? {} : { id: ids[i] }, [...(first ? marker(first) : []), ...(second?.children ?? [])]),
  )
}

/** What stood before a note, as the places to which links lead; its number goes. */
const marker = (before: Element): ElementContent[] =>
  [before, ...elementsIn(before)].flatMap(({ properties: { id, name } }) => {
    const place = id ?? name
    return place === undefined ? [] : [element('span', { id: place })]
  })

/** The lines of a paragraph, where several begin with numbers that follow each other, each as a paragraph. */
function numberedLines({ children, properties }: Element): Element[] | undefined {
  const lines: ElementContent[][] = [[]]
  for (const child of children) {
    const isBreak = child.type === 'element' && child.tagName === 'br'
    if (isBreak) lines.push([])
    else lines.at(-1)?.push(child)
  }
  const numbers = lines.map(numberOf)
  const found = numbers.filter((one) => one !== undefined)
  if (found.length < 2 || numbers[0] === undefined || found.some((one, i) => i > 0 && one !== (found[i - 1] ?? 0) + 1)) return undefined
  const paragraphs: Element[] = []
  for (const [i, line] of lines.entries()) {
    const before = paragraphs.at(-1)
    if (numbers[i] !== undefined || !before) paragraphs.push(element('p', i === 0 ? properties : {}, line))
    else before.children.push(element('br', {}), ...line)
  }
  return paragraphs
}

function numberOf(line: readonly ElementContent[]): number | undefined {
  const first = line.find((child) => child.type !== 'text' || child.value.trim() !== '')
  if (first?.type === 'text') return Number(label.exec(first.value)?.slice(1).find(Boolean)) || undefined
  const isMark = first?.type === 'element' && (first.tagName === 'sup' || first.tagName === 'a')
  return isMark ? Number(number.exec(textOf(first))?.[1]) || undefined : undefined
}

const classesOf = ({ properties: { className } }: Element): string[] => (Array.isArray(className) ? className.map(String) : [])

const textOf = (node: Nodes): string => (node.type === 'text' ? node.value : 'children' in node ? node.children.map(textOf).join('') : '')

const element = (tagName: string, properties: Element['properties'], children: ElementContent[] = []): Element => ({
  type: 'element',
  tagName,
  properties,
  children,
})

function elementsIn(node: Element, tagName?: string): Element[] {
  const found: Element[] = []
  visit(node, 'element', (inside) => {
    if (tagName === undefined || inside.tagName === tagName) found.push(inside)
  })
  return found
}
