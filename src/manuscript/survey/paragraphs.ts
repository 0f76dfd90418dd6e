import type { Heading, Nodes } from 'mdast'
import type { ParagraphFact } from '../../model/facts.ts'
import type { NamedHeading } from '../constructs/headings.ts'
import { type KeptKey, keepKeys } from '../ledger/keep-keys.ts'
import type { PageLedger } from '../ledger/page-ledger.ts'
import { attributesOf, isElement } from '../nodes.ts'
import { ownText, recordedText } from './text-of-words.ts'
import { type Ordinals, wordsOf } from './words.ts'

/** A paragraph, or another block that can be linked, with its node. */
export type SurveyedParagraph = ParagraphFact & { readonly node: Nodes }

/**
 * Gives the blocks of a text their numbers, and the keys by which they are linked.
 *
 * @param blocks each with the heading of its section, if any
 * @returns `kept` also says which published paragraphs have been joined to each
 */
export function keyParagraphs(
  blocks: ReadonlyMap<Nodes, Heading | undefined>,
  headings: readonly NamedHeading[],
  ordinals: Ordinals,
  ledger: PageLedger,
): { readonly paragraphs: readonly SurveyedParagraph[]; readonly kept: readonly KeptKey[] } {
  const apart = new Set(blocks.keys())
  const sections = new Map<Heading | undefined, string>(headings.map(({ node, id }) => [node, id]))
  const texts = [...blocks].map(([node, heading]) => {
    const words = wordsOf(node, ordinals, apart)
    return { node, words, knownBy: recordedText(words) || wordlessMark(node), section: sections.get(heading) }
  })
  const kept = keepKeys(
    texts.map(({ node, words, knownBy }) => ({ text: knownBy, ownText: ownText(words) || wordlessMark(node) })),
    ledger.recorded,
    ledger.taken,
  )
  const paragraphs = texts.map(
    ({ node, words, knownBy, section }, i): SurveyedParagraph => ({
      node,
      key: kept[i]?.key ?? '',
      number: i + 1,
      words,
      knownBy,
      ...(section !== undefined && { section }),
    }),
  )
  return { paragraphs, kept }
}

/** What tells a picture or chart without words from another. */
function wordlessMark(node: Nodes): string {
  const { src, id } = isElement(node) ? attributesOf(node) : {}
  return String(src ?? id ?? '')
}
