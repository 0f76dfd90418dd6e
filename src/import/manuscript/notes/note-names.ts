import type { FootnoteDefinition, Root } from 'mdast'
import type { MdxJsxTextElement } from 'mdast-util-mdx-jsx'
import { visit } from 'unist-util-visit'
import { slugOf } from '../../name-source.ts'

const small = new Set(
  'a an and are as at be but by cf ch chap for from had has he her his ibid in is it its no of on op cit or p pp quoted see she that the their this to vol was were which with'.split(
    ' ',
  ),
)

/** A note of the part that is there: its id, and its words. */
export type EarlierNote = { readonly id: string; readonly words: string }

/**
 * Gives notes ids of their words, or those that they had before; no id of `others`, the notes of the rest of the series.
 *
 * @param before the notes of the part as it is, in their order
 */
export function nameNotes(tree: Root, before: readonly EarlierNote[], others: Iterable<string>): void {
  const definitions = tree.children.filter((node): node is FootnoteDefinition => node.type === 'footnoteDefinition')
  const names = new Map<string, string>()
  const taken = new Set<string>([...others, ...before.map(({ id }) => id)])
  const kept = matchNotes(
    definitions.map((note) => comparable(wordsOfNote(note))),
    before,
  )
  for (const [i, note] of definitions.entries()) {
    const old = kept.get(i)
    const wanted = wordsFor(textIn(note)) || worksIn(note) || 'note'
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

/** The words of a note without comments; of a citation in the program’s words, what it cites. */
export function wordsOfNote(note: FootnoteDefinition): string {
  const words: string[] = []
  visit(note, (node) => {
    if (node.type === 'text' || node.type === 'inlineCode') words.push(node.value)
    else if (node.type === 'mdxJsxTextElement' && node.children.length === 0) words.push(` ${attributesIn(node).join(' ')} `)
    else if (node.type === 'paragraph') words.push(' ')
  })
  return words.join('')
}

function textIn(note: FootnoteDefinition): string {
  const words: string[] = []
  visit(note, (node) => {
    if (node.type === 'text') words.push(node.value)
    else if (node.type === 'paragraph') words.push(' ')
  })
  return words.join('')
}

const attributesIn = ({ attributes }: MdxJsxTextElement): string[] =>
  attributes.flatMap((one) => (one.type === 'mdxJsxAttribute' && typeof one.value === 'string' ? [one.value] : []))

/** Which earlier note each note is: by the same words; of the rest, the most alike, if most of their words are the same. */
function matchNotes(now: readonly string[], before: readonly EarlierNote[]): ReadonlyMap<number, string> {
  const kept = new Map<number, string>()
  const free = new Map(before.map(({ id, words }) => [id, words]))
  const keep = (at: number, id: string) => {
    kept.set(at, id)
    free.delete(id)
  }
  for (const [at, words] of now.entries()) {
    const same = [...free].find(([, known]) => known === words)
    if (same) keep(at, same[0])
  }
  const alike = now.flatMap((words, at) => (kept.has(at) ? [] : [...free].map(([id, known]) => ({ at, id, share: shareOf(words, known) }))))
  for (const { at, id, share } of alike.sort((a, b) => b.share - a.share)) {
    if (share < 0.5) break
    if (!kept.has(at) && free.has(id)) keep(at, id)
  }
  return kept
}

/** How many of the words of two texts are in both, from 0 to 1. */
function shareOf(one: string, other: string): number {
  const [a, b] = [new Set(one.split(' ')), new Set(other.split(' '))]
  const common = [...a].filter((word) => b.has(word)).length
  return common / Math.max(1, a.size + b.size - common)
}

/** A note that only cites is called after what it cites. */
function worksIn(note: FootnoteDefinition): string {
  const works: string[] = []
  visit(note, 'mdxJsxTextElement', ({ name, attributes }) => {
    for (const attribute of attributes)
      if (name === 'Source' && attribute.type === 'mdxJsxAttribute' && attribute.name === 'id' && typeof attribute.value === 'string')
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
    .slice(0, 1000)

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
