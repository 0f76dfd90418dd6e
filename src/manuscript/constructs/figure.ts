import { diagnose } from '../../diagnostics/diagnostic.ts'
import { attributesOf, spanOf } from '../nodes.ts'
import { construct } from './construct.ts'

/** A picture: `<Figure src="…" alt="…"/>`. */
export const figure = construct('Figure', {
  id: { from: 'writer', holder: 'the picture' },
  check: ({ node }, path) => {
    const { alt, src } = attributesOf(node)
    const isName = typeof alt === 'string' && /^\S+\.(?:png|jpe?g|gif|webp|avif|svg)$/iu.test(alt.trim())
    return isName ? [diagnose('alt-is-file-name', path, spanOf(node), { image: String(src ?? alt) })] : []
  },
  facts: ({ src, id }, { node }) => ({ pictures: [{ file: src, ...(id && { id }), span: spanOf(node) }] }),
})
