import type { Root } from 'mdast'
import { visit } from 'unist-util-visit'

/**
 * Takes the backslash from “\export” and “\import” at the beginning of a paragraph, where MDX reads the bare words as
 * code and Markdown, which escapes only punctuation, would print the backslash. Changes the tree.
 */
export function takeEscapes(tree: Root) {
  visit(tree, 'paragraph', ({ children: [first] }) => {
    if (first?.type === 'text') first.value = first.value.replace(/^\\(?=(?:export|import)(?!\S))/u, '')
  })
}
