import type { FootnoteReference, Nodes, PhrasingContent, Root, RootContent } from 'mdast'
import type { Plugin } from 'unified'
import { visit } from 'unist-util-visit'
import type { DocumentKind } from '../../model/facts.ts'
import type { Use } from '../constructs/construct.ts'
import { setFormulas } from '../constructs/formula.ts'
import { isSlugOfWords, type NamedHeading } from '../constructs/headings.ts'
import { see } from '../constructs/see.ts'
import { isTable, setCaptionApart } from '../constructs/table.ts'
import { layOutVerse, verse } from '../constructs/verse.ts'
import { blankPage, type PageLedger } from '../ledger/page-ledger.ts'
import { fromRoot, isInternal, pageOf } from '../links.ts'
import { attributesOf, type Element, isElement, setAttribute } from '../nodes.ts'
import { ownNumbers } from '../numbered-notes.ts'
import { takeTitle } from '../own-title.ts'
import { type Survey, type SurveyedReference, survey } from '../survey/survey.ts'
import { markShortOpening } from './short-opening.ts'

/**
 * Remark plugin of the render pass: writes the numbers and ids of the {@link survey} into the tree. Paragraphs get
 * their ids, components their ordinals, links begin at the root of the site, references become `<FootnoteRef>`, citations
 * in the program’s words `<CitationCluster>`s, and the notes a `<NoteList>` of `<Footnote>`s after a `<PartText>` that
 * holds everything else. Ids that were published and are there no longer become anchors where their passage is now; what
 * was published comes with the file, as `data.ledger`, or the survey itself as `data.surveyed`. Decides nothing.
 */
export const remarkApparatus: Plugin<[], Root> = () => (tree, file) => {
  const document = documentNameOf(file.path)
  const { surveyed, ledger } = file.data as { readonly surveyed?: Survey; readonly ledger?: PageLedger }
  return surveyed ? renderSurveyed(surveyed, document) : renderApparatus(tree, document, ledger)
}

/**
 * The function behind {@link remarkApparatus}: a new tree, of the one that the survey has read.
 *
 * @param document under which name the components find what they print: `parts/part-1`
 */
export function renderApparatus(parsed: Root, document: string, ledger: PageLedger = blankPage): Root {
  const kind = kindOf(document)
  if (kind === 'part') {
    takeTitle(parsed)
    ownNumbers(parsed, document.split('/').at(-1) ?? '', ledger.references)
  }
  return renderSurveyed(survey(parsed, ledger, kind), document)
}

/** The same for who has the survey of the document; the nodes of its tree are changed. */
function renderSurveyed(surveyed: Survey, document: string): Root {
  const { tree } = surveyed
  const formerIds = formerIdsOf(surveyed.moved)
  for (const { node, ordinal } of surveyed.components) {
    setAttribute(node, 'ordinal', String(ordinal))
    setAttribute(node, 'document', document)
  }
  for (const { node, key, number } of surveyed.paragraphs) setAnchor(node, key, number)
  if (kindOf(document) === 'part') markShortOpening(surveyed)
  for (const heading of surveyed.headings) if (!isSlugOfWords(heading)) setId(heading)
  for (const { node, id } of surveyed.headings) addAnchors(tree, node, formerIds(id))
  for (const { node, key } of surveyed.paragraphs) addAnchors(tree, node, formerIds(`p-${key}`))
  replaceReferences(tree, surveyed.references, formerIds)
  replaceClusters(tree, surveyed.components, document)
  rootLinks(tree, pageOf(document))
  alignCells(tree)
  setFormulas(tree)
  for (const { node } of surveyed.components) {
    if (node.name === verse.name) layOutVerse(node)
    if (isTable(node)) setCaptionApart(node)
  }
  for (const [node, { number }] of surveyed.figures) if (isElement(node)) setAttribute(node, 'number', String(number))
  leadSees(surveyed, pageOf(document))
  return { ...tree, children: partsOf(surveyed, document, formerIds) }
}

/** `…/content/parts/part-1.mdx` is `parts/part-1`. */
const documentNameOf = (path: string) =>
  path
    .replaceAll('\\', '/')
    .split('/')
    .slice(-2)
    .join('/')
    .replace(/\.mdx$/u, '')

function kindOf(document: string): DocumentKind {
  const folder = document.split('/')[0]
  if (folder === 'glossary') return 'term'
  return folder === 'pages' ? 'page' : 'part'
}

/** What rehype-slug would make otherwise. */
function setId({ node, id }: NamedHeading) {
  node.data = { ...node.data, hProperties: { id } }
}

function setAnchor(node: Nodes, key: string, number: number) {
  if (isElement(node)) {
    setAttribute(node, 'anchor', `p-${key}`)
    setAttribute(node, 'paragraph', String(number))
    return
  }
  node.data = { ...node.data, hProperties: { id: `p-${key}`, 'data-paragraph': String(number) } }
}

type FormerIds = (id: string) => readonly string[]

function formerIdsOf(moved: ReadonlyMap<string, string>): FormerIds {
  const byTarget = Map.groupBy(moved.keys(), (id) => moved.get(id) as string)
  return (id) => byTarget.get(id) ?? []
}

