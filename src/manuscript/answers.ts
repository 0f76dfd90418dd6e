import type { ManuscriptFile, Span } from '../model/facts.ts'
import { spanIn } from './yaml/span-in.ts'

/** A writer’s answer to a warning, in the place it is about. */
export type Answer = {
  readonly code: string
  /** Empty where the writer has given none. */
  readonly reason: string
  readonly span: Span
  /** Lines of which it answers the warnings. */
  readonly lines: ReadonlySet<number>
}

/** `{/* allow term-unlinked: the reason *\/}` in a text, `# allow source-unused: the reason` in YAML. */
const pattern = /(?:\{\/\*|(?<=^|\s)#)[ \t]*allow[ \t]+(?<code>[\w-]+)[ \t]*(?::[ \t]*(?<reason>[^\n]*?))?[ \t]*(?:\*\/\}|\r?$)/gmu

/**
 * The answers in a file. Each is for its own line and the next line that has words; one at the very top, where nothing
 * but other comments stands before it, is for the file as a whole.
 */
export function findAnswers({ path, text }: ManuscriptFile): Answer[] {
  if (!/\.(?:mdx|yaml)$/u.test(path) || !text.includes('allow')) return []
  const lines = text.split('\n')
  return [...text.matchAll(pattern)].map((match) => {
    const { code = '', reason = '' } = match.groups ?? {}
    const span = spanIn(text, match.index, match[0].trimEnd().length)
    const { line } = span.start
    const next = lines.findIndex((words, i) => i >= line && !isEmpty(words)) + 1
    const isAtTop = lines.slice(0, line - 1).every((words) => isEmpty(words) || words.trim() === '---')
    return { code, reason: reason.trim(), span, lines: new Set([line, ...(next > 0 ? [next] : []), ...(isAtTop ? [1] : [])]) }
  })
}

const isEmpty = (line: string) => /^\s*(?:#.*|\{\/\*.*\*\/\}\s*)?$/u.test(line)
