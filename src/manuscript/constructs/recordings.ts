import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts'
import type { ComponentName } from '../../model/kinds/vocabulary.ts'
import { attributesOf, firstLineOf, spanOf } from '../nodes.ts'
import type { Use } from './construct.ts'
import { construct } from './construct.ts'

/** A sound recording of one’s own: `<Audio src="…" alt="…" transcript="…"/>`. */
export const audio = construct('Audio', {
  facts: ({ src, captions, transcript }, { node }) => ({ recordings: [{ files: filesOf(src, captions, transcript), span: spanOf(node) }] }),
  check: checkWords('Audio', ['transcript', 'captions']),
})

/** Moving pictures of one’s own: `<Video src="…" alt="…" captions="…" poster="…"/>`. */
export const video = construct('Video', {
  facts: ({ src, captions, transcript, poster }, { node }) => ({
    recordings: [{ files: filesOf(src, captions, transcript), span: spanOf(node) }],
    pictures: poster ? [{ file: poster, span: spanOf(node) }] : [],
  }),
  check: checkWords('Video', ['captions']),
})

const filesOf = (...files: readonly (string | undefined)[]) => files.filter((file) => file !== undefined)

/** What is said in a recording can be read, by one of the properties. */
function checkWords(component: ComponentName, either: readonly ('captions' | 'transcript')[]) {
  return ({ node }: Use, path: string): Diagnostic[] => {
    const typed = attributesOf(node)
    if (either.some((name) => typed[name] !== undefined) || typeof typed.src !== 'string') return []
    return [diagnose('recording-without-words', path, firstLineOf(spanOf(node)), { component, recording: typed.src })]
  }
}
