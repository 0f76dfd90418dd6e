import { spanOf } from '../nodes.ts'
import { construct } from './construct.ts'

/** A chart: `<Chart id="…"/>`. */
export const chart = construct('Chart', {
  stem: ({ id }) => `chart-${id}`,
  facts: ({ id }, { node }) => ({ charts: [{ chart: id, span: spanOf(node) }] }),
})
