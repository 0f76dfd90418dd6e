import { spanOf } from '../nodes.ts'
import { construct } from './construct.ts'

/** A citation: `<Source id="…" locator="…"/>`. See decision 29. */
export const source = construct('Source', {
  stem: ({ id }) => `cite-${id}`,
  id: { from: 'ordinal', holder: 'a citation' },
  words: ({ id }, ordinal, own) => (typeof id === 'string' ? { kind: 'source', id, ordinal, ...own } : undefined),
  isClustered: true,
  link: 'source',
  facts: ({ id, locator, prefix, suffix, 'suppress-author': suppressesAuthor }, { node, ordinal, spot, cluster }) => ({
    citations: [
      {
        kind: 'citation',
        source: id,
        ...(locator && { locator }),
        ...(prefix && { prefix }),
        ...(suffix && { suffix }),
        ...(suppressesAuthor && { suppressesAuthor }),
        ...(cluster && { cluster }),
        ordinal,
        spot,
        span: spanOf(node),
      },
    ],
  }),
})
