import type { FootnoteDefinition, Root } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import { visit } from 'unist-util-visit'
import { slugOf } from '../name-source.ts'

const small = new Set(
  'a an and are as at be but by cf ch chap for from had has he her his ibid in is it its no of on op cit or p pp quoted see she that the their this to vol was were which with'.split(
    ' ',
  ),
)

/** Gives notes ids of their words, the same as a note with these words had before; no id of `others`, the notes of the rest of the series. */
export function nameNotes(tree: Root, before: ReadonlyMap<string, string>, others: Iterable<string>): void {
  const definitions = tree.children.filter((node): node is FootnoteDefinition => node.type === 'footnoteDefinition')
  const names = new Map<string, string>()
  const taken = new Set<string>(others)
  const kept = new Map(definitions.map((note) => [note.identifier, before.get(comparable(textOf(note)))]))
  for (const name of kept.values()) if (name !== undefined) taken.add(name)
  for (const note of definitions) {
    const old = kept.get(note.identifier)
    const wanted = wordsFor(textOf(note)) || worksIn(note) || 'note'
    let name = old ?? wanted
    for (let n = 2; old === undefined && taken.has(name); n++) name = `${wanted}-${n}`
    taken.add(name)
    names.set(note.identifier, name)
  }
  visit(tree, (node) => {
    if (node.type !== 'footnoteReference' && node.type !== 'footnoteDefinition') return
    const name = names.get(node.identifier)
    if (name === undefined) return
    node.identifier = name
    node.label = name
  })
}

/** A note that only cites is called after what it cites. */
function worksIn(note: FootnoteDefinition): string {
  const works: string[] = []
  visit(note, 'mdxJsxTextElement', ({ attributes }) => {
    for (const attribute of attributes)
      if (attribute.type === 'mdxJsxAttribute' && attribute.name === 'id' && typeof attribute.value === 'string')
        works.push(attribute.value)
  })
  return works.slice(0, 2).join('-')
}

/** The words of a note by which it is known again. */
export const comparable = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .slice(0, 200)

function wordsFor(text: string): string {
  const words = slugOf(text.slice(0, 300))
    .split('-')
    .filter((word) => word !== '' && !small.has(word))
  const start = words.findIndex((word) => /[a-z]/u.test(word))
  return start < 0
    ? ''
    : words
        .slice(start, start + 4)
        .join('-')
        .slice(0, 60)
        .replace(/-$/u, '')
}
