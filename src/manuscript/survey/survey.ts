import type { FootnoteDefinition, FootnoteReference, Nodes, Root } from 'mdast'
import type { DocumentKind, FigureFact, Spot, Words } from '../../model/facts.ts'
import { furnitureIds } from '../../model/page-ids.ts'
import { clustersOf } from '../constructs/clusters.ts'
import type { Use } from '../constructs/construct.ts'
import { constructOf } from '../constructs/constructs.ts'
import { type NamedHeading, nameHeadings } from '../constructs/headings.ts'
import { movedIds } from '../ledger/moved-ids.ts'
import { blankPage, type PageLedger } from '../ledger/page-ledger.ts'
import { numberFigures } from './figures.ts'
import { keyParagraphs, type SurveyedParagraph } from './paragraphs.ts'
import { tidy } from './tidy.ts'
import { type Walk, walk } from './walk.ts'
import { type Ordinals, wordsOf } from './words.ts'

/** What a document holds, in reading order: the text from top to bottom, then the notes by number. */
export type Survey = {
  /** The text as it is meant, see {@link tidy}; all nodes of the survey are of this tree. */
  readonly tree: Root
  readonly headings: readonly SurveyedHeading[]
  readonly paragraphs: readonly SurveyedParagraph[]
  readonly notes: readonly SurveyedNote[]
  readonly references: readonly SurveyedReference[]
  readonly components: readonly Use[]
  /** What has a number, by its component; see {@link numberFigures}. */
  readonly figures: ReadonlyMap<Nodes, FigureFact>
  /** Ids that were published on this page and are there no longer, each with the id where its passage is now. */
  readonly moved: ReadonlyMap<string, string>
}

export type SurveyedHeading = NamedHeading & { readonly words: readonly Words[] }
export type SurveyedNote = {
  readonly definition: FootnoteDefinition
  readonly id: string
  readonly number: number
  readonly words: readonly Words[]
}
export type SurveyedReference = {
  readonly node: FootnoteReference
  readonly note: string
  readonly number: number
  readonly ordinal: number
  readonly spot: Spot
}

/**
 * Reads a tree once and says what stands where. Both passes call it, so that what is checked and what is rendered
 * have the same numbers and ids. The tree stays as it is. See decision 2.
 *
 * @param ledger what has been published on the page of the document: paragraphs keep their keys by it, headings their ids
 * @param kind of the document, by which its page has ids of its own
 */
export function survey(parsed: Root, ledger: PageLedger = blankPage, kind: DocumentKind = 'part'): Survey {
  const { tree, fixedIds } = tidy(parsed)
  const walked = walk(tree)
  const { blocks, definitions, numbers, references, uses } = walked
  const ordinals: Ordinals = new Map([...references, ...uses].map(({ node, ordinal }) => [node, ordinal]))
  const headings = nameHeadings(tree, fixedIds, idsOfOthers(walked, kind), ledger.sections)
  const { paragraphs, kept } = keyParagraphs(blocks, headings, ordinals, ledger)
  const spotOf = spotsIn(paragraphs, definitions)
  const clusters = clustersOf(
    tree,
    uses.map(({ node }) => node),
  )
  return {
    tree,
    headings: headings.map((heading) => ({ ...heading, words: wordsOf(heading.node, ordinals) })),
    paragraphs,
    notes: [...numbers].flatMap(([id, number]) => {
      const definition = definitions.get(id)
      return definition ? [{ definition, id, number, words: wordsOf(definition, ordinals) }] : []
    }),
    references: references.map(({ node, ordinal, block }) => ({
      node,
      note: node.identifier,
      number: numbers.get(node.identifier) ?? 0,
      ordinal,
      spot: spotOf(block),
    })),
    components: uses.map((use): Use => {
      const { node, ordinal, isFirst, block } = use
      const cluster = clusters.get(node)
      const id = idOf(use)
      return {
        node,
        ordinal,
        isFirst,
        spot: spotOf(block),
        ...(id && { id }),
        ...(cluster && { cluster }),
        ...(constructOf(node)?.isStatement && { words: wordsOf(node, ordinals) }),
      }
    }),
    figures: numberFigures(walked, (block) => {
      const spot = spotOf(block)
      return spot.kind === 'paragraph' ? spot.key : ''
    }),
    moved: movedIds(ledger, kept, (note) => references.filter(({ node }) => node.identifier === note).length),
  }
}

/** Ids of the frame of every page, and of what the program adds to pages of one kind. */
export const ownIds = (kind: DocumentKind): readonly string[] => [...furnitureIds.everywhere, ...furnitureIds[kind]]

/**
 * The ids that something else than a heading has on the page of a text: the page itself, its notes and what refers to
 * them, citations, pictures. Those of paragraphs are left out: they are no words, and come from the ledger.
 */
const idsOfOthers = ({ definitions, references, uses }: Walk, kind: DocumentKind): ReadonlySet<string> =>
  new Set([
    ...ownIds(kind),
    ...[...definitions.keys()].map((id) => `note-${id}`),
    ...references.map(({ node, ordinal }) => `ref-${node.identifier}-${ordinal}`),
    ...uses.flatMap((use) => idOf(use) ?? []),
  ])

/** The id that a component has on its page, if any. */
function idOf({ node, name, typed }: Walk['uses'][number]): string | undefined {
  const from = constructOf(node)?.id?.from
  if (from === 'ordinal') return name
  return from === 'writer' && typeof typed.id === 'string' ? typed.id : undefined
}

function spotsIn(
  paragraphs: readonly SurveyedParagraph[],
  definitions: ReadonlyMap<string, FootnoteDefinition>,
): (block: Nodes | undefined) => Spot {
  const keys = new Map<Nodes | undefined, string>(paragraphs.map(({ node, key }) => [node, key]))
  const notes = new Map<Nodes | undefined, string>([...definitions].map(([id, node]) => [node, id]))
  return (block) => {
    const id = notes.get(block)
    return id === undefined ? { kind: 'paragraph', key: keys.get(block) ?? keyAfter(block, paragraphs) } : { kind: 'note', id }
  }
}

/** What stands in a heading belongs to the paragraph after it; in a text without any, to the page. */
function keyAfter(block: Nodes | undefined, paragraphs: readonly SurveyedParagraph[]): string {
  const line = block?.position?.start.line ?? 0
  return (paragraphs.find(({ node }) => (node.position?.start.line ?? 0) >= line) ?? paragraphs.at(-1))?.key ?? ''
}
