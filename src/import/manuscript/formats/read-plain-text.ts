import type { List, Paragraph, PhrasingContent, Root, RootContent, Table } from 'mdast'
import { isHeadingOfNotes } from '../notes/note-runs.ts'
import { labelledNotes, type NoteLabel } from '../notes/numbered-lines.ts'
import { isHeadingOfWorks } from '../propose-sources.ts'
import type { Loss, ReadText } from '../read-text.ts'
import { type PlainShape, shapeAt } from './plain-shapes.ts'

/** Lines that stand together, with the number of the first. */
type Block = {
  readonly lines: readonly string[]
  readonly line: number
  readonly isApart?: boolean
  readonly isByline?: true
  readonly note?: NoteLabel
  readonly shape?: PlainShape
}

/**
 * Reads plain text: paragraphs between empty lines, or a line each, as web pages are saved. A short line without a full
 * stop before a paragraph is a heading; several short lines are verse, items numbered from one a list, and what stands in
 * columns a table. What is guessed is said.
 */
export function readPlainText(text: string): ReadText {
  const losses: Loss[] = []
  const lines = text
    .replace(/\f/gu, '\n')
    .split('\n')
    .map((line) => line.replace(/[\s\u00A0]+$/u, ''))
  const isWrapped = lines.filter((line) => line.length > 100).length < lines.filter((line) => line.length > 55).length / 4
  const labels = labelledNotes(lines, isHeadingOfNotes)
  const blocks = withTitleApart(blocksOf(lines, isWrapped, labels))
  const first = blocks[0]
  const title = first && looksLikeHeading(first, blocks[1], true) ? first : undefined
  const rest = title ? blocks.slice(1) : blocks
  const children = rest.flatMap((block, i): RootContent[] => {
    if (block.note) return [{ ...paragraph(joined(block.lines), block), data: { note: block.note } as Paragraph['data'] }]
    if (block.shape?.kind === 'list') return [numberedList(block.shape.items, block)]
    if (block.shape?.kind === 'table') {
      losses.push({ place: `line ${block.line}`, says: 'lines in columns are taken for a table, the first for its head' })
      return [table(block.shape.rows, block)]
    }
    if (isRule(block)) return [{ type: 'thematicBreak' }]
    const underlined = underlinedHeading(block)
    if (underlined) return [heading(underlined, block)]
    if (looksLikeHeading(block, rest[i + 1], false)) {
      if (!isHeadingOfNotes(block.lines.join(' ')))
        losses.push({ place: `line ${block.line}`, says: `“${block.lines[0]?.trim()}” is taken for a heading` })
      return [heading(block.lines.join(' ').trim(), block)]
    }
    const list = listOf(block)
    if (list) return [list]
    if (isVerse(block, isWrapped)) {
      losses.push({ place: `line ${block.line}`, says: 'short lines are taken for verse: they are kept apart' })
      return [verse(block)]
    }
    return [paragraph(joined(block.lines), block)]
  })
  const tree: Root = { type: 'root', children }
  return { tree, losses, ...(title && { title: title.lines.join(' ').trim() }) }
}

/** Between empty lines; in a text whose paragraphs are a line each, every line; a numbered note begins a block of its own. */
function blocksOf(lines: readonly string[], isWrapped: boolean, labels: ReadonlyMap<number, NoteLabel>): Block[] {
  const blocks: { lines: string[]; line: number; isApart: boolean; note?: NoteLabel; shape?: PlainShape }[] = []
  let from = 0
  const firstNote = labels.keys().next().value ?? lines.length
  const full = lines.filter((line) => line.trim() !== '').length
  // A program that puts no empty line between paragraphs puts none between any.
  const isLined = !isWrapped && lines.some((line) => line.length > 100) && lines.length - full < full / 3
  let isOpen = false
  for (const [i, line] of lines.entries()) {
    if (i < from) continue
    if (line.trim() === '') {
      isOpen = false
      continue
    }
    const shape = isOpen && i >= firstNote ? undefined : shapeAt(lines, i, (at) => labels.has(at))
    if (shape && (shape.kind === 'list' || !isOpen || isLined)) {
      from = i + shape.length
      blocks.push({ lines: lines.slice(i, from), line: i + 1, isApart: false, shape })
      isOpen = false
      continue
    }
    const isOwn = isLined || (!isWrapped && (line.length > 100 || (lines[i - 1]?.length ?? 0) > 100))
    const note = labels.get(i)
    const isNote = note || /^\s*(?:\[\d{1,3}\]|\(\d{1,3}\)\s|\d{1,3}[.)]\s|[⁰¹²³⁴⁵⁶⁷⁸⁹]+\s?\S)/u.test(line)
    const current = blocks.at(-1)
    const isInNote = i > firstNote && current?.note !== undefined && isWrapped
    if (isOpen && current && !note && (isInNote || (!isOwn && !isNote && !isRuleLine(current.lines[0])))) current.lines.push(line)
    else
      blocks.push({
        lines: [line],
        line: i + 1,
        isApart: i > 1 && lines[i - 1]?.trim() === '' && lines[i - 2]?.trim() === '',
        ...(note && { note }),
      })
    isOpen = true
  }
  return blocks
}

