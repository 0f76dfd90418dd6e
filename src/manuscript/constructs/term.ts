import { spanOf } from '../nodes.ts'
import { construct } from './construct.ts'

/** A mention of an entry of the glossary: `<Term id="…">…</Term>`. */
export const term = construct('Term', {
  stem: ({ id }) => `term-${id}`,
  words: ({ id }, ordinal, own) => (typeof id === 'string' ? { kind: 'term', id, ordinal, ...own } : undefined),
  link: 'term',
  term: ({ id }) => id,
  facts: ({ id }, { node, ordinal, spot }) => ({ mentions: [{ kind: 'word', term: id, ordinal, spot, span: spanOf(node) }] }),
})
