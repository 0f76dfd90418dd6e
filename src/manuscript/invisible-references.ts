import type { Root } from 'mdast'
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts'
import type { ManuscriptFile } from '../model/facts.ts'
import { invisibleIn } from './characters.ts'
import { nodesOf } from './nodes.ts'
import { spanIn } from './yaml/span-in.ts'

/** Finds characters that nobody can see and that are written as references, `&#8238;`: in words, addresses, titles and attributes. */
export function checkReferences(tree: Root, { path, text }: ManuscriptFile): Diagnostic[] {
  const found: Diagnostic[] = []
  if (!text.includes('&')) return found
  for (const node of nodesOf(tree)) {
    const { offset: from } = node.position?.start ?? {}
    const { offset: to } = node.position?.end ?? {}
    if (from === undefined || to === undefined || ('children' in node && !('attributes' in node) && !('url' in node))) continue
    if (valuesIn(node).every((value) => invisibleIn(value) === undefined)) continue
    for (const { 0: reference, index } of text.slice(from, to).matchAll(/&(?:#\d+|#x[\da-f]+|[a-z][\da-z]*);/giu)) {
      const character = invisibleIn(decoded(reference))
      if (character) found.push(diagnose('character-invisible', path, spanIn(text, from + index, reference.length), { character }))
    }
  }
  return found
}

function valuesIn(node: object): string[] {
  const {
    value,
    url,
    title,
    alt,
    attributes = [],
  } = node as Record<'value' | 'url' | 'title' | 'alt', unknown> & { attributes?: readonly { value?: unknown }[] }
  return [value, url, title, alt, ...attributes.map((attribute) => attribute.value)].filter((found) => typeof found === 'string')
}

/** The names that HTML has for characters without width; the others are seen. */
const names: Readonly<Record<string, string>> = {
  ZeroWidthSpace: '\u200B',
  NoBreak: '\u2060',
  ApplyFunction: '\u2061',
  InvisibleTimes: '\u2062',
  InvisibleComma: '\u2063',
}

function decoded(reference: string): string {
  const [, decimal, hexadecimal, name = ''] = /^&(?:#(\d+)|#x([\da-f]+)|(\w+));$/iu.exec(reference) ?? []
  const point = decimal ? Number.parseInt(decimal, 10) : Number.parseInt(hexadecimal ?? '', 16)
  return point <= 0x10ffff ? String.fromCodePoint(point) : (names[name] ?? '')
}
