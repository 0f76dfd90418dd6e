import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts'
import { spanOf } from './nodes.ts'
import type { Survey } from './survey.ts'

/** Checks the statements that are marked as more or less sure: each stands in a note and has words. */
export const checkCertainty = ({ components }: Survey, path: string): Diagnostic[] =>
  components.flatMap(({ node, spot, words }) => {
    if (node.name !== 'Certainty') return []
    if (spot.kind !== 'note') return [diagnose('certainty-misplaced', path, spanOf(node), {})]
    return words?.length ? [] : [diagnose('certainty-without-words', path, spanOf(node), {})]
  })
