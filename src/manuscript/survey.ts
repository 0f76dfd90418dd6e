import type { FootnoteDefinition, FootnoteReference, Heading, Nodes, Root } from 'mdast'
import type { DocumentKind, Spot, Words } from '../model/facts.ts'
import { clustersOf } from './clusters.ts'
import { takeEscapes } from './escapes.ts'
import { wrapInlineComponents } from './flow.ts'
import { type MarkedHeading, markHeadings } from './headings.ts'
import { idsOfOthers } from './ids-of-others.ts'
import { keepKeys } from './ledger/keep-keys.ts'
import { movedIds } from './ledger/moved-ids.ts'
import { blankPage, type PageLedger } from './ledger/page-ledger.ts'
import { attributesOf, childrenOf, type Element, isElement, isScript } from './nodes.ts'
import { ownText, recordedText, wordsOf } from './words.ts'

/** What a document holds, in reading order: the text from top to bottom, then the notes by number. */
export type Survey = {
  readonly headings: readonly SurveyedHeading[]
  readonly paragraphs: readonly SurveyedParagraph[]
  readonly notes: readonly SurveyedNote[]
  readonly references: readonly SurveyedReference[]
  readonly components: readonly SurveyedComponent[]
  /** Ids that were published on this page and are there no longer, each with the id where its passage is now. */
  readonly moved: ReadonlyMap<string, string>
}

export type SurveyedHeading = MarkedHeading & { readonly words: readonly Words[] }
export type SurveyedParagraph = {
  readonly node: Nodes
  readonly key: string
  readonly number: number
  readonly section?: string
  readonly words: readonly Words[]
  readonly knownBy: string
}
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
export type SurveyedComponent = {
  readonly node: Element
  /** Counts the components of the same name and id before it, plus 1; dates are counted together. */
  readonly ordinal: number
  readonly spot: Spot
  /** The section or note whose first dates are shown in both calendars. */
  readonly scope: string
  /** What stands inside of it, where it is a statement. */
  readonly words?: readonly Words[]
  /** For a citation in the program’s words: its cluster, counted from 1. */
  readonly cluster?: number
}

const blocksWithAnchor = new Set(['Quotation', 'Epigraph', 'Figure', 'Chart'])

/**
 * Reads a tree once and says what stands where. Both passes call it, so that what is checked and what is rendered
 * have the same numbers and ids. Tidies the tree first: heading marks are taken out, inline components put in paragraphs.
 * See decision 2.
 *
 * A note is numbered where it is first referred to; one that only other notes refer to comes after those of the text.
 *
 * @param ledger what has been published on the page of the document: paragraphs keep their keys by it, headings their ids
 * @param kind of the document, by which its page has ids of its own
 */
