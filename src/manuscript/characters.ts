import type { Root } from 'mdast'
import { visit } from 'unist-util-visit'
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts'
import type { ManuscriptFile } from '../model/facts.ts'
import { hiddenCharacters } from '../model/text.ts'
import { spanOf } from './nodes.ts'
import { spanIn } from './span-in.ts'

const invisible = new RegExp(hiddenCharacters, 'gu')

/** Checks that a file is text, and that all of it can be seen. */
export function checkCharacters({ path, text }: ManuscriptFile): Diagnostic[] {
  const broken = text.search(/\uFFFD|\p{Surrogate}/u)
  const at = broken < 0 ? text.indexOf('\0') : broken
  if (at >= 0) return [diagnose('file-not-text', path, spanIn(text, at, 1), {})]
  return [...text.matchAll(invisible)].map(({ 0: found, index }) =>
    diagnose('character-invisible', path, spanIn(text, index, found.length), { character: nameOf(found) }),
  )
}

/** Checks what is written as a reference (`&#x202E;`): the file has letters only, the page would have what they stand for. */
export function checkDecodedCharacters(tree: Root, { path, text }: ManuscriptFile): Diagnostic[] {
  const diagnostics: Diagnostic[] = []
  visit(tree, (node) => {
    const value = 'value' in node && node.type !== 'yaml' ? node.value : 'url' in node ? node.url : ''
    const found = hiddenCharacters.exec(value)?.[0]
    const span = spanOf(node)
    if (found === undefined || text.slice(span.start.offset, span.end.offset).includes(found)) return
    diagnostics.push(diagnose('character-invisible', path, span, { character: nameOf(found) }))
  })
  return diagnostics
}

const nameOf = (character: string) => `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