/** Puts an empty anchor for each of the ids at the beginning of a block, or before it where nothing can stand inside. */
function addAnchors(tree: Root, node: Nodes, ids: readonly string[]) {
  if (ids.length === 0) return
  if (isElement(node)) return setAttribute(node, 'former', ids.join(' '))
  const anchors = ids.map(anchorFor) as unknown as PhrasingContent[]
  const host = firstLineOf(node)
  if (host) host.children.unshift(...anchors)
  else tree.children.splice(tree.children.indexOf(node as RootContent), 0, ...(anchors as unknown as RootContent[]))
}

/** Where in a block its first words are. */
function firstLineOf(node: Nodes | undefined): { children: PhrasingContent[] } | undefined {
  if (node?.type === 'paragraph' || node?.type === 'heading' || node?.type === 'tableCell') return node
  const isNest = node?.type === 'listItem' || node?.type === 'blockquote' || node?.type === 'table' || node?.type === 'tableRow'
  return isNest ? firstLineOf(node.children[0]) : undefined
}

const anchorFor = (id: string) => ({ type: 'paragraph', children: [], data: { hName: 'span', hProperties: { id, className: ['former'] } } })

function replaceReferences(tree: Root, references: readonly SurveyedReference[], formerIds: FormerIds) {
  const elements = new Map(references.map((reference) => [reference.node, referenceElement(reference, formerIds)]))
  visit(tree, 'footnoteReference', (node: FootnoteReference, index, parent) => {
    const element = elements.get(node)
    if (element && parent && index !== undefined) (parent.children as Nodes[])[index] = element
  })
}

/** Puts a `<CitationCluster>` where citations in the program’s words stand, together with what the writer put between them. */
function replaceClusters(tree: Root, components: readonly Use[], document: string) {
  const members = Map.groupBy(components, ({ cluster }) => cluster)
  const clusters = new Map(components.map(({ node, cluster }) => [node as Nodes, cluster]))
  visit(tree, (node, index, parent) => {
    const cluster = clusters.get(node)
    if (cluster === undefined || !parent || index === undefined) return undefined
    const last = members.get(cluster)?.at(-1)?.node
    const children = parent.children as Nodes[]
    const count = children.indexOf(last as Nodes) - index + 1
    children.splice(index, count, element('mdxJsxTextElement', 'CitationCluster', { ordinal: String(cluster), document }, []))
    return index + 1
  })
}

/** Notes and definitions stand on other pages too, where `#x` would lead elsewhere. */
function rootLinks(tree: Root, page: string) {
  visit(tree, ['link', 'definition'], (node) => {
    if ((node.type !== 'link' && node.type !== 'definition') || !isInternal(node.url)) return
    node.url = fromRoot(node.url, page)
    // Print writes it out, where the address of the link itself would say how to get there from here.
    if (node.type === 'link') node.data = { ...node.data, hProperties: { 'data-address': node.url } }
  })
}

/** Says of each cross-reference what it leads to, and where that is. */
function leadSees({ components, figures }: Survey, page: string) {
  const targets = new Map([...figures.values()].map((figure) => [figure.id, figure]))
  for (const { node } of components) {
    const { id } = attributesOf(node)
    if (node.name !== see.name || typeof id !== 'string') continue
    const { kind = 'section', number = '', anchor = id } = targets.get(id) ?? {}
    for (const [name, value] of Object.entries({ kind, number: String(number), href: fromRoot(`#${anchor}`, page) }))
      setAttribute(node, name, value)
  }
}

/** Says of each cell how it is set, for the styles of the site: a style of its own, as MDX gives it, no policy allows. */
function alignCells(tree: Root) {
  visit(tree, 'table', (table) => {
    for (const row of table.children) {
      for (const [i, cell] of row.children.entries()) {
        const align = table.align?.[i]
        if (align) cell.data = { ...cell.data, hProperties: { 'data-align': align } }
      }
    }
    // As many as before: rows that are shorter are filled up by it.
    table.align = table.align?.map(() => null) ?? null
  })
}

function referenceElement({ note, number, ordinal }: SurveyedReference, formerIds: FormerIds) {
  const former = formerIds(`ref-${note}-${ordinal}`).join(' ')
  return element(
    'mdxJsxTextElement',
    'FootnoteRef',
    { note, number: String(number), ordinal: String(ordinal), ...(former && { former }) },
    [],
  )
}

function partsOf({ tree, notes, references }: Survey, document: string, formerIds: FormerIds): RootContent[] {
  const text = tree.children.filter((node) => node.type !== 'footnoteDefinition')
  const list = notes.map(({ definition, id, number }) => {
    const former = formerIds(`note-${id}`).join(' ')
    const properties = { id, number: String(number), references: countOf(references, id), document, ...(former && { former }) }
    return element('mdxJsxFlowElement', 'Footnote', properties, definition.children)
  })
  const parts = [element('mdxJsxFlowElement', 'PartText', {}, text)]
  if (list.length > 0) parts.push(element('mdxJsxFlowElement', 'NoteList', {}, list))
  return parts as RootContent[]
}

const countOf = (references: readonly SurveyedReference[], id: string) => String(references.filter(({ note }) => note === id).length)

function element(
  type: 'mdxJsxFlowElement' | 'mdxJsxTextElement',
  name: string,
  attributes: Record<string, string>,
  children: readonly Nodes[],
) {
  return {
    type,
    name,
    attributes: Object.entries(attributes).map(([key, value]) => ({ type: 'mdxJsxAttribute' as const, name: key, value })),
    children,
    // MDX’s own nodes carry this mark, which keeps `p`, `a` … typed as JSX from being replaced by components.
    data: { _mdxExplicitJsx: true },
  } as unknown as Element
}
