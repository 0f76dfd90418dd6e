import { tokensOf } from '../../tokenizer/tokens.ts'
import { forget, kept } from '../choices/kept.ts'
import { highlight } from '../highlight.ts'

// Loaded where a page was found by the search and has words to mark (search-dialog.ts).
showMarks()
addEventListener('pamphlet-marks', showMarks)

/** Marks the words that led to this page in the place the address names, until Esc is pressed. */
function showMarks() {
  const marked = takeMarks()
  CSS.highlights?.delete('search')
  const place = document.getElementById(decodeURIComponent(location.hash.slice(1))) ?? document.querySelector('main')
  if (marked.length === 0 || !place) return
  const wanted = marked.map((words) => words.split(' '))
  highlight('search', rangesOf(place, wanted))
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    CSS.highlights?.delete('search')
    document.removeEventListener('keydown', onKey)
  }
  document.addEventListener('keydown', onKey)
}

function takeMarks(): string[] {
  const address = new URL(location.href)
  const inAddress = address.searchParams.get('mark')
  if (inAddress !== null) {
    address.searchParams.delete('mark')
    history.replaceState(history.state, '', address)
    return inAddress.split('~')
  }
  const { page, marked }: { page?: unknown; marked?: unknown } = kept('marks', 'sessionStorage') ?? {}
  forget('marks', 'sessionStorage')
  return page === location.pathname && Array.isArray(marked) ? marked.filter((words) => typeof words === 'string') : []
}

/** Where the words stand in an element, across its markup; note references stand inside of words and are passed over. */
function rangesOf(place: Element, wanted: readonly (readonly string[])[]): Range[] {
  const walker = document.createTreeWalker(place, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) => {
    if (!(node instanceof Element)) return NodeFilter.FILTER_ACCEPT
    return node.matches('[data-pagefind-ignore], [hidden], .margin-note, script, style, svg, button') && node !== place
      ? NodeFilter.FILTER_REJECT
      : NodeFilter.FILTER_SKIP
  })
  const nodes: { node: Text; start: number }[] = []
  let text = ''
  while (walker.nextNode()) {
    const node = walker.currentNode as Text
    if (
      text &&
      nodes.at(-1)?.node.parentElement?.closest('p, li, td, th, dt, dd, figcaption') !==
        node.parentElement?.closest('p, li, td, th, dt, dd, figcaption')
    )
      text += ' '
    nodes.push({ node, start: text.length })
    text += node.data
  }
  const tokens = tokensOf(text)
  const at = (offset: number, isEnd: boolean) => nodes.findLast(({ start }) => (isEnd ? start < offset : start <= offset))
  return tokens.flatMap(({ start }, i) =>
    wanted.flatMap((words) => {
      if (!words.every((word, k) => tokens[i + k]?.word === word)) return []
      const end = tokens[i + words.length - 1]?.end ?? start
      const [from, to] = [at(start, false), at(end, true)]
      if (!from || !to) return []
      const range = new Range()
      range.setStart(from.node, start - from.start)
      range.setEnd(to.node, end - to.start)
      return [range]
    }),
  )
}
