import type { DefaultTreeAdapterTypes } from 'parse5'
import { classesOf, textOf } from '../book-page.ts'
import { attribute, type Element, elementsOf } from '../html.ts'
import { readInline } from './read-inline.ts'
import type { Reading } from './reading.ts'
import type { Block, Inline, ParagraphKind, Row } from './tree.ts'

type Node = DefaultTreeAdapterTypes.ChildNode

/** The text of a page as `book.typ` sets it; words that stand between blocks become paragraphs. */
export function readBlocks(nodes: readonly Node[], reading: Reading): Block[] {
  const blocks: Block[] = []
  let run: Node[] = []
  const endRun = () => {
    const words = readInline(run, reading)
    if (words.some((word) => typeof word !== 'string' || word.trim() !== '')) blocks.push({ k: 'p', c: trimmed(words) })
    run = []
  }
  for (const node of nodes) {
    if ('tagName' in node && isBlock(node)) {
      endRun()
      blocks.push(...readBlock(node, reading))
    } else run.push(node)
  }
  endRun()
  return blocks
}

const blockTags = new Set(
  'p h1 h2 h3 h4 h5 h6 ul ol li blockquote figure figcaption table dl dt dd pre hr div section article header footer nav main aside details'.split(
    ' ',
  ),
)
const isBlock = (element: Element): boolean =>
  blockTags.has(element.tagName) ||
  (element.tagName === 'svg' && attribute(element, 'aria-hidden') !== 'true') ||
  isPicture(element) ||
  elementsOf(element).some(({ tagName }) => tagName === 'figure')

/** A picture that stands by itself, not in a line of text. */
const isPicture = (element: Element) =>
  element.tagName === 'img' && element.parentNode !== null && 'tagName' in element.parentNode && element.parentNode.tagName === 'figure'

function readBlock(element: Element, reading: Reading): Block[] {
  const { tagName } = element
  const classes = classesOf(element)
  if (leftOut.some((name) => classes.includes(name)) || attribute(element, 'role') === 'doc-endnotes') return []
  if (tagName === 'p') return [paragraph(element, reading)]
  const level = /^h([1-6])$/u.exec(tagName)?.[1]
  if (level)
    return [
      {
        k: 'h',
        l: Number(level),
        ...placed(element, reading),
        c: trimmed(readInline(element.childNodes, reading)).flatMap(withoutLinks),
        title: textOf(element),
      },
    ]
  if (tagName === 'ul' || tagName === 'ol') return [list(element, reading)]
  if (classes.includes('quotation') || classes.includes('epigraph') || tagName === 'blockquote') return [quote(element, reading)]
  if (classes.includes('formula')) return [{ k: 'formula', ...placed(element, reading), c: readInline(element.childNodes, reading) }]
  if (classes.includes('verse')) return [verse(element, reading)]
  if (classes.includes('pull-quote')) return [{ k: 'pull', c: trimmed(readInline(element.childNodes, reading)) }]
  if (tagName === 'aside') return [{ k: 'aside', ...placed(element, reading), c: readBlocks(element.childNodes, reading) }]
  // The caption of a table stays with it.
  if (tagName === 'figcaption' && isCaptionOfTable(element)) return readBlocks(element.childNodes, reading).map(asLabel)
  if (tagName === 'figcaption') return readBlocks(element.childNodes, reading).map(overList)
  if (tagName === 'figure')
    return [{ k: 'figure', ...placed(element, reading), fits: !reading.isInNote, c: readBlocks(element.childNodes, reading) }]
  if (tagName === 'svg' || isPicture(element)) return drawing(element, reading)
  if (tagName === 'table') return [table(element, reading)]
  if (tagName === 'dl') return [facts(element, reading)]
  if (tagName === 'pre') return [{ k: 'pre', v: reading.show(rawText(element)) }]
  if (tagName === 'hr') return [{ k: 'rule' }]
  const anchor = reading.labelOf(element)
  return [...(anchor ? [{ k: 'p' as const, c: [{ k: 'anchor' as const, id: anchor }] }] : []), ...readBlocks(element.childNodes, reading)]
}

