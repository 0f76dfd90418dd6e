import type { FootnoteDefinition, Root } from 'mdast'
import { gfmToMarkdown } from 'mdast-util-gfm'
import { mdxToMarkdown } from 'mdast-util-mdx'
import { toMarkdown } from 'mdast-util-to-markdown'
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
    extensions: [gfmToMarkdown({ firstLineBlank: false }), mdxToMarkdown()],
    bullet: '-',
    emphasis: '_',
    strong: '*',
    rule: '-',
    fences: true,
    listItemIndent: 'one',
    resourceLink: true,
  })
