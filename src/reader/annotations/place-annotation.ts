import { places } from '../passages/passage.ts'
import { rangeOf, textOf } from '../text-ranges.ts'
import type { Annotation } from './annotation.ts'
import { findPlace } from './find-place.ts'
import type { Quote } from './find-quote.ts'

const notWords = '.margin-note, .backlinks, .note-to, .former, .reference, button, svg, [hidden], .pull-quote'

/** Characters that are kept of what stands around quoted words. */
const around = 32

/** Where an annotation is now: its place and its words there; on another page; or nowhere. */
export type Found =
  | { readonly kind: 'here'; readonly place: HTMLElement; readonly range: Range }
  | { readonly kind: 'moved'; readonly href: string }
  | { readonly kind: 'gone' }

/**
 * Finds the words of an annotation on its page. First in the paragraph it was made in, or in what the ledger says has become
 * of that (which the page answers for by the old id), then in the others: words move, and are edited.
 */
export function findAnnotation(annotation: Annotation): Found {
  const named = document.getElementById(annotation.place)
  const retired = named?.closest('.retired li')
  const successor = retired?.querySelector('a')
  if (successor && successor.pathname !== location.pathname) return { kind: 'moved', href: successor.href }
  const known = successor ? document.getElementById(successor.hash.slice(1)) : retired ? null : named
  const own = known?.closest<HTMLElement>(places) ?? (known?.nextElementSibling as HTMLElement | null) ?? undefined
  const texts = new Map<HTMLElement, string>()
  const read = (place: HTMLElement) => {
    const text = texts.get(place) ?? textOf(place, notWords).text
    texts.set(place, text)
    return text
  }
  const found = findPlace(annotation, own, [...document.querySelectorAll<HTMLElement>(places)], read)
  const range = found && rangeOf(textOf(found.place, notWords).nodes, found.at.start, found.at.end)
  return found && range ? { kind: 'here', place: found.place, range } : { kind: 'gone' }
}

/** What a range has of a place, as words that will be found again; nothing where it has none. */
export function quoteFrom(place: HTMLElement, range: Range | undefined): Quote | undefined {
  const { nodes, text } = textOf(place, notWords)
  const offsetOf = (node: Node, offset: number, isEnd: boolean) => {
    const at = nodes.find((each) => each.node === node)
    if (at) return at.start + offset
    const point = new Range()
    point.setStart(node, offset)
    const before = nodes.filter((each) => point.comparePoint(each.node, isEnd ? each.node.data.length : 0) < 0).at(-1)
    return before ? before.start + before.node.data.length : 0
  }
  const from = range && range.comparePoint(place, 0) < 0 ? offsetOf(range.startContainer, range.startOffset, false) : 0
  const to = range && place.contains(range.endContainer) ? offsetOf(range.endContainer, range.endOffset, true) : text.length
  const exact = text.slice(from, to).trim()
  const start = text.indexOf(exact, from)
  if (!exact) return undefined
  return {
    exact,
    start,
    prefix: text.slice(Math.max(0, start - around), start),
    suffix: text.slice(start + exact.length, start + exact.length + around),
  }
}