export function survey(tree: Root, ledger: PageLedger = blankPage, kind: DocumentKind = 'part'): Survey {
  wrapInlineComponents(tree)
  takeEscapes(tree)
  const headings = markHeadings(tree, idsOfOthers(tree, kind), ledger.sections)
  const idOfHeading = new Map<Heading, string>(headings.map(({ node, id }) => [node, id]))
  const definitions = new Map<string, FootnoteDefinition>()
  const anchored = new Map<Nodes, { section?: string }>()
  const ordinals = new Map<Nodes, number>()
  const counts = new Map<string, number>()
  const numbers = new Map<string, number>()
  const found: { node: FootnoteReference | Element; block: Nodes | undefined; scope: string }[] = []
  let section: string | undefined

  const count = (what: string) => {
    const next = (counts.get(what) ?? 0) + 1
    counts.set(what, next)
    return next
  }

  const visitNode = (node: Nodes, block: Nodes | undefined, scope: string) => {
    if (node.type === 'footnoteDefinition') return void (definitions.has(node.identifier) || definitions.set(node.identifier, node))
    if (node.type === 'footnoteReference') {
      if (!numbers.has(node.identifier)) numbers.set(node.identifier, numbers.size + 1)
      ordinals.set(node, count(`note ${node.identifier}`))
      found.push({ node, block, scope })
    }
    if (isElement(node) && !isScript(node)) {
      ordinals.set(node, count(countedAs(node)))
      found.push({ node, block, scope })
    }
    for (const child of childrenOf(node)) visitNode(child, block, scope)
  }

  const visitFlow = (node: Nodes, block: Nodes | undefined) => {
    if (node.type === 'heading') section = idOfHeading.get(node)
    const own = isAnchored(node, block) ? node : block
    if (own === node && own !== undefined) anchored.set(node, section === undefined ? {} : { section })
    if (node.type === 'list' || node.type === 'listItem' || node.type === 'root') {
      for (const child of childrenOf(node)) visitFlow(child, own)
    } else visitNode(node, own ?? node, `section ${section ?? ''}`)
  }

  collectDefinitions(tree, definitions)
  visitFlow(tree, undefined)
  // A reference inside a note may name a further note: the map grows while it is read.
  for (const [id] of numbers) for (const child of definitions.get(id)?.children ?? []) visitNode(child, definitions.get(id), `note ${id}`)

  const apart = new Set(anchored.keys())
  const texts = [...anchored].map(([node, where]) => {
    const words = wordsOf(node, ordinals, apart)
    return { node, where, words, knownBy: recordedText(words) || wordlessMark(node) }
  })
  const kept = keepKeys(
    texts.map(({ node, words, knownBy }) => ({ text: knownBy, ownText: ownText(words) || wordlessMark(node) })),
    ledger.recorded,
    ledger.taken,
  )
  const paragraphs = texts.map(
    ({ node, where, words, knownBy }, i): SurveyedParagraph => ({ node, key: kept[i]?.key ?? '', number: i + 1, words, knownBy, ...where }),
  )
  const keys = new Map(paragraphs.map(({ node, key }) => [node, key]))
  const noteIds = new Map<Nodes, string>([...definitions].map(([id, node]) => [node, id]))
  const nearestKey = (block: Nodes | undefined) => keys.get(block as Nodes) ?? keyAfterHeading(block, paragraphs)
  const spotOf = (block: Nodes | undefined): Spot => {
    const note = block && noteIds.get(block)
    return note === undefined ? { kind: 'paragraph', key: nearestKey(block) } : { kind: 'note', id: note }
  }

  const clusters = clustersOf(
    tree,
    found.map(({ node }) => node),
  )
  return {
    headings: headings.map((heading) => ({ ...heading, words: wordsOf(heading.node, ordinals) })),
    paragraphs,
    notes: [...numbers].flatMap(([id, number]) => {
      const definition = definitions.get(id)
      return definition ? [{ definition, id, number, words: wordsOf(definition, ordinals) }] : []
    }),
    references: found.flatMap(({ node, block }) =>
      node.type === 'footnoteReference'
        ? [
            {
              node,
              note: node.identifier,
              number: numbers.get(node.identifier) ?? 0,
              ordinal: ordinals.get(node) ?? 0,
              spot: spotOf(block),
            },
          ]
        : [],
    ),
    components: found.flatMap(({ node, block, scope }) => {
      if (node.type === 'footnoteReference') return []
      const cluster = clusters.get(node)
      return [
        {
          node,
          ordinal: ordinals.get(node) ?? 0,
          spot: spotOf(block),
          scope,
          ...(cluster && { cluster }),
          ...(node.name === 'Certainty' && { words: wordsOf(node, ordinals) }),
        },
      ]
    }),
    moved: movedIds(ledger, kept, (note) => counts.get(`note ${note}`) ?? 0),
  }
}

/** Citations of a source and mentions of a term are counted apart, all dates together, and so are all quotations. */
function countedAs(element: Element): string {
  if (element.name === 'Quotation' || element.name === 'Epigraph') return 'Quotation'
  return element.name === 'CalendarDate' ? element.name : `${element.name} ${attributesOf(element).id}`
}

function collectDefinitions(tree: Root, definitions: Map<string, FootnoteDefinition>) {
  for (const node of tree.children) {
    if (node.type === 'footnoteDefinition' && !definitions.has(node.identifier)) definitions.set(node.identifier, node)
  }
}

/** Paragraphs, list items, quotations, tables and components that are blocks have an anchor, the outermost of them. */
function isAnchored(node: Nodes, block: Nodes | undefined): boolean {
  if (node.type === 'listItem') return true
  if (block !== undefined) return false
  if (node.type === 'mdxJsxFlowElement') return blocksWithAnchor.has(node.name ?? '')
  return ['paragraph', 'blockquote', 'table', 'code'].includes(node.type)
}

/** What tells a picture or chart without words from another. */
function wordlessMark(node: Nodes): string {
  const { src, id } = isElement(node) ? attributesOf(node) : {}
  return String(src ?? id ?? '')
}

/** What stands in a heading belongs to the paragraph after it; in a text without any, to the page. */
function keyAfterHeading(block: Nodes | undefined, paragraphs: readonly SurveyedParagraph[]): string {
  const line = block?.position?.start.line ?? 0
  return (paragraphs.find(({ node }) => (node.position?.start.line ?? 0) >= line) ?? paragraphs.at(-1))?.key ?? ''
}
