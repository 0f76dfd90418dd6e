import type { Root } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'

/**
 * Takes the heading of level 1 with which a text begins out of its tree: it is the title of the page, as in any Markdown.
 * Both passes do, where the front matter has no title; in a text that has one such a heading is a mistake.
 *
 * @returns its words, or nothing where the text begins otherwise
 */
export function takeTitle(tree: Root): string | undefined {
  const first = tree.children[0]
  if (first?.type !== 'heading' || first.depth !== 1) return undefined
  const words = textOf(first)
    .replace(/\s*\[#[^\]]*\]\s*$/u, '')
    .trim()
  if (!words) return undefined
  tree.children.shift()
  return words
}