const isRuleLine = (line = '') => /^\s*(?:[-–—_=]\s?){3,}$|^\s*(?:[*•·]\s*){3,}$/u.test(line)

const isRule = ({ lines }: Block) => lines.length === 1 && isRuleLine(lines[0])

const underlinedHeading = ({ lines }: Block) =>
  lines.length === 2 && /^\s*(?:={3,}|-{3,})$/u.test(lines[1] ?? '') ? lines[0]?.trim() : undefined

/** A first line that was not broken to fit a width is the title; what stands below it, such as the author, is not. */
function withTitleApart(blocks: readonly Block[]): Block[] {
  const [first, ...rest] = blocks
  const [title, second, ...others] = first?.lines ?? []
  if (!first || title === undefined || second === undefined || others.length > 2) return [...blocks]
  const isByline = /^(?:by|von|par|di|de|por)\s|^\d/iu.test(second.trim())
  const longest = Math.max(...first.lines.map((line) => line.trim().length))
  if (!isByline && (title.trim().length > 50 || longest > 60 || /[,;:–—-]$/u.test(title.trim()))) return [...blocks]
  return [{ lines: [title], line: first.line }, { lines: first.lines.slice(1), line: first.line + 1, isByline: true }, ...rest]
}

function looksLikeHeading({ lines, isApart, isByline, shape }: Block, next: Block | undefined, isFirst: boolean): boolean {
  if (shape) return false
  const text = lines.join(' ').trim()
  if (lines.length > (isFirst ? 3 : 1) || text.length > (isFirst ? 160 : 80) || text.length < 2) return false
  if (isByline) return false
  if (isHeadingOfNotes(text) || isHeadingOfWorks(text)) return next !== undefined
  if (/[.,;:…]["”’)]*$/u.test(text) || !/^["“‘(«]?[\p{Lu}\p{N}]/u.test(text) || /^(?:\[\d|\(\d|\d+[.)]\s|by\s)/iu.test(text)) return false
  return isFirst || (next !== undefined && (isApart === true || isProse(next)))
}

/** What may stand below a heading: a sentence. */
const isProse = ({ lines }: Block) => {
  const text = lines.join(' ').trim()
  return text.length > 80 || (text.length > 30 && /[.!?…]["”’)\]\d]*(?:\s|$)/u.test(text))
}

const heading = (text: string, block: Block): RootContent => ({
  type: 'heading',
  depth: 2,
  children: [{ type: 'text', value: text }],
  position: positionOf(block),
})

const paragraph = (text: string, block: Block): Paragraph => ({
  type: 'paragraph',
  children: [{ type: 'text', value: text }],
  position: positionOf(block),
})

const positionOf = ({ line, lines }: Block) => ({ start: { line, column: 1 }, end: { line: line + lines.length - 1, column: 1 } })

/** Lines that were broken to fit a width. A hyphen at the end of one stays: nobody can know whether it belongs to the word. */
const joined = (lines: readonly string[]) => lines.map((line) => line.trim().replace(/ {2,}/gu, ' ')).join(' ')

const item = /^\s*[-*•–]\s+(.*)$/u

function listOf(block: Block): List | undefined {
  if (block.lines.length < 2 || !block.lines.every((line, i) => (i === 0 ? item.test(line) : item.test(line) || /^\s{2,}\S/u.test(line))))
    return undefined
  const items: string[] = []
  for (const line of block.lines) {
    const text = item.exec(line)?.[1]
    if (text === undefined) items.push(`${items.pop()} ${line.trim()}`)
    else items.push(text)
  }
  return {
    type: 'list',
    ordered: false,
    spread: false,
    children: items.map((text) => ({ type: 'listItem', spread: false, children: [paragraph(text, block)] })),
  }
}

const numberedList = (items: readonly string[], block: Block): List => ({
  type: 'list',
  ordered: true,
  start: 1,
  spread: false,
  children: items.map((text) => ({ type: 'listItem', spread: false, children: [paragraph(text, block)] })),
  position: positionOf(block),
})

const table = (rows: readonly (readonly string[])[], block: Block): Table => ({
  type: 'table',
  children: rows.map((cells) => ({
    type: 'tableRow',
    children: cells.map((text) => ({ type: 'tableCell', children: text === '' ? [] : [{ type: 'text', value: text }] })),
  })),
  position: positionOf(block),
})

function isVerse({ lines }: Block, isWrapped: boolean): boolean {
  const isSetIn = lines.every((line) => /^\s{2,}["“‘«(]?\p{Lu}/u.test(line) && line.trim().length < 72)
  if (lines.length >= 2 && isSetIn) return true
  return (
    lines.length >= 3 &&
    lines.every((line) => line.trim().length < 50) &&
    (isWrapped || lines.every((line) => line.length < 60)) &&
    lines.some((line) => !/[.!?]$/u.test(line))
  )
}

const verse = (block: Block): Paragraph => ({
  type: 'paragraph',
  children: block.lines.flatMap((line, i): PhrasingContent[] => [
    ...(i > 0 ? [{ type: 'break' } as const] : []),
    { type: 'text', value: line.trim() },
  ]),
  position: positionOf(block),
})
