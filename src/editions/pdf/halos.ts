import { classesOf } from '../book-page.ts'
import { attribute, type Element, elementsOf } from '../html.ts'

/**
 * The typesetter draws what surrounds a letter over the letter before it. On white paper words need nothing around them;
 * on a map, it is drawn first, by a copy of its own.
 */
export function layHalos(svg: Element): void {
  const isMap = classesOf(svg).includes('map-sheet')
  for (const text of elementsOf(svg).filter(({ tagName }) => tagName === 'text')) {
    if (attribute(text, 'stroke') === undefined || !/^\s*stroke\b/u.test(attribute(text, 'paint-order') ?? '')) continue
    const siblings = text.parentNode?.childNodes
    if (isMap && siblings) siblings.splice(siblings.indexOf(text), 0, haloOf(text, attribute(text, 'stroke') ?? ''))
    text.attrs = text.attrs.filter(({ name }) => !ofHalos.has(name))
  }
}

const ofHalos = new Set(['paint-order', 'stroke', 'stroke-width', 'stroke-linejoin', 'stroke-linecap'])

/** The same words, all in the colour of what surrounds them. */
function haloOf(element: Element, colour: string): Element {
  const attrs = element.attrs.filter(({ name }) => name !== 'id' && name !== 'fill' && name !== 'paint-order')
  const copy: Element = { ...element, attrs: [...attrs, { name: 'fill', value: colour }], childNodes: [] }
  copy.childNodes = element.childNodes.map((child) =>
    'tagName' in child ? { ...haloOf(child, colour), parentNode: copy } : { ...child, parentNode: copy },
  )
  return copy
}
