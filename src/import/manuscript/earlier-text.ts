import type { FootnoteDefinition, Root } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import { visit } from 'unist-util-visit'
import { frontMatter } from '../../manuscript/front-matter.ts'
import { parseMdx } from '../../manuscript/parse.ts'
import type { ManuscriptFile } from '../../model/facts.ts'
import { comparable, type EarlierNote, wordsOfNote } from './notes/note-names.ts'

/** What a part has that another import of its manuscript is to keep. */
export type EarlierText = {
  readonly notes: readonly EarlierNote[]
  /** Ids that the writer has fixed, by the words of their headings. */
  readonly headings: ReadonlyMap<string, string>
}

const fixedId = /\s*\[#([^\]]+)\]\s*$/u

/** Reads the ids of a part that is there. */
export function earlierText(file: ManuscriptFile): EarlierText {
  const { tree } = parseMdx(file)
  const notes: EarlierNote[] = []
  const headings = new Map<string, string>()
  if (!tree) return { notes, headings }
  visit(tree, 'footnoteDefinition', (note: FootnoteDefinition) => {
    notes.push({ id: note.label ?? note.identifier, words: comparable(wordsOfNote(note)) })
  })
  visit(tree, 'heading', (node) => {
    const id = fixedId.exec(textOf(node))?.[1]
    if (id !== undefined) headings.set(comparable(textOf(node).replace(fixedId, '')), id)
  })
  return { notes, headings }
}

/** Gives headings with the same words the ids that the writer has fixed. Changes the tree. */
export function keepHeadingIds(tree: Root, ids: ReadonlyMap<string, string>): void {
  visit(tree, 'heading', (node) => {
    if (node.children.some(({ type }) => type === 'html')) return
    const id = ids.get(comparable(textOf(node)))
    // As it is typed: as a text its bracket would be escaped.
    if (id !== undefined) node.children.push({ type: 'html', value: ` [#${id}]` })
  })
}

/** Blocks that only one of two texts has. */
export function differenceOf(before: string, after: string) {
  const [old, now] = [before, after].map((text) =>
    text
      .replace(frontMatter, '')
      .split(/\n{2,}/u)
      .map((block) => block.trim())
      .filter(Boolean),
  ) as [string[], string[]]
  return { added: now.filter((block) => !old.includes(block)), gone: old.filter((block) => !now.includes(block)) }
}
