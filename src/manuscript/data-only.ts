import type { Nodes, Root } from 'mdast'
import type { MdxFlowExpression, MdxTextExpression } from 'mdast-util-mdx-expression'
import { runsCode } from './links.ts'
import { isElement, nodesOf } from './nodes.ts'

/** What a text is made of. What is not here (imports, HTML, pictures that would be looked for …) is not rendered. */
const kinds = new Set<Nodes['type']>([
  ...([
    'root',
    'heading',
    'paragraph',
    'blockquote',
    'list',
    'listItem',
    'code',
    'thematicBreak',
    'table',
    'tableRow',
    'tableCell',
  ] as const),
  ...(['math', 'inlineMath'] as const),
  ...(['text', 'emphasis', 'strong', 'delete', 'inlineCode', 'break', 'link', 'linkReference', 'definition'] as const),
  ...([
    'footnoteDefinition',
    'footnoteReference',
    'mdxJsxFlowElement',
    'mdxJsxTextElement',
    'mdxFlowExpression',
    'mdxTextExpression',
  ] as const),
])

type Expression = MdxFlowExpression | MdxTextExpression

const isExpression = (node: Nodes): node is Expression => node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression'

/** Whether braces hold a comment and nothing that would be evaluated, as the parser of JavaScript read them. */
export function isComment(node: Nodes): node is Expression {
  const program = isExpression(node) ? node.data?.estree : undefined
  return program?.body.length === 0 && (program.comments?.length ?? 0) > 0
}

/** What in a node would be evaluated, or leads to what would be; nothing where it is data. */
export function nameUnsafe(node: Nodes): string | undefined {
  if (node.type === 'mdxjsEsm') return 'An import or export'
  if (isExpression(node)) return isComment(node) ? undefined : 'An expression in braces'
  if ((node.type === 'link' || node.type === 'definition' || node.type === 'image') && runsCode(node.url)) return 'A link that runs code'
  if (node.type === 'image' || node.type === 'imageReference' || kinds.has(node.type)) return undefined
  return `What Markdown calls “${node.type}”`
}

/** The first node that the render pass must not have: Astro looks for the file of each picture by its address. */
export function findForbidden(tree: Root): Nodes | undefined {
  return nodesOf(tree).find((node) => !kinds.has(node.type) || nameUnsafe(node) || (isElement(node) && node.attributes.some(isEvaluated)))
}

type Attribute = { readonly type: string; readonly value?: unknown }

/** Whether a property is an expression, or as many as an expression spreads. */
export const isEvaluated = ({ type, value }: Attribute): boolean =>
  type !== 'mdxJsxAttribute' || (typeof value === 'object' && value !== null)

/**
 * Leaves nothing in comments. MDX hands them on to the compiler, where some are orders (“pragmas”): one names the module
 * that the page imports to make its elements. Changes the tree.
 */
export function silenceComments(tree: Root) {
  // Their letters stay: the slug of a heading that was published may have them.
  for (const node of nodesOf(tree).filter(isComment))
    node.data = { estree: { type: 'Program', body: [], sourceType: 'module', comments: [] } }
}
