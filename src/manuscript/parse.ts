import type { Root } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkMdx from 'remark-mdx'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { VFileMessage } from 'vfile-message'
import { type Diagnostic, diagnose, startOfFile } from '../diagnostics/diagnostic.ts'
import type { ManuscriptFile, Span } from '../model/facts.ts'
import { findTooDeep } from './depth.ts'
import { withoutFrontMatter } from './front-matter.ts'
import { spanOf } from './nodes.ts'
import { unravel } from './unravel.ts'

/** The tree of a text, for those who hand it on unread. */
export type TextTree = Root

const parser = unified().use(remarkParse).use(remarkMdx).use(remarkGfm)

/**
 * The tree of an MDX file, its front matter left out, with positions in the file; or why it is not MDX. Both passes have
 * their trees from here.
 */
export function parseMdx({ path, text }: ManuscriptFile): Root | Diagnostic {
  try {
    const tree = parser.parse(withoutFrontMatter(text))
    const deep = findTooDeep(tree)
    if (deep) return diagnose('nesting-too-deep', path, spanOf(deep), {})
    unravel(tree)
    return tree
  } catch (error) {
    // The parser calls itself for what stands inside something else.
    if (error instanceof RangeError) return diagnose('nesting-too-deep', path, startOfFile, {})
    if (!(error instanceof VFileMessage)) throw error
    return diagnose('mdx-syntax', path, spanOfMessage(error), { reason: firstSentence(error.reason) })
  }
}

function spanOfMessage({ place, line, column }: VFileMessage): Span {
  const start = place && 'start' in place ? place.start : place
  const point = { line: start?.line ?? line ?? 1, column: start?.column ?? column ?? 1, offset: start?.offset ?? 0 }
  return { start: point, end: point }
}

// micromark goes on with advice for programmers (“to create a link in MDX, use …”) after the first clause.
const firstSentence = (reason: string) => reason.replace(/\n.*/su, '').replace(/[.;]?\s*$/u, '.')
