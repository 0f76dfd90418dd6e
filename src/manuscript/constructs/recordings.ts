import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts'
import type { RecordingFact } from '../../model/facts.ts'
import type { ComponentName } from '../../model/kinds/vocabulary.ts'
import { attributesOf, firstLineOf, spanOf } from '../nodes.ts'
import type { Use } from './construct.ts'
import { construct } from './construct.ts'

/** A sound recording of one’s own: `<Audio src="…" alt="…" transcript="…"/>`. */
export const audio = construct('Audio', {
  id: { from: 'writer', holder: 'the recording' },
  facts: (props, { node }) => ({ recordings: [recordingOf(props, node)] }),
  check: checkWords('Audio', ['transcript', 'captions']),
})

/** Moving pictures of one’s own: `<Video src="…" alt="…" captions="…" poster="…"/>`. */
export const video = construct('Video', {
  id: { from: 'writer', holder: 'the recording' },
  facts: (props, { node }) => ({
    recordings: [recordingOf(props, node)],
    pictures: props.poster ? [{ file: props.poster, span: spanOf(node) }] : [],
  }),
  check: checkWords('Video', ['captions']),
})

type Recorded = { readonly src: string } & { readonly [name in 'captions' | 'transcript' | 'id']?: string | undefined }

const recordingOf = ({ src, captions, transcript, id }: Recorded, node: Use['node']): RecordingFact => ({
  files: [src, captions, transcript].filter((file) => file !== undefined),
  ...(id && { id }),
  span: spanOf(node),
})

/** What is said in a recording can be read, by one of the properties. */
function checkWords(component: ComponentName, either: readonly ('captions' | 'transcript')[]) {
  return ({ node }: Use, path: string): Diagnostic[] => {
    const typed = attributesOf(node)
    if (either.some((name) => typed[name] !== undefined) || typeof typed.src !== 'string') return []
    return [diagnose('recording-without-words', path, firstLineOf(spanOf(node)), { component, recording: typed.src })]
  }
}
