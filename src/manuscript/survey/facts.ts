import type { Root } from 'mdast'
import type { DocumentFacts, LinkFact } from '../../model/facts.ts'
import type { ComponentFacts, Use } from '../constructs/construct.ts'
import { constructOf } from '../constructs/constructs.ts'
import { unusedDefinitions } from '../definitions.ts'
import { isInternal } from '../links.ts'
import { nodesOf, spanOf } from '../nodes.ts'
import type { Survey } from './survey.ts'
import { countWords, ownText } from './text-of-words.ts'

/** Everything that is to be known of a document, without its tree. */
export function factsOf(surveyed: Survey, about: Pick<DocumentFacts, 'kind' | 'id' | 'path'>): DocumentFacts {
  const { pictures, recordings, charts, tables, ...cited } = factsOfComponents(surveyed.components)
  return {
    ...about,
    sections: surveyed.headings.map(({ node, id, words }) => ({ id, words, level: node.depth, span: spanOf(node) })),
    paragraphs: surveyed.paragraphs.map(({ node: _, ...paragraph }) => paragraph),
    notes: surveyed.notes.map(({ definition, ...note }) => ({ ...note, span: spanOf(definition) })),
    references: surveyed.references.map(({ node, number: _, ...reference }) => ({ ...reference, span: spanOf(node) })),
    ...cited,
    links: linksOf(surveyed.tree),
    pictures,
    recordings,
    charts,
    tables,
    figures: [...surveyed.figures.values()],
    moved: surveyed.moved,
    wordCount: surveyed.paragraphs.reduce((sum, { words }) => sum + countWords(ownText(words)), 0),
  }
}

function factsOfComponents(components: readonly Use[]): ComponentFacts {
  const found = components.map((use) => constructOf(use.node)?.facts(use) ?? {})
  return {
    certainty: found.flatMap(({ certainty = [] }) => certainty),
    citations: found.flatMap(({ citations = [] }) => citations),
    mentions: found.flatMap(({ mentions = [] }) => mentions),
    dates: found.flatMap(({ dates = [] }) => dates),
    pictures: found.flatMap(({ pictures = [] }) => pictures),
    recordings: found.flatMap(({ recordings = [] }) => recordings),
    charts: found.flatMap(({ charts = [] }) => charts),
    tables: found.flatMap(({ tables = [] }) => tables),
  }
}

function linksOf(tree: Root): LinkFact[] {
  const unused = new Set<unknown>(unusedDefinitions(tree))
  return nodesOf(tree, 'link', 'definition').flatMap((node) =>
    !unused.has(node) && isInternal(node.url) ? [{ address: node.url, span: spanOf(node) }] : [],
  )
}
