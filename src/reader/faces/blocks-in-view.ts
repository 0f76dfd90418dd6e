/** A block of text in the window: where it stands, how its lines break, and the font family it is shown in. */
export type Block = { readonly element: HTMLElement; readonly top: number; readonly lines: Lines; readonly family: string }

/** Where the runs of a block stand in it: which line, and for what moves along its line as a box of its own, how far along. */
type Lines = { readonly lines: string; readonly lefts: readonly number[] }

/** The blocks with text that are in the window. */
export function blocksInView(): Block[] {
  const found = new Set<HTMLElement>()
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) => {
    if (!(node instanceof HTMLElement))
      return node instanceof Text && node.data.trim() ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_REJECT
    const { top, bottom, width } = node.getBoundingClientRect()
    const isIn = node.localName.includes('-') || (width > 0 && bottom > 0 && top < innerHeight)
    return isIn ? NodeFilter.FILTER_SKIP : NodeFilter.FILTER_REJECT
  })
  while (walker.nextNode()) {
    const block = blockOf(walker.currentNode)
    if (block) found.add(block)
  }
  return [...found].map((element) => ({
    element,
    top: element.getBoundingClientRect().top,
    lines: linesOf({ element }),
    family: getComputedStyle(element).fontFamily,
  }))
}

/** Whether a block stands as before: no line breaks elsewhere, and nothing moves along its line so far that it counts as moving. */
export function isAsBefore(block: Block): boolean {
  const { lines, lefts } = linesOf(block)
  return lines === block.lines.lines && lefts.every((left, i) => Math.abs(left - (block.lines.lefts[i] ?? left)) < 2.5)
}

function linesOf({ element }: Pick<Block, 'element'>): Lines {
  const { top, left, height } = element.getBoundingClientRect()
  const isRow = /flex|grid/u.test(getComputedStyle(element).display)
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  const range = document.createRange()
  const places: number[] = []
  const lefts: number[] = []
  while (walker.nextNode()) {
    range.selectNodeContents(walker.currentNode)
    const [first] = range.getClientRects()
    // What is raised or lowered is a box of its own, which must not move along its line either.
    const isBox = isRow || walker.currentNode.parentElement?.closest('sup, sub')
    if (first) places.push(Math.round((first.top + first.height / 2 - top) / 4))
    if (first && isBox) lefts.push(first.left - left)
  }
  return { lines: `${Math.round(height)} ${places.join(' ')}`, lefts }
}

function blockOf(node: Node): HTMLElement | null {
  let element = node.parentElement
  while (element && (isInline(element) || isItem(element))) element = element.parentElement
  return element
}

const isInline = (element: Element) => /^(?:inline|contents|ruby)/u.test(getComputedStyle(element).display)

/** Whether other things stand beside it, which move where its width changes. */
const isItem = ({ parentElement }: Element) => parentElement !== null && /flex/u.test(getComputedStyle(parentElement).display)
