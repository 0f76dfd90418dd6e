import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts'
import type { ManuscriptFile } from '../model/facts.ts'
import { spanIn } from './yaml/span-in.ts'

/** Where a file begins with it; a later pair of lines is two thematic breaks. */
export const frontMatter: RegExp = /^---[ \t]*\r?\n([\s\S]*?)(?<=\n)---[ \t]*(?:\r?\n|$)/u

/** A text with blanks for its front matter, sign for sign, so that what follows keeps line, column and offset. */
export const withoutFrontMatter = (text: string): string => text.replace(frontMatter, (lines) => lines.replace(/[^\r\n]/g, ' '))

/** A fence of front matter (`+++` is that of TOML) after nothing but blank lines, and a first field below it. */
const block = /^\s*(?<fence>---|\+\+\+)[ \t]*\r?\n\s*[\w.-]+[ \t]*[:=][^\n]*\n(?:[^\n]*\n)*?[ \t]*\k<fence>/u

/** Finds fields between fences that are no front matter: a second block, or one that does not begin on the first line. */
export function findMisplacedFrontMatter({ path, text }: ManuscriptFile): Diagnostic[] {
  const found = block.exec(withoutFrontMatter(text))
  const fence = found?.groups?.fence
  if (!found || !fence) return []
  return [diagnose('front-matter-misplaced', path, spanIn(text, found[0].indexOf(fence), fence.length), { fence })]
}
