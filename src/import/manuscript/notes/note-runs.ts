import type { List, ListItem, Nodes, Paragraph, Root, RootContent } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import { bestMarks, type Counted, isRaised } from './note-marks.ts'
import { raised } from './note-signs.ts'
import { labelledNotes, type NoteLabel } from './numbered-lines.ts'

const headingOfNotes =
  /^(?:end ?|foot ?)?notes?(?: and (?:references|sources)| (?:to|for) (?:the )?(?:text|chapter|part|section|introduction|preface|conclusion)\b.{0,60})?\s*:?$|^(?:references|anmerkungen|fußnoten|endnoten|примечания|сноски|notas|note)\s*:?$/iu

/** Whether a heading or a line says that notes follow. */
export const isHeadingOfNotes = (text: string): boolean => headingOfNotes.test(text.trim().replace(/^[\s*_#–—-]+|[\s*_#–—-]+$/gu, ''))

export type RunNote = { readonly number: number; readonly content: RootContent[] }

/** Notes that are counted together, with the blocks in which they stand. */
export type NoteRun = Counted & {
  readonly notes: readonly RunNote[]
  readonly start: number
  /** The block behind the last note. */
  readonly end: number
  /** All blocks of the notes. */
  readonly blocks: ReadonlySet<number>
  /** The heading of the run, if it has one. */
  readonly heading: RootContent | undefined
  /** Whether it is below a heading of notes or a line, has labels that nothing else has, or ends the text. */
  readonly isLikely: boolean
  /** Whether it stands among others, so that the heading over it is that of its chapter and not of the text. */
  readonly isBelowOthers?: true | undefined
}

/** A note before it is known which blocks below it belong to it. */
type Begun = { readonly number: number; readonly block: number; readonly item?: number; readonly label?: NoteLabel }

/** The runs of what is numbered from one on, as notes are, in their order. */
export function noteRuns(blocks: readonly RootContent[]): NoteRun[] {
  const labels = labelsOf(blocks)
  const labelled = [...Map.groupBy(labels, ([, { run }]) => run).values()].map((own) =>
    own.map(([block, label]): Begun => ({ number: label.number, block, label })),
  )
  const all = [...labelled, ...listedRuns(blocks)].sort((a, b) => (a[0]?.block ?? 0) - (b[0]?.block ?? 0))
  return all.map((run) => completeRun(blocks, run, labels))
}

/** What a reader of lines has found to be labels of notes; of other texts, their paragraphs are the lines. */
function labelsOf(blocks: readonly RootContent[]): readonly (readonly [number, NoteLabel])[] {
  const known = blocks.flatMap((block, i) => {
    const label = labelOf(block)
    return label ? [[i, label] as const] : []
  })
  if (known.length > 0) return known
  return [...labelledNotes(blocks.map(lineOf), isHeadingOfNotes)].filter(([at]) => blocks[at]?.type === 'paragraph')
}

export const labelOf = (block: RootContent | undefined) => (block?.data as { note?: NoteLabel } | undefined)?.note

/** A block as a line of plain text, in which raised numbers are raised. */
function lineOf(block: RootContent): string {
  if (block.type === 'thematicBreak') return '---'
  if (block.type !== 'paragraph' && block.type !== 'heading') return block.type === 'html' ? '' : '•'
  const read = (node: Nodes): string => {
    if (isRaised(node)) return raised(textOf(node))
    if (node.type === 'text') return node.value.replace(/\s+/gu, ' ')
    return 'children' in node ? node.children.map(read).join('') : node.type === 'break' ? ' ' : ''
  }
  return read(block).trim()
}

/** Ordered lists that begin with one, and those that go on where another has ended. */
function listedRuns(blocks: readonly RootContent[]): Begun[][] {
  const runs: Begun[][] = []
  for (const [block, list] of blocks.entries()) {
    if (list.type !== 'list' || !list.ordered) continue
    const items = list.children.map((_, item) => ({ number: (list.start ?? 1) + item, block, item }))
    const before = runs.at(-1)
    if (list.start === undefined || list.start === null || list.start === 1) runs.push(items)
    else if (before?.at(-1)?.number === list.start - 1) before.push(...items)
  }
  return runs
}

function completeRun(blocks: readonly RootContent[], run: readonly Begun[], labels: readonly (readonly [number, NoteLabel])[]): NoteRun {
  const [first, last] = [run[0], run.at(-1)]
  const start = first?.block ?? 0
  // Where labels stand alone, the last note is the block below the last.
  const isLabelAlone = last?.label !== undefined && contentOf(blocks[last.block], last).every(isBlank)
  const end = Math.min(blocks.length, (last?.block ?? 0) + (isLabelAlone ? 2 : 1))
  const signs = first?.label ? first.label.signs : 'any'
  const keys = run.flatMap(({ label }) => (label?.sign === undefined ? [] : [label.sign]))
  const counted: Counted = { most: last?.number ?? 0, keys, ...(signs && { signs }) }
  const used = new Set<number>()
  const notes = run.map((begun, i): RunNote => {
    const next = run[i + 1]
    const between = Array.from({ length: Math.max(0, (next?.block ?? end) - begun.block - 1) }, (_, n) => begun.block + 1 + n)
    const own = between.slice(0, lengthOfNote(blocks, between, begun.number, counted))
    for (const block of [begun.block, ...own]) used.add(block)
    return { number: begun.number, content: [...contentOf(blocks[begun.block], begun), ...own.flatMap((at) => blocks[at] ?? [])] }
  })
  const before = blocks[start - 1]
  const isNoted = before !== undefined && (isHeadingOfNotes(textOf(before)) || before.type === 'thematicBreak')
  const isAtEnd = blocks.length - end <= Math.max(3, blocks.length / 5)
  const isLabelled = first?.label !== undefined && labels.length > 0
  const heading = before && (before.type === 'heading' || isShortLine(before)) ? before : undefined
  return { ...counted, notes, start, end, blocks: used, heading, isLikely: isNoted || isAtEnd || isLabelled }
}

/** How many of the blocks below the beginning of a note are its own: none of text in which the next notes are pointed to. */
function lengthOfNote(blocks: readonly RootContent[], below: readonly number[], number: number, counted: Counted): number {
  const heading = below.findIndex((at) => blocks[at]?.type === 'heading')
  const own = heading < 0 ? below : below.slice(0, heading)
  const pointing = own.flatMap((at) => blocks[at] ?? [])
  const isText = (bestMarks(pointing, counted)?.marks ?? []).some(({ numbers }) => numbers.includes(number + 1))
  return isText ? 0 : own.length
}

/** A line that may stand over the notes of a chapter. */
const isShortLine = (block: RootContent) =>
  block.type === 'paragraph' && textOf(block).length < 80 && !/[.,;:!?…]["”’)]*$/u.test(textOf(block).trim())

const isBlank = (block: RootContent) => textOf(block).trim() === ''

/** A block without the label with which a note begins. */
export function contentOf(block: RootContent | undefined, { item, label }: Pick<Begun, 'item' | 'label'>): RootContent[] {
  if (block?.type === 'list') return [...((block as List).children[item ?? 0] as ListItem).children]
  if (block?.type !== 'paragraph' || !label) return block ? [block] : []
  const copy = structuredClone(block) as Paragraph
  cut(copy, { left: label.length, isStart: true })
  return [{ ...copy, data: {} } as Paragraph]
}

/** Takes characters away from the beginning of the words of a node. */
function cut(node: Paragraph | Root | Nodes, state: { left: number; isStart: boolean }): void {
  if (!('children' in node)) return
  for (const child of [...node.children] as Nodes[]) {
    if (child.type === 'text') {
      if (state.isStart) child.value = child.value.trimStart()
      if (child.value !== '') state.isStart = false
      const taken = Math.min(state.left, child.value.length)
      child.value = child.value.slice(taken)
      state.left -= taken
      // The blanks behind the label go with it.
      if (state.left === 0) child.value = child.value.trimStart()
      if (child.value !== '') return
    } else cut(child, state)
    if ('children' in child ? child.children.length === 0 : child.type === 'text')
      (node.children as Nodes[]).splice((node.children as Nodes[]).indexOf(child), 1)
    if (state.left === 0 && !state.isStart && node.children.length > 0) {
      const [next] = node.children as Nodes[]
      if (next?.type === 'text') next.value = next.value.replace(/^[\s.):]+/u, '')
      return
    }
  }
}
