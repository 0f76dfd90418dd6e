import type { Instead } from '../../diagnostics/instead.ts'
import { shorten } from '../shorten.ts'

const commands: readonly (readonly [RegExp, Instead['kind']])[] = [
  [/^(?:footnote|endnote|thanks)$/u, 'latex-note'],
  [/^(?:\w*cite\w*|citation)$/iu, 'latex-cite'],
  [/^(?:emph|textit|textsl|it)$/u, 'latex-emphasis'],
  [/^(?:textbf|strong|bf)$/u, 'latex-bold'],
]

/**
 * What a writer meant by braces that are no comment.
 *
 * @param before the line as far as the brace
 * @param inside what stands between the braces
 * @param end the closing brace; empty where there is none
 */
export function insteadOfBraces(before: string, inside: string, end: '}' | ''): Instead {
  const words = inside.trim()
  const id = /^#([\w-]+)/u.exec(words)?.[1]
  if (id) return { kind: 'heading-id', written: id }
  if (words.startsWith('/*')) return { kind: 'comment-open', written: '' }
  const command = /\\([A-Za-z]+)\*?(?:\[[^\]]*\])*$/u.exec(before)
  if (command) {
    const kind = commands.find(([pattern]) => pattern.test(command[1] ?? ''))?.[1] ?? 'latex'
    return { kind, written: shorten(kind === 'latex' ? `${command[0]}{…}` : words) }
  }
  if (/[\])`]$/u.test(before) || /^[.:=]/u.test(words)) return { kind: 'attributes', written: '' }
  if (/^[{%<]/u.test(words) || before.endsWith('$'))
    return { kind: 'template', written: shorten(`${before.endsWith('$') ? '$' : ''}{${inside}${end}`) }
  return { kind: 'brace', written: shorten(`{${inside}${end}`) }
}
