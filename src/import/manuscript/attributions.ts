import type { Blockquote, Root, RootContent } from 'mdast'
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx'
import type { SourceFile } from '../../model/files/source-file.ts'
import { fullName } from '../../model/names.ts'

/**
 * Makes of a quotation whose last line says where it comes from (“— Ada Orr, ” and a citation) a `<Quotation>` with its source,
 * and its speaker where that is not the author. Changes the tree.
 *
 * @param sources all that can be cited, by their ids
 */
export function attributeQuotations(tree: Root, sources: ReadonlyMap<string, SourceFile>): void {
  tree.children = tree.children.map((block) => (block.type === 'blockquote' ? (quotationOf(block, sources) ?? block) : block))
}

function quotationOf(quote: Blockquote, sources: ReadonlyMap<string, SourceFile>): RootContent | undefined {
  const last = quote.children.at(-1)
  if (last?.type !== 'paragraph' || quote.children.length < 2) return undefined
  const [dash, cited, end, ...others] = last.children as (typeof last.children)[number][]
  const source = cited as unknown as MdxJsxTextElement | undefined
  const isEnd = end === undefined || (end.type === 'text' && /^[\s.]*$/u.test(end.value))
  if (dash?.type !== 'text' || !/^\s*[—–-]/u.test(dash.value) || source?.name !== 'Source' || source.children.length > 0) return undefined
  const typed = Object.fromEntries(source.attributes.flatMap((one) => (one.type === 'mdxJsxAttribute' ? [[one.name, one.value]] : [])))
  const author = sources.get(String(typed.id))?.author?.[0]
  if (!isEnd || others.length > 0 || typed.prefix !== undefined || typed.suffix !== undefined) return undefined
  const said = dash.value.replace(/^\s*[—–-]+\s*|[\s,]+$/gu, '')
  const name = author && fullName(author)
  const by =
    name && said.endsWith(name)
      ? said
          .slice(0, -name.length)
          .replace(/,\s+\p{L}{1,6}\s+$/u, '')
          .trim()
      : said
  const properties = {
    source: String(typed.id),
    ...(typeof typed.locator === 'string' && { locator: typed.locator }),
    ...(by !== '' && { by }),
  }
  return {
    type: 'mdxJsxFlowElement',
    name: 'Quotation',
    attributes: Object.entries(properties).map(([property, value]) => ({ type: 'mdxJsxAttribute', name: property, value })),
    children: quote.children.slice(0, -1) as MdxJsxFlowElement['children'],
  } satisfies MdxJsxFlowElement as unknown as RootContent
}