/** Ways back to the text, which stands above; and passages that are gone, which matter where links lead to them. */
const leftOut = ['backlinks', 'retired']

function paragraph(element: Element, reading: Reading): Block {
  const classes = classesOf(element)
  const of = classes.map((name) => kindOfClass.get(name)).find((kind) => kind !== undefined)
  const words = readInline(element.childNodes, reading)
  return { k: 'p', ...placed(element, reading), c: trimmed(inLanguage(element, words)), ...(of ? { of } : {}) }
}

/** Contents are links themselves, and there is no link in a link. */
const withoutLinks = (word: Inline): readonly Inline[] =>
  typeof word !== 'string' && (word.k === 'link' || word.k === 'url') ? word.c : [word]

const kindOfClass: ReadonlyMap<string, ParagraphKind> = new Map([
  ['description', 'description'],
  ...['origin', 'where', 'about', 'locator'].map((name) => [name, 'small'] as const),
  ['native', 'native'],
  ['summary', 'label'],
  ['aside-title', 'head'],
  ['when', 'head'],
])

function inLanguage(element: Element, inside: Inline[]): Inline[] {
  const language = /^[a-z]{2,3}(?=-|$)/u.exec(attribute(element, 'lang')?.toLowerCase() ?? '')?.[0]
  return language ? [{ k: 'lang', l: language, h: true, c: inside }] : inside
}

function placed(element: Element, reading: Reading) {
  const id = reading.labelOf(element)
  const n = attribute(element, 'data-paragraph')
  return { ...(id ? { id } : {}), ...(n ? { n } : {}) }
}

function list(element: Element, reading: Reading): Block {
  const items = element.childNodes.filter((child): child is Element => 'tagName' in child && child.tagName === 'li')
  const isWorks = classesOf(element).includes('bibliography')
  return {
    k: 'list',
    o: element.tagName === 'ol' && !isBare(element),
    start: Number(attribute(element, 'start') ?? attribute(items[0] ?? element, 'value') ?? 1),
    bare: isBare(element),
    ...(classesOf(element).includes('timeline-key') ? { run: true } : {}),
    // The site’s lists of events and places have headings in their entries; here they are no part of the contents.
    items: items.map((item) => ({
      ...placed(item, reading),
      c: readBlocks(item.childNodes, reading)
        .map(inEntry)
        .map(isWorks ? asWork : asIs),
    })),
  }
}

const inEntry = (block: Block): Block =>
  block.k === 'h' ? { k: 'p', of: 'head', ...(block.id ? { id: block.id } : {}), c: [{ k: 'strong', c: block.c }] } : block

const isCaptionOfTable = ({ parentNode }: Element) =>
  parentNode !== null && 'tagName' in parentNode && classesOf(parentNode).includes('captioned')

/** The words over a list stay with it. */
const overList = (block: Block, i: number, blocks: readonly Block[]): Block =>
  block.k === 'p' && blocks[i + 1]?.k === 'list' ? { ...block, of: 'head' } : block

const asLabel = (block: Block): Block => (block.k === 'p' ? { ...block, of: 'label' } : block)
const asIs = (block: Block): Block => block
const asWork = (block: Block): Block => (block.k === 'p' ? { ...block, of: 'entry' } : block)

const bareLists = ['term-list', 'bibliography', 'source-list', 'timeline', 'timeline-key', 'place-events', 'places', 'legend']
const isBare = (element: Element) => classesOf(element).some((name) => bareLists.includes(name))

function quote(element: Element, reading: Reading): Block {
  const caption = element.childNodes.find((child): child is Element => 'tagName' in child && child.tagName === 'figcaption')
  const inside = element.childNodes.filter((child) => child !== caption)
  const text = inside.flatMap((child) => ('tagName' in child && child.tagName === 'blockquote' ? child.childNodes : [child]))
  return {
    k: 'quote',
    ...placed(element, reading),
    c: readBlocks(text, reading),
    by: caption ? readBlocks(caption.childNodes, reading) : [],
    epigraph: classesOf(element).includes('epigraph'),
    short: textOf(element).length < mostInShort,
  }
}

