import { attribute, type Element, elementsOf } from '../html.ts'

const landmarks = new Set(['nav', 'aside', 'form', 'section'])

/**
 * Adds the title of its page to the name of every landmark that another page has by the same name, and a number where
 * titles are the same.
 */
export function nameLandmarks(sections: readonly Element[]): void {
  const named = sections.flatMap((section) => {
    const title = elementsOf(section).find(({ tagName }) => tagName === 'h1')
    return elementsOf(section)
      .filter(({ tagName }) => landmarks.has(tagName))
      .map((landmark) => ({ landmark, title }))
  })
  const textOfId = new Map(
    sections.flatMap((section) =>
      elementsOf(section).flatMap((element) => (attribute(element, 'id') ? [[attribute(element, 'id') ?? '', textIn(element)]] : [])),
    ),
  )
  const nameOf = (element: Element) => attribute(element, 'aria-label') ?? textOfId.get(attribute(element, 'aria-labelledby') ?? '')
  const groups = Map.groupBy(named, ({ landmark }) => nameOf(landmark))
  for (const [name, group] of groups) {
    if (name === undefined || group.length < 2) continue
    const given = new Map<string, number>()
    for (const { landmark, title } of group) {
      if (!title) continue
      const full = `${name}, ${textIn(title)}`
      const times = (given.get(full) ?? 0) + 1
      given.set(full, times)
      landmark.attrs = landmark.attrs.filter((attr) => attr.name !== 'aria-labelledby' && attr.name !== 'aria-label')
      landmark.attrs.push({ name: 'aria-label', value: times === 1 ? full : `${full} (${times})` })
    }
  }
}

const textIn = (element: Element): string =>
  element.childNodes
    .map((child) => ('value' in child && child.nodeName === '#text' ? child.value : 'tagName' in child ? textIn(child) : ''))
    .join('')
