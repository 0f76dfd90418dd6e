import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts'
import type { ManuscriptFile } from '../model/facts.ts'
import { brokenCharacter, hiddenCharacters, maybeUnseen } from '../model/text.ts'
import { spanIn } from './yaml/span-in.ts'

const invisible = new RegExp(hiddenCharacters, 'gu')

/** Checks that a file is text, and that all of it can be seen. */
export function checkCharacters({ path, text }: ManuscriptFile): Diagnostic[] {
  if (!maybeUnseen.test(text)) return []
  const broken = text.search(brokenCharacter)
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