function verse(element: Element, reading: Reading): Block {
  const named = (parent: Element, name: string) => elementsOf(parent).filter((child) => classesOf(child).includes(name))
  const isEnd = (node: Node) => node.nodeName === 'br' || ('value' in node && node.value.trim() === '')
  const lineOf = (line: Element) => {
    const end = line.childNodes.findLastIndex((child) => !isEnd(child))
    const words = readInline(line.childNodes.slice(0, end + 1), reading)
    return { i: Number(/\bindent-(\d)/u.exec(attribute(line, 'class') ?? '')?.[1] ?? 0), c: trimmed(words) }
  }
  const stanzas = named(element, 'stanza').map((stanza) => named(stanza, 'line').map(lineOf))
  return { k: 'verse', ...placed(element, reading), c: stanzas }
}

/** Characters, a third of a small page. */
const mostInShort = 700

function drawing(element: Element, reading: Reading): Block[] {
  const picture = reading.picture(element)
  return picture ? [{ k: 'drawing', ...picture }] : []
}

function table(element: Element, reading: Reading): Block {
  const all = elementsOf(element)
    .filter(({ tagName }) => tagName === 'tr')
    .map((row) => ({ row, cells: cellsOf(row) }))
  const columns = Math.max(1, ...all.map(({ cells }) => cells.reduce((sum, cell) => sum + Number(attribute(cell, 'colspan') ?? 1), 0)))
  const rowsIn = (isMeant: (section: string) => boolean): Row[] =>
    all
      .filter(({ row: { parentNode } }) => isMeant(parentNode && 'tagName' in parentNode ? parentNode.tagName : ''))
      .map(({ cells }) => cells.map((cell) => readCell(cell, reading, columns)))
  const head = rowsIn((section) => section === 'thead')
  const rows = rowsIn((section) => section !== 'thead')
  const caption = elementsOf(element).find(({ tagName }) => tagName === 'caption')
  // A head that is set again on each page would set its notes again.
  const hasNotes = elementsOf(element).some((each) => attribute(each, 'role') === 'doc-noteref')
  return {
    k: 'table',
    ...placed(element, reading),
    caption: caption ? readInline(caption.childNodes, reading) : [],
    columns,
    repeat: !hasNotes,
    head,
    rows,
  }
}

const cellsOf = (row: Element) => row.childNodes.filter((cell): cell is Element => 'tagName' in cell)

const readCell = (cell: Element, reading: Reading, columns: number) => {
  const rs = Number(attribute(cell, 'rowspan') ?? 1)
  return {
    c: readBlocks(cell.childNodes, reading),
    cs: Number(attribute(cell, 'colspan') ?? 1),
    rs,
    th: cell.tagName === 'th',
    whole: rs === 1 && textOf(cell).length * columns < mostInWhole,
  }
}

/** Characters of a cell as wide as the text, some half of a small page: a row of no more is not broken where a page ends. */
const mostInWhole = 1400

function facts(element: Element, reading: Reading): Block {
  const groups: { dt: Inline[]; dd: Block[][] }[] = []
  for (const child of elementsOf(element)) {
    if (child.tagName === 'dt') groups.push({ dt: readInline(child.childNodes, reading), dd: [] })
    if (child.tagName === 'dd') groups.at(-1)?.dd.push(readBlocks(child.childNodes, reading))
  }
  return { k: 'facts', c: groups }
}

const rawText = (element: Element): string =>
  element.childNodes.map((child) => ('value' in child ? child.value : 'tagName' in child ? rawText(child) : '')).join('')

/** Words without the spaces around them. */
function trimmed(words: readonly Inline[]): Inline[] {
  const all = [...words]
  if (typeof all[0] === 'string') all[0] = all[0].trimStart()
  const last = all.at(-1)
  if (typeof last === 'string') all[all.length - 1] = last.trimEnd()
  return all.filter((word) => word !== '')
}
