import type { Root } from 'mdast'
import { VFileMessage } from 'vfile-message'
import { type Diagnostic, diagnose, startOfFile } from '../diagnostics/diagnostic.ts'
import type { ManuscriptFile, Span } from '../model/facts.ts'
import { explainSyntax } from './advice/syntax-mistakes.ts'
import { setFormulasApart } from './constructs/formula.ts'
import { keepIndents } from './constructs/verse.ts'
import { findTooDeep } from './depth.ts'
import { withoutFrontMatter } from './front-matter.ts'
import { spanOf } from './nodes.ts'
import { parserFor } from './parser-for.ts'
import { unravel } from './unravel.ts'

/** The tree of a text, for those who hand it on unread. */
export type TextTree = Root

/** A text that was read; without a tree where too much is wrong with it. */
export type ParsedMdx = { readonly tree?: Root; readonly diagnostics: readonly Diagnostic[] }

/**
 * The tree of an MDX file, its front matter left out, with positions in the file. Where it is not MDX, every place is told:
 * the sign the parser stumbled over is put out of its way, and the rest is read. Both passes have their trees from here.
 */
export function parseMdx({ path, text }: ManuscriptFile): ParsedMdx {
  const diagnostics: Diagnostic[] = []
  let legible = text
  for (let tries = triesFor(text); tries > 0; tries--) {
    const parsed = tryToParse(legible)
    if ('span' in parsed) return { diagnostics: [...diagnostics, diagnose('nesting-too-deep', path, parsed.span, {})] }
    if (!(parsed instanceof VFileMessage)) return { tree: parsed, diagnostics }
    const { span, reason, instead, signs } = explainSyntax(parsed, legible)
    diagnostics.push(diagnose('mdx-syntax', path, span, { reason, ...(instead && { instead }) }))
    const without = blank(legible, signs)
    if (without === legible) break
    legible = without
  }
  return { diagnostics }
}

function tryToParse(text: string): Root | VFileMessage | { readonly span: Span } {
  try {
    const body = withoutFrontMatter(text)
    const tree = parserFor(body).parse(body)
    const deep = findTooDeep(tree)
    if (deep) return { span: spanOf(deep) }
    unravel(tree)
    keepIndents(tree, text)
    setFormulasApart(tree)
    return tree
  } catch (error) {
    // The parser calls itself for what stands inside something else.
    if (error instanceof RangeError) return { span: startOfFile }
    if (!(error instanceof VFileMessage)) throw error
    return error
  }
}

/** The text is read anew after each mistake: twenty times, or as often as about a second allows. */
const triesFor = (text: string) => Math.max(2, Math.min(20, Math.floor(1_000_000 / (text.length + 1))))

/** A sign that means nothing, of the same length. */
const blank = (text: string, signs: readonly number[]) =>
  signs.reduce((blanked, at) => (at < 0 || at >= blanked.length ? blanked : `${blanked.slice(0, at)};${blanked.slice(at + 1)}`), text)
