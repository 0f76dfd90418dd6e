import type { Nodes } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts'
import { childrenOf, firstLineOf, isElement, nodesOf, spanOf } from '../nodes.ts'
import { type CheckedText, construct } from './construct.ts'

/** Words of the text once more, large: `<PullQuote>…</PullQuote>`. Whoever listens or searches has them in their place. */
export const pullQuote = construct('PullQuote', {
  isRepeated: true,
  check: ({ node }, path) => {
    const other = firstOther(node)
    return other ? [diagnose('pull-quote-holds', path, firstLineOf(spanOf(other)), {})] : []
  },
  advise: checkRepeated,
})

/** Finds pull quotes with words that stand nowhere else. */
function checkRepeated({ tree, file: { path } }: CheckedText): Diagnostic[] {
  const quotes = nodesOf(tree)
    .filter(isElement)
    .filter(({ name }) => name === pullQuote.name)
  if (quotes.length === 0) return []
  const words = folded(wordsBeside(tree))
  return quotes.flatMap((quote) => {
    // What is left out says so.
    const runs = textOf(quote).split(/\[?…\]?|\[?\.\.\.\]?/u)
    const isThere = runs.some((run) => folded(run) !== ' ') && follow(words, runs.map(folded))
    return isThere ? [] : [diagnose('pull-quote-elsewhere', path, firstLineOf(spanOf(quote)), {})]
  })
}

/** The text without its pull quotes and notes, by words. */
function wordsBeside(node: Nodes): string {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value
  if (node.type === 'footnoteReference') return ''
  if (node.type === 'break' || (isElement(node) && node.name === pullQuote.name)) return ' '
  const inside = childrenOf(node).map(wordsBeside).join('')
  return ['paragraph', 'heading', 'listItem', 'tableCell'].includes(node.type) ? `${inside} ` : inside
}

/** Letters and figures, one space between words and around them all. */
const folded = (words: string) =>
  ` ${
    words
      .toLowerCase()
      .match(/[\p{L}\p{N}\p{M}]+/gu)
      ?.join(' ') ?? ''
  } `.replace('  ', ' ')

/** Whether the runs stand in the text one after the other. */
function follow(text: string, runs: readonly string[]): boolean {
  let at = 0
  return runs.every((run) => {
    const found = text.indexOf(run, at)
    at = found + run.length - 1
    return found >= 0
  })
}

/** What is not only words: a note, a term and a citation stand where they are repeated from. */
function firstOther(node: Nodes): Nodes | undefined {
  const other = childrenOf(node).find((child) => (isElement(child) ? !looks.includes(child.name ?? '') : !plain.has(child.type)))
  return other ?? childrenOf(node).map(firstOther).find(Boolean)
}

const looks = ['Foreign', 'sup', 'sub']
const plain: ReadonlySet<Nodes['type']> = new Set(['paragraph', 'text', 'emphasis', 'strong', 'break'] as const)
