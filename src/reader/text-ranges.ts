/** A node of text, and where it begins in the text of the whole. */
export type TextAt = { readonly node: Text; readonly start: number }

/** The text of an element as it is seen, with the nodes it stands in; white space as one sign each. */
export function textOf(element: Element, without: string): { nodes: TextAt[]; text: string } {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) => {
    if (!(node instanceof Element)) return NodeFilter.FILTER_ACCEPT
    return node.matches(without) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_SKIP
  })
  const nodes: TextAt[] = []
  let text = ''
  while (walker.nextNode()) {
    const node = walker.currentNode as Text
    nodes.push({ node, start: text.length })
    text += node.data.replace(/\s/gu, ' ')
  }
  return { nodes, text }
}

/** A stretch of such a text as a range of the page. */
export function rangeOf(nodes: readonly TextAt[], start: number, end: number): Range | undefined {
  const from = nodes.findLast((each) => each.start <= start)
  const to = nodes.findLast((each) => each.start < end)
  if (!from || !to) return undefined
  const range = new Range()
  range.setStart(from.node, Math.min(start - from.start, from.node.data.length))
  range.setEnd(to.node, Math.min(end - to.start, to.node.data.length))
  return range
}
