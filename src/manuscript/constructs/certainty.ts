import { diagnose } from '../../diagnostics/diagnostic.ts'
import { certaintyLevels } from '../../model/certainty.ts'
import { spanOf } from '../nodes.ts'
import { construct } from './construct.ts'

/** A statement of a note that is more or less sure than the rest: `<Certainty level="disputed">…</Certainty>`. See decision 37. */
export const certainty = construct('Certainty', {
  before: ({ level: typed }) => {
    const level = certaintyLevels.find((known) => known === typed)
    return level && { kind: 'certainty', level }
  },
  isStatement: true,
  facts: ({ level }, { node, spot, words = [] }) => ({
    certainty: spot.kind === 'note' ? [{ note: spot.id, level, words, span: spanOf(node) }] : [],
  }),
  check: ({ node, spot, words }, path) => {
    if (spot.kind !== 'note') return [diagnose('certainty-misplaced', path, spanOf(node), {})]
    return words?.length ? [] : [diagnose('certainty-without-words', path, spanOf(node), {})]
  },
})
