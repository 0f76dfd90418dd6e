import type { FootnoteReference, Nodes, Root, RootContent } from 'mdast'
import type { Plugin } from 'unified'
import { visit } from 'unist-util-visit'
import { fromRoot, isInternal, pageOf } from './links.ts'
import { type Element, isElement, setAttribute } from './nodes.ts'
import { type Survey, type SurveyedComponent, type SurveyedReference, survey } from './survey.ts'

/**
 * Remark plugin of the render pass: writes the numbers and ids of the {@link survey} into the tree. Paragraphs get
 * their ids, components their ordinals, links begin at the root of the site, references become `<FootnoteRef>`, citations
 * in the program’s words `<CitationCluster>`s, and the notes a `<NoteList>` of `<Footnote>`s after a `<PartText>` that holds everything else. Decides nothing.
 */
export const remarkApparatus: Plugin<[], Root> = () => (tree, file) => renderApparatus(tree, documentNameOf(file.path))

/**
 * The function behind {@link remarkApparatus}. Changes the tree.
 *
 * @param document under which name the components find what they print: `parts/part-1`
 */
export function renderApparatus(tree: Root, document: string) {
  const surveyed = survey(tree)
  for (const { node, ordinal } of surveyed.components) {
    setAttribute(node, 'ordinal', String(ordinal))
    setAttribute(node, 'document', document)
  }
  for (const { node, key, number } of surveyed.paragraphs) setAnchor(node, key, number)
  replaceReferences(tree, surveyed.references)
  replaceClusters(tree, surveyed.components, document)
  rootLinks(tree, pageOf(document))
  moveNotes(tree, surveyed, document)
}

/** `…/content/parts/part-1.mdx` is `parts/part-1`. */
const documentNameOf = (path: string) =>
  path
    .replaceAll('\\', '/')
    .split('/')
    .slice(-2)
    .join('/')
    .replace(/\.mdx$/u, '')

function setAnchor(node: Nodes, key: string, number: number) {
  if (isElement(node)) {
    setAttribute(node, 'anchor', `p-${key}`)
    setAttribute(node, 'paragraph', String(number))
    return
  }
  node.data = { ...node.data, hProperties: { id: `p-${key}`, 'data-paragraph': String(number) } }
}

function replaceReferences(tree: Root, references: readonly SurveyedReference[]) {
  const elements = new Map(references.map((reference) => [reference.node, referenceElement(reference)]))
  visit(tree, 'footnoteReference', (node: FootnoteReference, index, parent) => {
    const element = elements.get(node)
    if (element && parent && index !== undefined) (parent.children as Nodes[])[index] = element
  })
}

/** Puts a `<CitationCluster>` where citations in the program’s words stand, together with what the writer put between them. */
function replaceClusters(tree: Root, components: readonly SurveyedComponent[], document: string) {
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

const referenceElement = ({ note, number, ordinal }: SurveyedReference) =>
  element('mdxJsxTextElement', 'FootnoteRef', { note, number: String(number), ordinal: String(ordinal) }, [])

function moveNotes(tree: Root, { notes, references }: Survey, document: string) {
  const text = tree.children.filter((node) => node.type !== 'footnoteDefinition')
  const list = notes.map(({ definition, id, number }) =>
    element('mdxJsxFlowElement', 'Footnote', { id, number: String(number), references: countOf(references, id), document }, definition.children),
  )
  const parts = [element('mdxJsxFlowElement', 'PartText', {}, text)]
  if (list.length > 0) parts.push(element('mdxJsxFlowElement', 'NoteList', {}, list))
  tree.children = parts as RootContent[]
}

const countOf = (references: readonly SurveyedReference[], id: string) => String(references.filter(({ note }) => note === id).length)

function element(type: 'mdxJsxFlowElement' | 'mdxJsxTextElement', name: string, attributes: Record<string, string>, children: readonly Nodes[]) {
  return {
    type,
    name,
    attributes: Object.entries(attributes).map(([key, value]) => ({ type: 'mdxJsxAttribute' as const, name: key, value })),
    children,
    // MDX’s own nodes carry this mark, which keeps `p`, `a` … typed as JSX from being replaced by components.
    data: { _mdxExplicitJsx: true },
  } as unknown as Element
}
