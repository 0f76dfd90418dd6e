import type { Nodes, Root } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import { visit } from 'unist-util-visit'
import type { Code, ParamsOf } from '../diagnostics/catalog.ts'
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts'
import type { ManuscriptFile, Span } from '../model/facts.ts'
import { firstLineOf, isElement, spanOf } from './nodes.ts'
import { countWords } from './words.ts'
import { spanIn } from './yaml/span-in.ts'

const longestQuotation = 40

/**
 * What an editor marks in the margin: typewriter’s characters, dates that are only words, quotations too long to be
 * short or without their origin, references that mean nothing in a note read alone. All are warnings.
 *
 * @param months names of the months in the language of the series
 */
export function checkStyle(tree: Root, file: ManuscriptFile, months: readonly string[]): Diagnostic[] {
  return [...checkCharacters(tree, file), ...checkDatesInWords(tree, file, months), ...checkQuotations(tree, file)]
}

type Rule = { [C in Code]: { readonly code: C; readonly pattern: RegExp; readonly params: (found: string) => ParamsOf<C> } }[Code]

const rules: readonly Rule[] = [
  { code: 'quote-straight', pattern: /["']/gu, params: (found) => ({ found }) },
  { code: 'space-double', pattern: /(?<=\S) {2,}(?=\S)/gu, params: () => ({}) },
  { code: 'hyphen-as-dash', pattern: / -{1,3} |(?<=\d)-(?=\d)|(?<=[\p{L}\p{N}”’)])-{2,3}(?=[\p{L}\p{N}“‘(])/gu, params: () => ({}) },
  { code: 'ibid', pattern: /\b(?:ibid|op\. ?cit|loc\. ?cit|idem)\b\.?/giu, params: (found) => ({ found }) },
]

function checkCharacters(tree: Root, file: ManuscriptFile): Diagnostic[] {
  return rules.flatMap((rule) =>
    matchesIn(tree, file, rule.pattern).map(({ found, span }) =>
      diagnose(rule.code, file.path, span, rule.params(found) as ParamsOf<typeof rule.code>),
    ),
  )
}

function checkDatesInWords(tree: Root, file: ManuscriptFile, months: readonly string[]): Diagnostic[] {
  const month = `(?:${months.join('|')})`
  const pattern = new RegExp(`\\b\\d{1,2}(?:st|nd|rd|th)? ${month}\\b|\\b${month} \\d{1,2}\\b(?!\\d)`, 'gu')
  return matchesIn(tree, file, pattern, 'CalendarDate').map(({ found, span }) => diagnose('date-unmarked', file.path, span, { found }))
}

function checkQuotations(tree: Root, { path, text }: ManuscriptFile): Diagnostic[] {
  const diagnostics: Diagnostic[] = []
  visit(tree, (node) => {
    if (node.type === 'blockquote') diagnostics.push(diagnose('quotation-without-source', path, firstLineOf(spanOf(node)), {}))
    if (isElement(node) && (node.name === 'Quotation' || node.name === 'Epigraph')) {
      const words = countWords(textOf(node, { includeImageAlt: false }))
      if (words > longestQuotation)
        diagnostics.push(diagnose('quotation-long', path, firstLineOf(spanOf(node)), { words, most: longestQuotation }))
    }
    if (node.type !== 'paragraph') return
    const { start, end } = spanOf(node)
    for (const match of text.slice(start.offset, end.offset).matchAll(/“([^“”]*)”/gu)) {
      const words = countWords((match[1] ?? '').replace(/<[^>]*>/gu, ''))
      if (words > longestQuotation)
        diagnostics.push(diagnose('quotation-long', path, spanIn(text, start.offset + match.index, 1), { words, most: longestQuotation }))
    }
  })
  return diagnostics
}

/** Where a pattern stands in the words of a text, outside code and outside components of the name `except`. */
function matchesIn(tree: Root, { text }: ManuscriptFile, pattern: RegExp, except?: string): { found: string; span: Span }[] {
  const matches: { found: string; span: Span }[] = []
  const read = (node: Nodes) => {
    if (isElement(node) && node.name === except) return
    if (node.type === 'text') {
      const { start, end } = spanOf(node)
      for (const match of text.slice(start.offset, end.offset).matchAll(pattern)) {
        matches.push({ found: match[0], span: spanIn(text, start.offset + match.index, match[0].length) })
      }
    }
    if ('children' in node) for (const child of node.children) read(child as Nodes)
  }
  read(tree)
  return matches
}
