import { transformSync } from 'esbuild'
import type MagicString from 'magic-string'
import { keep } from '../../kept-results.ts'
import { attribute, type Element } from '../html.ts'

/**
 * Writes the scripts that stand in a page as shortly as they can be.
 *
 * @returns what they said, and what they say now: the policy of the page names both by their hashes
 */
export function shortened(elements: readonly Element[], edited: MagicString): { readonly from: string; readonly to: string }[] {
  return elements.flatMap((element) => {
    const { startTag, endTag } = element.sourceCodeLocation ?? {}
    if (element.tagName !== 'script' || element.attrs.length > 0 || !startTag || !endTag) return []
    const from = element.childNodes.map((child) => ('value' in child ? child.value : '')).join('')
    const to = shorten(from)
    edited.update(startTag.endOffset, endTag.startOffset, to)
    return [{ from, to }]
  })
}

/** Most pages have the same script. */
const known = new Map<string, string>()

function shorten(script: string): string {
  const short =
    known.get(script) ??
    keep('short-script', [script], () => transformSync(script, { minify: true, target: 'es2022', legalComments: 'none' }).code.trim())
  known.set(script, short)
  return short
}

/** Paper prints the address of a work in the notes alone: elsewhere it was for the books, which are made by now. */
export function dropAddresses(elements: readonly Element[], edited: MagicString) {
  for (const element of elements) {
    const place = element.sourceCodeLocation?.attrs?.['data-address']
    if (place && attribute(element, 'role') === 'doc-biblioref' && !isInNotes(element))
      edited.remove(place.startOffset - 1, place.endOffset)
  }
}

function isInNotes({ parentNode }: Element): boolean {
  if (!parentNode || !('tagName' in parentNode)) return false
  return (attribute(parentNode, 'class') ?? '').split(' ').includes('endnotes') || isInNotes(parentNode)
}
