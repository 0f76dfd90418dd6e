import type { FootnoteDefinition, List, ListItem, Paragraph, PhrasingContent, Root, RootContent, Text } from 'mdast'
import type { MdxJsxTextElement } from 'mdast-util-mdx-jsx'
import { toString as textOf } from 'mdast-util-to-string'
import { SKIP, visit } from 'unist-util-visit'
import type { Loss } from '../read-text.ts'
import { withoutBackLinks } from './back-links.ts'
import { type NoteSigns, numbersInMark, placeOf, raisedNumber } from './note-signs.ts'
import type { NoteLabel } from './numbered-lines.ts'

/** The label of a note at the beginning of its paragraph: `[1]`, `(1)`, `1.`, `1)`, `1 `, `¹`. */
const label =
  /^\s*(?:[\^↑]\s*)?(?:\[\^?(\d{1,3})\]:?|\((\d{1,3})\)|(\d{1,3})[.):](?=\s|\p{L}|["“‘])|([⁰¹²³⁴⁵⁶⁷⁸⁹]+)|(\d{1,3})(?=\s+["“‘(\p{Lu}]|["“‘]?\p{Lu}\p{Ll}))\s*/u
const headingOfNotes =
  /^(?:end ?|foot ?)?notes?(?: and (?:references|sources)| to the text)?\s*:?$|^(?:references|anmerkungen|fußnoten|endnoten|примечания|сноски|notas|note)\s*:?$/iu

/** Whether a heading or a line says that notes follow. */
export const isHeadingOfNotes = (text: string): boolean => headingOfNotes.test(text.trim().replace(/^[\s*_#–—-]+|[\s*_#–—-]+$/gu, ''))

type Note = { readonly number: number; readonly block: number; readonly content: RootContent[] }
type FoundNotes = {
  readonly start: number
  readonly end: number
  readonly notes: readonly Note[]
  readonly signs: NoteSigns | undefined
}

/**
 * Finds notes that are numbered at the end of a text, and the numbers in the text that point to them, and makes footnotes of
 * both. A numbered list at the end to which no number points is a list. Changes the tree.
 */
export function linkNumberedNotes(tree: Root, losses: Loss[]): void {
  if (tree.children.some(({ type }) => type === 'footnoteDefinition')) return
  const found = notesAtEnd(tree.children)
  if (!found || !linkFound(tree, found, losses)) listUnlinked(tree)
}

function linkFound(tree: Root, { start, end, notes, signs }: FoundNotes, losses: Loss[]): boolean {
  const body: Root = { type: 'root', children: tree.children.slice(0, start) }
  const fitting = styles.filter((one) => one.signs === signs)
  const style = fitting.map((one) => ({ one, marks: one.find(body, notes.length) })).sort((a, b) => b.marks.size - a.marks.size)[0]
  if (!style || style.marks.size < Math.max(1, Math.ceil(notes.length / 2))) return false
  style.one.mark(body, notes.length)
  const last = body.children.at(-1)
  const heading = last && isHeadingOfNotes(textOf(last)) ? body.children.pop() : undefined
  if (heading) losses.push({ place: `“${textOf(heading)}”`, says: 'the heading of the notes is left out: every part has its own' })
  while (body.children.at(-1)?.type === 'thematicBreak') body.children.pop()
  const cited = new Set<string>()
  visit(body, 'footnoteReference', ({ identifier }) => void cited.add(identifier))
  for (const { number, content } of notes) {
    if (cited.has(`n${number}`)) continue
    losses.push({
      place: `note ${number}`,
      says: `no number in the text points to this note (“${textOf(content[0] ?? last ?? tree).slice(0, 60)}”); its reference stands at the end of the text`,
    })
    endOf(body)?.push({ type: 'footnoteReference', identifier: `n${number}`, label: `n${number}` })
  }
  const definitions = notes.map(
    ({ number, content }): FootnoteDefinition => ({
      type: 'footnoteDefinition',
      identifier: `n${number}`,
      label: `n${number}`,
      children: withoutBackLinks(content) as FootnoteDefinition['children'],
    }),
  )
  tree.children = [...body.children, ...tree.children.slice(end), ...definitions]
  return true
}

/** Lines that were numbered as notes may be, “1.” or “1)”, and to which nothing points, are a list. */
function listUnlinked(tree: Root): void {
  const isItem = (node: RootContent | undefined): node is Paragraph =>
    node?.type === 'paragraph' && labelOf(node) !== undefined && /^\s*\d{1,3}[.)]/u.test(textOf(node))
  for (let at = 0; at < tree.children.length; at++) {
    const rest = tree.children.slice(at)
    const length = rest.findIndex((node, i) => !isItem(node) || labelOf(node)?.number !== i + 1)
    const items = (length < 0 ? rest : rest.slice(0, length)) as Paragraph[]
    if (items.length < 2) continue
    const children = items.map(
      (item, i): ListItem => ({ type: 'listItem', spread: false, children: contentOf(item, i + 1) as Paragraph[] }),
    )
    tree.children.splice(at, items.length, { type: 'list', ordered: true, start: 1, spread: false, children })
  }
}

/** The words at the very end of a text. */
function endOf(body: Root): PhrasingContent[] | undefined {
  const last = body.children.findLast(({ type }) => type === 'paragraph') as Paragraph | undefined
  return last?.children
}

/** Notes numbered from one to the last, with paragraphs of theirs between them. */
function notesAtEnd(blocks: readonly RootContent[]): FoundNotes | undefined {
  const labelled = blocks.flatMap((block, i) => {
    const note = labelOf(block)
    return note ? [{ number: note.number, block: i }] : []
  })
  const numbered = labelled.length > 0 ? labelled : blocks.flatMap((block, i) => numbersIn(block).map((number) => ({ number, block: i })))
  for (let from = numbered.length - 1; from >= 0; from--) {
    if (numbered[from]?.number !== 1) continue
    const run = numbered.slice(from)
    const length = run.findIndex(({ number }, i) => number !== i + 1)
    const own = length < 0 ? run : run.slice(0, length)
    const [first, last] = [own[0], own.at(-1)]
    if (!first || !last || (length >= 0 && own.length < 2) || !isAtEnd(blocks, first.block, last.block)) continue
    // Where labels stand alone, the last note is the block below the last.
    const isLabelAlone = blocks[last.block]?.type === 'paragraph' && contentOf(blocks[last.block], last.number).every(isBlank)
    const end = Math.min(blocks.length, last.block + (isLabelAlone ? 2 : 1))
    const notes = own.map(({ number, block }, i): Note => {
      const content = contentOf(blocks[block], number)
      const more = blocks.slice(block + 1, own[i + 1]?.block ?? end)
      return { number, block, content: [...content, ...more] }
    })
    return { start: first.block, end, notes, signs: labelOf(blocks[first.block])?.signs }
  }
  return undefined
}

const isBlank = (block: RootContent) => textOf(block).trim() === ''

/** What a reader of lines has found to be the label of a note. */
const labelOf = (block: RootContent | undefined) => (block?.data as { note?: NoteLabel } | undefined)?.note

/** Whether numbered blocks say that they are notes, or hardly anything follows them, as a line on rights or a footer. */
function isAtEnd(blocks: readonly RootContent[], first: number, last: number): boolean {
  const before = blocks[first - 1]
  if (before && isHeadingOfNotes(textOf(before))) return true
  return blocks.length - 1 - last <= Math.max(3, blocks.length / 5)
}

function numbersIn(block: RootContent): number[] {
  if (block.type === 'list' && block.ordered) return block.children.map((_, i) => (block.start ?? 1) + i)
  const number = block.type === 'paragraph' ? numberOf(block) : undefined
  return number === undefined ? [] : [number]
}

function numberOf(paragraph: Paragraph): number | undefined {
  const [first] = paragraph.children
  const lifted = first && isRaised(first) ? textOf(first) : undefined
  if (lifted !== undefined) return /^[[(]?\d{1,3}[\])]?$/u.test(lifted) ? Number(lifted.replace(/\D/gu, '')) : undefined
  const match = first?.type === 'text' ? label.exec(first.value) : undefined
  if (!match) return undefined
  return match[4] ? raisedNumber(match[4]) : Number(match[1] ?? match[2] ?? match[3] ?? match[5])
}

function contentOf(block: RootContent | undefined, number: number): RootContent[] {
  if (block?.type === 'list') return [...((block as List).children[number - (block.start ?? 1)] as ListItem).children]
  if (block?.type !== 'paragraph') return block ? [block] : []
  const [first, ...rest] = block.children
  const labelled = labelOf(block)
  if (labelled && first?.type === 'text')
    return [{ ...block, children: [{ ...first, value: first.value.slice(labelled.length).trimStart() }, ...rest] }]
  const children = first?.type === 'text' ? [{ ...first, value: first.value.replace(label, '') }, ...rest] : rest
  const [start, ...others] = children
  if (start?.type === 'text') return [{ ...block, children: [{ ...start, value: start.value.replace(/^[\s.):]+/u, '') }, ...others] }]
  return [{ ...block, children }]
}

const isRaised = (node: PhrasingContent): node is MdxJsxTextElement =>
  node.type === 'mdxJsxTextElement' && (node as MdxJsxTextElement).name === 'sup'

type Style = {
  readonly signs?: NoteSigns
  readonly find: (body: Root, most: number) => ReadonlySet<number>
  readonly mark: (body: Root, most: number) => void
}

/** Numbers in the text as they point to notes, the surest first. */
const styles: readonly Style[] = [
  inText(/ ?[[［【]\s*\^?(\d{1,3}(?:\s*[,;–-]\s*\d{1,3})*)\s*[\]］】]/gu, numbersInMark),
  inText(/ ?[[(]\s*(?:(?:foot|end)?note|fn\.?|n\.?|anm\.?)\s*(\d{1,3})\s*[\])]/giu, numbersInMark),
  inText(/ ?\{(\d{1,3})\}/gu, numbersInMark),
  inText(/(?<![\d/]) ?\/(\d{1,3})\/(?!\d)/gu, numbersInMark),
  inText(/ ?\^(\d{1,3})\^?(?![\d\p{L}])/gu, numbersInMark),
  {
    find: (body, most) => new Set(raisedIn(body, most).map(({ number }) => number)),
    mark: (body, most) => {
      for (const { siblings, node, number } of raisedIn(body, most))
        siblings.splice(siblings.indexOf(node), 1, { type: 'footnoteReference', identifier: `n${number}`, label: `n${number}` })
    },
  },
  inText(/([⁰¹²³⁴⁵⁶⁷⁸⁹]+)/gu, (text) => [raisedNumber(text)]),
  inText(/(?<=\S) ?[(（](\d{1,3})[)）]/gu, numbersInMark),
  // A number that touches a word or its full stop: only where the numbers grow from one to the last.
  inText(/(?<=[\p{L}\p{Pf}\p{Pe}.,;:!?"'’”»])(?<!(?<!\d)\d{1,3}[.,])(\d{1,3})(?![\d\p{L}%]|[.,:]\d|[–-]\d)/gu, numbersInMark, {
    mustGrow: true,
  }),
  ofSigns(/ ?\[([ivxlc]{1,7})\](?!\p{L})/gu, 'romans'),
  ofSigns(/ ?\[([a-z])\](?!\p{L})/gu, 'letters'),
  ofSigns(/(?<=[\p{L}\p{P}])(?<!\*)(\*{1,6})(?![\p{L}\d*])/gu, 'stars'),
  ofSigns(/(?<=[\p{L}\p{P}])(?<![*†‡§‖¶])([*†‡§‖¶])(?![\p{L}\d*†‡§‖¶])/gu, 'signs'),
]

function raisedIn(body: Root, most: number) {
  const found: { siblings: unknown[]; node: PhrasingContent; number: number }[] = []
  visit(body, 'mdxJsxTextElement', (node, _, parent) => {
    const number = /^[[(]?(\d{1,3})[\])]?$/u.exec(textOf(node).trim())?.[1]
    if (node.name === 'sup' && parent && number !== undefined && Number(number) <= most && Number(number) > 0)
      found.push({ siblings: parent.children, node: node as PhrasingContent, number: Number(number) })
  })
  return found
}

function ofSigns(pattern: RegExp, signs: NoteSigns): Style {
  return inText(pattern, (text) => [placeOf(text, signs)], { signs })
}

function inText(
  pattern: RegExp,
  read: (text: string) => readonly number[],
  { mustGrow, signs }: { readonly mustGrow?: true; readonly signs?: NoteSigns } = {},
): Style {
  const marksIn = (body: Root, most: number) => {
    const all: { node: Text; index: number; length: number; number: number; numbers: readonly number[] }[] = []
    visit(body, 'text', (node) => {
      for (const match of node.value.matchAll(pattern)) {
        const numbers = read(match[1] ?? '')
        if (numbers.every((number) => number > 0 && number <= most))
          all.push({ node, index: match.index, length: match[0].length, number: numbers[0] ?? 0, numbers })
      }
    })
    return mustGrow ? longestGrowing(all) : all
  }
  return {
    ...(signs && { signs }),
    find: (body, most) => new Set(marksIn(body, most).flatMap(({ numbers }) => numbers)),
    mark: (body, most) => {
      const byNode = Map.groupBy(marksIn(body, most), ({ node }) => node)
      visit(body, 'text', (node, at, parent) => {
        const marks = byNode.get(node)
        if (!marks || !parent || at === undefined) return undefined
        let from = 0
        const pieces: PhrasingContent[] = []
        for (const { index, length, numbers } of marks) {
          pieces.push({ type: 'text', value: node.value.slice(from, index) })
          for (const number of numbers) pieces.push({ type: 'footnoteReference', identifier: `n${number}`, label: `n${number}` })
          from = index + length
        }
        pieces.push({ type: 'text', value: node.value.slice(from) })
        const kept = pieces.filter((piece) => piece.type !== 'text' || piece.value !== '')
        parent.children.splice(at, 1, ...kept)
        return [SKIP, at + kept.length]
      })
    },
  }
}

/** The longest stretch of marks whose numbers grow by one, with as few gaps as there can be. */
function longestGrowing<M extends { readonly number: number }>(marks: readonly M[]): M[] {
  const best: { length: number; before: number }[] = []
  for (const [i, { number }] of marks.entries()) {
    let chosen = { length: 1, before: -1 }
    for (let j = 0; j < i; j++)
      if ((marks[j]?.number ?? 0) < number && (best[j]?.length ?? 0) + 1 > chosen.length)
        chosen = { length: (best[j]?.length ?? 0) + 1, before: j }
    best.push(chosen)
  }
  let at = best.reduce((longest, { length }, i) => (length > (best[longest]?.length ?? 0) ? i : longest), 0)
  const found: M[] = []
  for (let left = best[at]?.length ?? 0; left > 0 && at >= 0; left--) {
    const mark = marks[at]
    if (mark) found.unshift(mark)
    at = best[at]?.before ?? -1
  }
  return found
}
