import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts'
import type { ManuscriptFile } from '../model/facts.ts'
import { spanIn } from './span-in.ts'

/**
 * Characters that nobody sees but that change what others see: control characters, marks that turn the direction of
 * writing (Unicode Standard Annex 9, 2.1 to 2.4), spaces without width, tags, separators that are no line ends, and code
 * points that are no characters and never will be.
 */
const invisible = /(?![\t\n\r])[\p{Cc}\u200B\u2028\u2029\u202A-\u202E\u2060-\u2069\uFEFF\uFFF9-\uFFFB\u{E0001}-\u{E007F}\p{Noncharacter_Code_Point}]/gu

/** Checks that a file is text, and that all of it can be seen. */
export function checkCharacters({ path, text }: ManuscriptFile): Diagnostic[] {
  const broken = text.search(/\uFFFD|\p{Surrogate}/u)
  const at = broken < 0 ? text.indexOf('\0') : broken
  if (at >= 0) return [diagnose('file-not-text', path, spanIn(text, at, 1), {})]
  return [...text.matchAll(invisible)].map(({ 0: found, index }) =>
    diagnose('character-invisible', path, spanIn(text, index, found.length), { character: nameOf(found) }),
  )
}

/** The first of these in a value that was written with escapes, such as `"\\u0007"` or `&#7;`, which the text of the file does not show. */
export function invisibleIn(value: string): string | undefined {
  const [found] = value.match(invisible) ?? (value.isWellFormed() ? [] : [/\p{Surrogate}/u.exec(value)?.[0] ?? ''])
  return found === undefined ? undefined : nameOf(found)
}

const nameOf = (character: string) => `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
