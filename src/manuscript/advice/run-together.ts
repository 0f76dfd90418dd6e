import type { FootnoteDefinition, List, ListItem, Nodes, Paragraph, Root, RootContent } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import { visit } from 'unist-util-visit'
import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts'
import type { ManuscriptFile, Span } from '../../model/facts.ts'
import { unusedDefinitions } from '../definitions.ts'
import { childrenOf, nodesOf, spanOf } from '../nodes.ts'
import { shorten } from '../shorten.ts'
import type { Survey } from '../survey/survey.ts'
import { spanIn } from '../yaml/span-in.ts'

/**
 * Finds lines that Markdown takes together, or apart, otherwise than they look: a line that runs into the note above it,
 * a paragraph that has fallen out of its note, a number that has become a list, words over a line that have become a
 * heading, a line that has become the address of a link. All are warnings.
 */
export function checkRunTogether({ tree, headings }: Pick<Survey, 'tree' | 'headings'>, file: ManuscriptFile): Diagnostic[] {
  return [
    ...findSwallowed(tree, file),
    ...findFallenOut(tree, file),
    ...findLists(tree, file),
    ...findUnderlined(headings, file),
    ...findUnusedDefinitions(tree, file),
  ]
}

const containers = { footnoteDefinition: 'note', listItem: 'list', blockquote: 'quotation' } as const
type Container = (typeof containers)[keyof typeof containers]

/** Lines without the indentation or mark of what they continue (https://spec.commonmark.org/0.31.2/#lazy-continuation-line). */
function findSwallowed(tree: Root, { path, text }: ManuscriptFile): Diagnostic[] {
  const found: Diagnostic[] = []
  const read = (node: Nodes, inside: readonly Container[]) => {
    if (node.type === 'paragraph' && inside.length > 0) {
      const lazy = firstLazyLine(node, inside, text)
      if (lazy)
        found.push(diagnose('line-swallowed', path, spanIn(text, lazy.at, lazy.line.length), { what: lazy.what, line: shorten(lazy.line) }))
      return
    }
    const kind = node.type in containers ? containers[node.type as keyof typeof containers] : undefined
    for (const child of childrenOf(node)) read(child, kind ? [...inside, kind] : inside)
  }
  read(tree, [])
  return found
}

