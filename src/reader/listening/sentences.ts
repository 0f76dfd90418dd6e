import { rangeOf, type TextAt, textOf } from '../text-ranges.ts'

/** What is said at one time: a sentence of the text, or a note behind it. */
export type Spoken = { readonly text: string; readonly range: Range; readonly language: string; readonly isNote: boolean }

const blocks = '.part-text .text :is(h2, h3, h4, p, li, blockquote, figcaption, td, th, dt, dd)'
const unspoken = '.margin-note, .backlinks, .note-to, .former, .copy-link, button, svg, [hidden], [role=doc-noteref]'

/** What the reader’s choice of a calendar hides is not said either. */
const unsaid = () => {
  const { calendar } = document.documentElement.dataset
  if (calendar === 'old') return `${unspoken}, .new-style`
  return calendar === 'new' ? `${unspoken}, .old-style` : unspoken
}

/** The blocks of the text from a place on, each once. */
export function blocksFrom(place: Element): HTMLElement[] {
  const all = [...document.querySelectorAll<HTMLElement>(blocks)].filter(
    (block) =>
      !block.closest('.margin-note, nav, .pull-quote') && !block.querySelector(':is(p, li, blockquote)') && block.checkVisibility(),
  )
  const from = all.findIndex(
    (block) => place.contains(block) || block.contains(place) || place.compareDocumentPosition(block) & Node.DOCUMENT_POSITION_FOLLOWING,
  )
  return from < 0 ? [] : all.slice(from)
}

/** The sentences of a block, each with the notes it refers to behind it. */
export function spokenIn(block: HTMLElement): Spoken[] {
  const { nodes, text } = textOf(block, unsaid())
  const references = [...block.querySelectorAll<HTMLAnchorElement>('[role=doc-noteref]:not(.margin-note *)')]
  const said: Spoken[] = []
  for (const { segment, index } of new Intl.Segmenter(languageOf(block), { granularity: 'sentence' }).segment(text)) {
    const range = rangeOf(nodes, index, index + segment.trimEnd().length)
    if (!segment.trim() || !range) continue
    said.push({ text: segment.trim(), range, language: languageOf(range.startContainer.parentElement ?? block), isNote: false })
    const upTo = nodes.findLast(({ start }) => start < index + segment.length)?.node
    while (references[0] && upTo && isBefore(references[0], nodes, index + segment.length)) said.push(...noteOf(references.shift()))
  }
  for (const reference of references) said.push(...noteOf(reference))
  return said
}

/** Whether a reference stands before the text that begins at an offset. */
function isBefore(reference: Element, nodes: readonly TextAt[], offset: number): boolean {
  const next = nodes.find(({ start }) => start >= offset)?.node ?? nodes.find(({ start, node }) => start + node.data.length > offset)?.node
  return !next || Boolean(reference.compareDocumentPosition(next) & Node.DOCUMENT_POSITION_FOLLOWING)
}

function noteOf(reference: HTMLAnchorElement | undefined): Spoken[] {
  const note = reference && document.getElementById(reference.hash.slice(1))
  if (!note || !reference.closest('.text')) return []
  const { nodes, text } = textOf(note, unsaid())
  const range = rangeOf(nodes, 0, text.length)
  return range ? [{ text: `${reference.ariaLabel}. ${text.trim()}`, range, language: languageOf(note), isNote: true }] : []
}

const languageOf = (element: Element): string => element.closest<HTMLElement>('[lang]')?.lang ?? document.documentElement.lang
