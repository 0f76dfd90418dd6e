import { createProcessor } from '@mdx-js/mdx'
import type { Root } from 'hast'
import rehypeSlug from 'rehype-slug'
import type { Plugin } from 'unified'
import { visit } from 'unist-util-visit'
import type { ManuscriptFile } from '../../model/facts.ts'
import type { PageLedger } from '../ledger/page-ledger.ts'
import type { Survey } from '../survey/survey.ts'
import { rehypeCode } from './highlight-code.ts'
import { remarkApparatus } from './render.ts'
import { remarkData } from './render-safely.ts'

/**
 * The render pass: what is printed of a text, as a tree of elements and of the components by name, with properties that are
 * plain strings. It is data, and nothing of it a program: what would be evaluated has no place in it. See decision 118.
 *
 * @param file of the reading pass, under the path that messages call it by, which ends as `parts/<id>.mdx`
 * @param ledger what has been published on its page
 * @param surveyed what the reading pass has read of it, if that is at hand: the nodes of its tree are changed
 * @throws {VFileMessage} with file, line and column, where anything in the text is not data
 */
export async function treeOfText({ path, text }: ManuscriptFile, ledger: PageLedger, surveyed?: Survey): Promise<Root> {
  const { data } = await processor.process({ path, value: text, data: { ledger, surveyed } })
  return data.printed as Root
}

/** Rehype plugin, the last: takes the tree as it is printed, and leaves nothing to be made a program of. */
const takeTree: Plugin<[], Root> = () => (tree, file) => {
  visit(tree, (node) => {
    delete node.position
    delete node.data
    if ('children' in node) Object.assign(node, { children: node.children.filter((child) => !isComment(child)) })
    const isData = 'attributes' in node ? node.attributes.every(isString) : isOfHtml(node)
    if (!isData) throw new Error(`${file.path}: The text would print what is no data (${node.type}).`)
  })
  file.data.printed = tree
  return { type: 'root', children: [] }
}

/** Comments, of which `remarkData` has left nothing but their place. */
const isComment = ({ type }: { readonly type: string }) => type === 'mdxFlowExpression' || type === 'mdxTextExpression'

const isString = ({ type, value }: { readonly type: string; readonly value?: unknown }) =>
  type === 'mdxJsxAttribute' && (value === null || value === undefined || typeof value === 'string')

const isOfHtml = ({ type }: { readonly type: string }) => type === 'root' || type === 'element' || type === 'text'

const processor = createProcessor({
  remarkPlugins: [remarkData, remarkApparatus],
  rehypePlugins: [rehypeSlug, rehypeCode, takeTree],
})