function firstLazyLine(paragraph: Paragraph, inside: readonly Container[], text: string) {
  const { start, end } = spanOf(paragraph)
  let at = start.offset
  let last = ''
  for (const [i, whole] of text.slice(start.offset, end.offset).split('\n').entries()) {
    let line = whole.replace(/\r$/u, '')
    if (i > 0) {
      const what = inside.find((container) => {
        const own = container === 'quotation' ? /^[ \t]*>[ \t]?/u.exec(line) : /^[ \t]+/u.exec(line)
        if (container === 'quotation') line = line.slice(own?.[0].length ?? 0)
        return own === null
      })
      // Lists and quotations are often broken into lines like this; a new sentence there is one that looks like text.
      if (what === 'note' || (what && /[.!?…:]["”’»)\]]*$/u.test(last) && /^\p{Lu}/u.test(line)))
        return { what, at: at + whole.indexOf(line), line }
    }
    at += whole.length + 1
    last = line.trimEnd()
  }
  return undefined
}

/** Blocks between or behind the notes: those that are indented, and those that stand where the text has ended. */
function findFallenOut(tree: Root, { path, text }: ManuscriptFile): Diagnostic[] {
  const first = tree.children.findIndex(isNote)
  if (first < 0) return []
  const last = tree.children.findLastIndex(isNote)
  const rest = tree.children.slice(first)
  const areNotesAtEnd = !rest.some((node) => node.type === 'heading' || (!isNote(node) && refersToNote(node)))
  const areFewBehind = tree.children.slice(last).filter(isText).length <= mostBehind
  return tree.children.flatMap((node, i) => {
    const before = tree.children[i - 1]
    const line = lineAt(text, spanOf(node))
    // What is meant for a note, but has no id that can be one, is told as that.
    if (i <= first || !isText(node) || !before || /^[ \t]*\[\^/u.test(line)) return []
    const isIndented =
      /^[ \t]/u.test(line) &&
      tree.children.slice(first, i).findLast((other) => !isText(other) || !isIndentedIn(other, text))?.type === 'footnoteDefinition'
    if (!isIndented && !(areNotesAtEnd && (i < last || areFewBehind))) return []
    return [diagnose('paragraph-outside-note', path, spanIn(text, spanOf(node).start.offset, line.trim().length), { line: shorten(line) })]
  })
}

/** Behind the last note a paragraph or two may be its own; more are the text. */
const mostBehind = 2

const isNote = (node: Nodes): node is FootnoteDefinition => node.type === 'footnoteDefinition'

const isText = (node: RootContent) =>
  ['paragraph', 'list', 'blockquote', 'table', 'code', 'math'].includes(node.type) ||
  (node.type === 'mdxJsxFlowElement' && node.name !== null)

const isIndentedIn = (node: Nodes, text: string) => /^[ \t]/u.test(lineAt(text, spanOf(node)))

const lineAt = (text: string, { start }: Span) => text.slice(text.lastIndexOf('\n', start.offset - 1) + 1).split(/\r?\n/u, 1)[0] ?? ''

function refersToNote(node: Nodes): boolean {
  return node.type === 'footnoteReference' || childrenOf(node).some(refersToNote)
}

/** Numbers at the beginning of a line, with a stop or bracket behind them, that were not meant to count. */
function findLists(tree: Root, { path, text }: ManuscriptFile): Diagnostic[] {
  const found: Diagnostic[] = []
  if (nodesOf(tree, 'list').length === 0) return found
  visit(tree, 'list', (list: List, index, parent) => {
    if (!parent || index === undefined) return
    const before = parent.children[index - 1]
    const isRunningOn = before?.type === 'paragraph' && spanOf(before).end.line === spanOf(list).start.line - 1
    for (const { item, printed } of accidentsIn(list, parent.children, index, isRunningOn, text)) {
      const { start } = spanOf(item)
      const mark = markOf(item, text)
      const line = shorten(text.slice(start.offset).split(/\r?\n/u, 1)[0] ?? '')
      const write = `${mark.slice(0, -1)}\\${line.slice(mark.length - 1)}`
      found.push(diagnose('list-by-accident', path, spanIn(text, start.offset, mark.length), { mark, printed, write }))
    }
  })
  return found
}

type Accident = { readonly item: ListItem; readonly printed: string }

function accidentsIn(list: List, siblings: readonly Nodes[], index: number, isRunningOn: boolean, text: string): Accident[] {
  const [first] = list.children
  if (!first) return []
  const isAlone = list.children.length === 1
  if (!list.ordered) return isRunningOn && isAlone ? [{ item: first, printed: '•' }] : []
  const start = list.start ?? 1
  const numbers = list.children.map((item) => Number.parseInt(markOf(item, text), 10))
  const isSuspect = isRunningOn || startsWithMonth(first) || start > mostInMonth
  if (isAlone) return !isContinued(siblings, index, start) && (start !== 1 || isSuspect) ? [{ item: first, printed: `${start}.` }] : []
  // Whoever types the same number throughout leaves the counting to Markdown.
  if (start <= 1 && numbers.every((number) => number === start)) return []
  const wrong = list.children.flatMap((item, i) => (numbers[i] === start + i ? [] : [{ item, printed: `${start + i}.` }]))
  return wrong.length > 0 && isSuspect ? [{ item: first, printed: `${start}.` }, ...wrong] : wrong
}

/** A list that begins with a higher number than days have is one of years. */
const mostInMonth = 31

const markOf = (item: ListItem, text: string) => /^(?:\d{1,9}[.)]|[-+*])/u.exec(text.slice(spanOf(item).start.offset))?.[0] ?? ''

/** Whether another list of the same container counts on to this one, or on from it. */
function isContinued(siblings: readonly Nodes[], index: number, start: number): boolean {
  return siblings.some((node, i) => {
    if (i === index || node.type !== 'list' || !node.ordered) return false
    const other = node.start ?? 1
    return i < index ? other + node.children.length === start : start + 1 === other
  })
}

const startsWithMonth = (item: ListItem) => months().has(/^[\p{L}\p{M}]+/u.exec(textOf(item))?.[0].toLowerCase() ?? '')

/** Languages in which a date has a stop behind its day. */
const languages = 'de da nb nn fi et cs sk sl hr sr sr-Latn hu lv is pl tr bg mk sq fo hsb'.split(' ')

let names: ReadonlySet<string> | undefined

function months(): ReadonlySet<string> {
  names ??= new Set(
    languages.flatMap((language) =>
      Array.from({ length: 12 }, (_, month) => Date.UTC(2000, month, 15)).flatMap((day) =>
        (['long', 'short'] as const).flatMap((style) =>
          new Intl.DateTimeFormat(language, { day: 'numeric', month: style, timeZone: 'UTC' })
            .formatToParts(day)
            .flatMap(({ type, value }) => (type === 'month' ? [value.toLowerCase().replace(/\.$/u, '')] : [])),
        ),
      ),
    ),
  )
  return names
}

/** Headings made by a line of hyphens below; one whose id is typed is meant. */
function findUnderlined(headings: Survey['headings'], { path, text }: ManuscriptFile): Diagnostic[] {
  return headings.flatMap(({ node, isFixed }) => {
    const { start, end } = spanOf(node)
    const lines = text
      .slice(start.offset, end.offset)
      .split(/\r?\n/u)
      .map((line) => line.replace(/^[ \t]*(?:>[ \t]?)+/u, ''))
    // Between two lines of hyphens stand fields; that they are read by nothing is told as such.
    if (/(?:^|\n)---[ \t]*\r?\n$/u.test(text.slice(0, start.offset))) return []
    if (isFixed || node.depth !== 2 || lines.length < 2 || !/^[ \t>]*-+[ \t]*$/u.test(lines.at(-1) ?? '')) return []
    return [
      diagnose('heading-by-accident', path, spanIn(text, start.offset, (lines[0] ?? '').length), {
        words: shorten(lines.slice(0, -1).join(' ')),
      }),
    ]
  })
}

/** Lines that begin with “[…]:” become the address of a link and are not printed. */
const findUnusedDefinitions = (tree: Root, { path, text }: ManuscriptFile): Diagnostic[] =>
  unusedDefinitions(tree).map((node) => {
    const { start, end } = spanOf(node)
    return diagnose('line-not-printed', path, spanOf(node), { line: shorten(text.slice(start.offset, end.offset)) })
  })
