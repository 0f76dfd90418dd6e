import type { Nodes, Paragraph, PhrasingContent, Root } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import { visit } from 'unist-util-visit'
import { yearOf } from '../../model/dates/edtf.ts'
import type { SourceFile } from '../../model/files/source-file.ts'
import { comparedName } from '../../model/names.ts'
import type { KnownSource } from '../library.ts'
import type { Loss } from './read-text.ts'

const heading =
  /^(?:select(?:ed)? )?(?:bibliograph(?:y|ie)|bibliografía|bibliografia|works cited|references|sources|literature|literatur(?:verzeichnis)?|quellen|further reading|библиография|литература|источники)(?: and .*)?\s*:?$/iu

/** Whether a heading says that works are listed below it. */
export const isHeadingOfWorks = (text: string): boolean => heading.test(text.trim())

/**
 * Looks for the works of a bibliography, and of notes that cite nothing yet, among the sources, by author, title and year.
 * What is found is a proposal and marked as one, in a comment behind the line: nobody but the writer knows. Changes the tree.
 */
export function proposeSources(tree: Root, sources: readonly KnownSource[], losses: Loss[]): number {
  if (sources.length === 0) return 0
  const known = sources.map(({ id, file }) => ({ id, ...signsOf(file) }))
  let proposed = 0
  for (const { line, isNote } of linesIn(tree)) {
    const words = wordsOf(textOf(line))
    const found = known
      .flatMap((work) => {
        const by = matched(work, ` ${words} `)
        return by && (!isNote || work.title.length > 0) ? [{ id: work.id, by, weight: by.length * 100 + work.main.length }] : []
      })
      .sort((a, b) => b.weight - a.weight)
    const [best, next] = found
    if (!best || (next && next.weight === best.weight)) {
      if (!isNote) losses.push({ place: `“${textOf(line).slice(0, 70)}”`, says: 'no source is found for this line of the bibliography' })
      continue
    }
    proposed += 1
    const by = listed(best.by)
    line.children.push({ type: 'text', value: ' ' }, {
      type: 'mdxTextExpression',
      value: `/* proposal: this is the source “${best.id}”, by ${by} */`,
    } as unknown as PhrasingContent)
    losses.push({
      place: `${isNote ? 'the note ' : ''}“${textOf(line).slice(0, 70)}”`,
      says: `a proposal: this is the source “${best.id}”, by ${by}; put <Source id="${best.id}"/> in its place if it is`,
    })
  }
  return proposed
}

type Signs = { readonly title: string; readonly main: string; readonly families: readonly string[]; readonly year: string }

function signsOf({ title, author, editor, issued }: SourceFile): Signs {
  const families = (author ?? editor ?? []).slice(0, 1).map((name) => wordsOf(comparedName(name)))
  return { title: wordsOf(title), main: wordsOf(title.split(/[:.?–—]/u)[0] ?? title), families, year: yearOf(issued) ?? '' }
}

/** By what a line is a work: its title, and its author or year; both, where the title is one word. */
function matched({ title, main, families, year }: Signs, line: string): string[] | undefined {
  const hasTitle = [title, main].some((words) => words !== '' && line.includes(` ${words} `))
  if (!hasTitle) return undefined
  const hasAuthor = families.some((family) => line.includes(` ${family} `))
  const hasYear = year !== '' && line.includes(` ${year} `)
  const isPlain = !main.includes(' ')
  if (isPlain ? !hasAuthor || (!hasYear && year !== '') : !hasAuthor && !hasYear) return undefined
  // Whoever names another author means another work.
  if (!hasAuthor && families.length > 0) return undefined
  return [...(hasAuthor ? ['author'] : []), 'title', ...(hasYear ? ['year'] : [])]
}

const wordsOf = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

const listed = (parts: readonly string[]) => (parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`)

/** Lines of the bibliography, which is a section, and notes without citations of ours. */
function linesIn(tree: Root): { readonly line: Paragraph; readonly isNote: boolean }[] {
  const lines: { line: Paragraph; isNote: boolean }[] = []
  let isBibliography = false
  for (const block of tree.children) {
    if (block.type === 'heading') isBibliography = isHeadingOfWorks(textOf(block))
    if (block.type === 'footnoteDefinition') {
      if (!hasCitation(block))
        for (const child of block.children.slice(0, 1)) if (child.type === 'paragraph') lines.push({ line: child, isNote: true })
    } else if (isBibliography) visit(block, 'paragraph', (line) => void lines.push({ line, isNote: false }))
  }
  return lines
}

function hasCitation(node: Nodes): boolean {
  let has = false
  visit(node, 'mdxJsxTextElement', ({ name }) => {
    has ||= name === 'Source'
  })
  return has
}
