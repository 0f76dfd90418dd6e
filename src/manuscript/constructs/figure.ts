import { spanOf } from '../nodes.ts'
import { construct } from './construct.ts'

/** A picture: `<Figure src="…" alt="…"/>`. */
export const figure = construct('Figure', {
  id: { from: 'writer', holder: 'the picture' },
  facts: ({ src, id }, { node }) => ({ pictures: [{ file: src, ...(id && { id }), span: spanOf(node) }] }),
})
