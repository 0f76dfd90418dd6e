import { toString as textOf } from 'mdast-util-to-string'
import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts'
import { firstLineOf, isElement, nodesOf, spanOf } from '../nodes.ts'
import { countWords } from '../survey/text-of-words.ts'
import { spanIn } from '../yaml/span-in.ts'
import { type CheckedText, type ComponentFacts, construct, type Use } from './construct.ts'

type Origin = { readonly source: string; readonly locator?: string | undefined; readonly speaker?: string | undefined }

const shared = {
  stem: () => 'quote',
  id: { from: 'ordinal', holder: 'a citation' },
  term: ({ speaker }) => speaker,
  facts: ({ source, locator, speaker }: Origin, { node, ordinal, spot }: Use): Partial<ComponentFacts> => {
    const where = { ordinal, spot, span: spanOf(node) }
    return {
      citations: [{ kind: 'quotation', source, ...(locator && { locator }), ...where }],
      mentions: speaker ? [{ kind: 'speaker', term: speaker, ...where }] : [],
    }
  },
} satisfies Parameters<typeof construct<'Quotation'>>[1]

/** A block quotation: `<Quotation source="…" speaker="…">…</Quotation>`. */
export const quotation = construct('Quotation', { ...shared, advise: checkQuotations })

/** The quotation that stands over a part; they are counted together. */
export const epigraph = construct('Epigraph', shared)

/** In words, where series.yaml says nothing else. */
const usualLimit = 40

/** Finds quotations without their origin, and those that are too long to be short. */
function checkQuotations({ tree, file: { path, text }, quotationLimit: longest = usualLimit }: CheckedText): Diagnostic[] {
  const diagnostics: Diagnostic[] = []
  for (const node of nodesOf(tree)) {
    if (node.type === 'blockquote') diagnostics.push(diagnose('quotation-without-source', path, firstLineOf(spanOf(node)), {}))
    if (isElement(node) && (node.name === quotation.name || node.name === epigraph.name)) {
      const words = countWords(textOf(node, { includeImageAlt: false }))
      if (words > longest) diagnostics.push(diagnose('quotation-long', path, firstLineOf(spanOf(node)), { words, most: longest }))
    }
    if (node.type !== 'paragraph') continue
    const { start, end } = spanOf(node)
    for (const match of text.slice(start.offset, end.offset).matchAll(/“([^“”]*)”/gu)) {
      const words = countWords((match[1] ?? '').replace(/<[^>]*>/gu, ''))
      if (words > longest)
        diagnostics.push(diagnose('quotation-long', path, spanIn(text, start.offset + match.index, 1), { words, most: longest }))
    }
  }
  return diagnostics
}
