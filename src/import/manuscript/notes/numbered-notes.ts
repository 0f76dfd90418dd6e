import type { FootnoteDefinition, ListItem, Paragraph, PhrasingContent, Root, RootContent } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import type { Loss } from '../read-text.ts'
import { withoutBackLinks } from './back-links.ts'
import { bestMarks, replaceMarks } from './note-marks.ts'
import { contentOf, isHeadingOfNotes, labelOf, type NoteRun, noteRuns } from './note-runs.ts'
import { textsOfRuns } from './texts-of-runs.ts'

/** Notes that were found to belong to a text, and where their references are. */
type Linked = { readonly run: NoteRun; readonly definitions: readonly FootnoteDefinition[] }

/**
 * Finds notes that are numbered at the end of a text or of its chapters, and the numbers in the text that point to them, and makes
 * footnotes of both. A numbered list to which no number points is a list. Changes the tree.
 */
export function linkNumberedNotes(tree: Root, losses: Loss[]): void {
  if (tree.children.some(({ type }) => type === 'footnoteDefinition')) return
  const blocks = [...tree.children]
  const runs = noteRuns(blocks).filter(({ isLikely }) => isLikely)
  const linked: Linked[] = []
  for (const [kind, own] of Map.groupBy(runs, ({ signs }) => signs ?? 'numbers')) {
    for (const { run, text } of textsOfRuns(blocks, own)) {
      const definitions = linkRun(text, run, `${kind}${run.start}n`, losses)
      if (definitions) linked.push({ run, definitions })
    }
  }
  removeNotes(tree, blocks, linked, losses)
  listUnlinked(tree)
  tree.children.push(...linked.flatMap(({ definitions }) => definitions))
}

/** Puts references to the notes of a run into its text; nothing where hardly any is pointed to. */
function linkRun(text: readonly RootContent[], run: NoteRun, prefix: string, losses: Loss[]): FootnoteDefinition[] | undefined {
  const best = bestMarks(text, run)
  if (!best || best.found < Math.max(1, Math.ceil(run.notes.length / 2))) return undefined
  const known = new Set(run.notes.map(({ number }) => number))
  const nameOf = (number: number) => `${prefix}${number}`
  const marks = best.marks.filter(({ numbers }) => numbers.every((number) => known.has(number)))
  replaceMarks(marks, nameOf)
  const cited = new Set(marks.flatMap(({ numbers }) => numbers))
  for (const { number, content } of run.notes) {
    if (cited.has(number)) continue
    losses.push({
      place: `note ${run.keys?.[number - 1] ?? number}`,
      says: `no number in the text points to this note (“${content
        .map((block) => textOf(block))
        .join(' ')
        .slice(0, 60)}”); its reference stands at the end of the text`,
    })
    endOf(text, run)?.push({ type: 'footnoteReference', identifier: nameOf(number), label: nameOf(number) })
  }
  return run.notes.map(
    ({ number, content }): FootnoteDefinition => ({
      type: 'footnoteDefinition',
      identifier: nameOf(number),
      label: nameOf(number),
      children: withoutBackLinks(content) as FootnoteDefinition['children'],
    }),
  )
}

/** The words at the very end of a text. */
function endOf(text: readonly RootContent[], { heading }: NoteRun): PhrasingContent[] | undefined {
  const last = text.findLast((block) => block.type === 'paragraph' && block !== heading && !isHeadingOfNotes(textOf(block))) as
    | Paragraph
    | undefined
  return last?.children
}

/** Takes notes out of the text, with the headings and lines over them. */
function removeNotes(tree: Root, blocks: readonly RootContent[], linked: readonly Linked[], losses: Loss[]) {
  const gone = new Set<RootContent | undefined>()
  for (const { run } of linked) for (const at of run.blocks) gone.add(blocks[at])
  for (const { run } of [...linked].sort((a, b) => b.run.start - a.run.start)) {
    // Over the notes of a chapter at the end its name may stand, and over that of the first the heading of all.
    for (let at = run.start - 1; at >= 0; at--) {
      const block = blocks[at]
      const isOfChapter = block !== undefined && block === run.heading && run.isBelowOthers === true
      if (block && (isOfChapter || isHeadingOfNotes(textOf(block))))
        losses.push({ place: `“${textOf(block)}”`, says: 'the heading of the notes is left out: every part has its own' })
      else if (block?.type !== 'thematicBreak') break
      gone.add(block)
    }
  }
  tree.children = tree.children.filter((block) => !gone.has(block))
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
    const children = items.map((item): ListItem => {
      const label = labelOf(item)
      return { type: 'listItem', spread: false, children: contentOf(item, label ? { label } : {}) as Paragraph[] }
    })
    tree.children.splice(at, items.length, { type: 'list', ordered: true, start: 1, spread: false, children })
  }
}
