import type { FootnoteDefinition, Paragraph, PhrasingContent, Root } from 'mdast'
import { gfmToMarkdown } from 'mdast-util-gfm'
import { mathToMarkdown } from 'mdast-util-math'
import { mdxToMarkdown } from 'mdast-util-mdx'
import { type Handle, toMarkdown } from 'mdast-util-to-markdown'
import { writeYaml } from '../../manuscript/yaml/edit-yaml.ts'

/**
 * A text as a part of ours: front matter, the text, and the notes.
 *
 * @param before the front matter that the part has already, which the writer may have changed since
 */
export function writeMdx(before: string | undefined, fields: Readonly<Record<string, unknown>>, tree: Root): string {
  const notes = tree.children.filter((node): node is FootnoteDefinition => node.type === 'footnoteDefinition')
  const body = tree.children.filter(({ type }) => type !== 'footnoteDefinition')
  const text = markdownOf({ type: 'root', children: body })
  const written = notes.map((note) => markdownOf({ type: 'root', children: [note] }).trim())
  const frontMatter = before ?? `---\n${writeYaml(fields)}---\n`
  return `${frontMatter.trimEnd()}\n\n${text.trim()}\n${written.length > 0 ? `\n${written.join('\n\n')}\n` : ''}`
}

const markdownOf = (tree: Root): string =>
  toMarkdown(tree, {
    extensions: [gfmToMarkdown({ firstLineBlank: false }), mdxToMarkdown(), mathToMarkdown({ singleDollarTextMath: false })],
    handlers: { verse: writeVerse } as Record<string, Handle>,
    bullet: '-',
    emphasis: '_',
    strong: '*',
    rule: '-',
    fences: true,
    listItemIndent: 'one',
    resourceLink: true,
  })

/** Lines of verse as they are printed, each moved in by two blanks for each wide space at its beginning. */
const writeVerse: Handle = (node: { readonly children: readonly Paragraph[] }, _, state, info) => {
  const stanzas = node.children.map(({ children }) =>
    linesOf(children)
      .map((line) => writeLine(line, (words) => state.containerPhrasing(words, { ...info, before: '\n', after: '\n' })))
      .join('\n'),
  )
  return `<Verse>\n${stanzas.join('\n\n')}\n</Verse>`
}

function writeLine([first, ...rest]: readonly PhrasingContent[], write: (words: Paragraph) => string): string {
  const steps = first?.type === 'text' ? (/^\u2003*/u.exec(first.value)?.[0].length ?? 0) : 0
  const words = first?.type === 'text' ? [{ ...first, value: first.value.slice(steps) }, ...rest] : first ? [first, ...rest] : []
  return `${'  '.repeat(steps)}${write({ type: 'paragraph', children: words })}`
}

function linesOf(words: readonly PhrasingContent[]): PhrasingContent[][] {
  const lines: PhrasingContent[][] = [[]]
  for (const word of words)
    if (word.type === 'break') lines.push([])
    else lines.at(-1)?.push(word)
  return lines
}
