import type { DefaultTreeAdapterTypes } from 'parse5'
import type { Markup } from '../model/cards.ts'
import { elementsOf, parsePage } from './html.ts'
import { fileAt, filesIn, readText } from './site-files.ts'

/**
 * A script that gives pages, as data, the previews of terms and sources which they would otherwise fetch, by the path of the page
 * that is previewed: `/glossary/mrc/`.
 *
 * @param rewrite makes of a preview, and the path of its file from the root, what the edition shows
 * @returns the script; nothing where the site has no previews
 */
export async function registerCards(
  site: URL,
  rewrite: (html: string, path: string) => string | Promise<string>,
): Promise<string | undefined> {
  const files = filesIn(site).filter((path) => path.endsWith('/card/index.html'))
  if (files.length === 0) return undefined
  const cards = await Promise.all(
    files.map(async (path) => {
      const html = readText(fileAt(site, path))
      return [`/${path.slice(0, -'card/index.html'.length)}`, markupOf(await rewrite(html, `/${path}`))]
    }),
  )
  // In a page, “</script” would end the script.
  return `globalThis.pamphletCards=${JSON.stringify(Object.fromEntries(cards)).replaceAll('<', '\\u003c')};`
}

/** What stands in the body of a page. */
function markupOf(html: string): Markup[] {
  const body = elementsOf(parsePage(html)).find(({ tagName }) => tagName === 'body')
  return (body?.childNodes ?? []).flatMap(markupOfNode)
}

/** A node as data. */
export function markupOfNode(node: DefaultTreeAdapterTypes.ChildNode): Markup[] {
  if ('value' in node) return [node.value]
  if (!('tagName' in node)) return []
  const attributes = Object.fromEntries(node.attrs.map(({ prefix, name, value }) => [prefix ? `${prefix}:${name}` : name, value]))
  return [[node.tagName, attributes, ('content' in node ? node.content : node).childNodes.flatMap(markupOfNode)]]
}
