import type { PhrasingContent } from 'mdast'
import { textOfCitation } from '../model/citation-html.ts'

/** What a citation style prints, which is text with `<i>` and spans in it, as running text. */
export function phrasesOf(html: string): PhrasingContent[] {
  const pieces: PhrasingContent[] = []
  let italics = 0
  for (const [, tag, words = ''] of html.matchAll(/<([^>]*)>|([^<]+)/gu)) {
    if (tag === 'i' || tag === 'em') italics++
    else if (tag === '/i' || tag === '/em') italics = Math.max(0, italics - 1)
    else if (tag === undefined) {
      const text = { type: 'text' as const, value: textOfCitation(words) }
      // A title in a title stands upright.
      pieces.push(italics % 2 === 1 ? { type: 'emphasis', children: [text] } : text)
    }
  }
  return pieces
}
