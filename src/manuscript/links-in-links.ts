import type { Nodes, Root } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts'
import type { ManuscriptFile } from '../model/facts.ts'
import { allConstructs, constructOf } from './constructs/constructs.ts'
import { childrenOf, nodesOf, spanOf } from './nodes.ts'
import { shorten } from './shorten.ts'

/**
 * Finds links inside of links: everything that is printed as one, in the words of another. HTML has no such thing, and
 * browsers take it apart.
 */
export function checkLinksInLinks(tree: Root, { path, text }: ManuscriptFile): Diagnostic[] {
  const found: Diagnostic[] = []
  const typed = (node: Nodes) => text.slice(spanOf(node).start.offset, spanOf(node).end.offset)
  const read = (node: Nodes, outer: Nodes | undefined) => {
    const kind = linkKind(node)
    if (kind && outer) {
      const [inner, around] = [typed(node), typed(outer)]
      const words = textOf(node)
      const write = kind === 'note' ? `${around.replace(inner, '')}${inner}` : words && words !== inner && around.replace(inner, words)
      found.push(
        diagnose('link-inside-link', path, spanOf(node), {
          inner: kind,
          outer: linkKind(outer) ?? 'link',
          ...(write && { write: shorten(write) }),
        }),
      )
      // What stands in the inner one stands in the outer one no longer when that is mended.
      return
    }
    for (const child of childrenOf(node)) read(child, kind ? node : outer)
  }
  read(tree, undefined)
  return [...found, ...checkTitles(tree, path)]
}

type LinkKind = 'link' | 'note' | 'term' | 'source' | 'see'

function linkKind(node: Nodes): LinkKind | undefined {
  if (node.type === 'link' || node.type === 'linkReference') return 'link'
  if (node.type === 'footnoteReference') return 'note'
  return constructOf(node)?.link
}

const linking = allConstructs.filter(({ link }) => link)
const inTitle = new RegExp(`\\[\\^[^\\]]+\\]|<(${linking.map(({ name }) => name).join('|')})\\b|\\]\\(`, 'u')

/** The title of a link is plain text: a note, term or link in it would be printed as it is typed. */
function checkTitles(tree: Root, path: string): Diagnostic[] {
  const found: Diagnostic[] = []
  for (const node of nodesOf(tree, 'link', 'definition')) {
    const inner = inTitle.exec(node.title ?? '')
    if (!inner) continue
    const kind = linking.find(({ name }) => name === inner[1])?.link ?? (inner[0].startsWith('[^') ? 'note' : 'link')
    found.push(diagnose('link-inside-link', path, spanOf(node), { inner: kind, outer: 'title' }))
  }
  return found
}
