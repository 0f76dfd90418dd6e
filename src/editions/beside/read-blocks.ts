import { defaultTreeAdapter as tree } from 'parse5'
import { attribute, type Document, type Element, elementsOf } from '../html.ts'
import type { Block } from './pair-blocks.ts'

/** A block of a text, as it stands on its part’s page. */
export type TextBlock = Block & { readonly element: Element }

/**
 * The blocks of the text on a part’s page, without its notes, and without what needs the rest of that page.
 *
 * @throws where there is no text
 */
export function readBlocks(page: Document): TextBlock[] {
  const frame = elementsOf(page).find((element) => classesOf(element).includes('part-text'))
  const texts = frame ? childrenOf(frame).filter((element) => classesOf(element).includes('text')) : []
  if (texts.length === 0) throw new Error('It has no text: nothing could stand beside it.')
  return texts.flatMap(childrenOf).flatMap((element) => {
    for (const one of elementsOf(element).filter(isOfPage)) tree.detachNode(one)
    return isOfPage(element) ? [] : [{ element, tag: element.tagName, ids: idsOf(element) }]
  })
}

/** What stands once on a page: what is run on it, and its looks. */
const isOfPage = ({ tagName }: Element) => tagName === 'script' || tagName === 'style' || tagName === 'link'

/** Former ids are of paragraphs that have none of their own any more. */
const idsOf = (block: Element) =>
  [block, ...elementsOf(block)].flatMap((element) => {
    const id = attribute(element, 'id') ?? ''
    const isShared = /^p-/u.test(id) || /^h[1-6]$/u.test(element.tagName)
    return id && isShared && !isFormer(element) ? [id] : []
  })

/** Whether it is there for links to what the place was called once. */
export const isFormer = (element: Element): boolean => classesOf(element).includes('former')

export const classesOf = (element: Element): string[] => (attribute(element, 'class') ?? '').split(' ')

const childrenOf = (element: Element): Element[] => element.childNodes.filter((child): child is Element => 'tagName' in child)
