import { type BookPage, classesOf } from '../book-page.ts'
import { attribute, type Element, elementsOf } from '../html.ts'
import type { makeReader } from './collect.ts'
import type { Block } from './tree.ts'

/** Gives the entries’ pages a mark where the index of the glossary names them. */
export function nestEntries(page: BookPage, byPath: ReadonlyMap<string, BookPage>) {
  for (const item of elementsOf(page.main)) {
    if (item.tagName !== 'li' || !item.parentNode || !('attrs' in item.parentNode) || !classesOf(item.parentNode).includes('term-list'))
      continue
    const link = item.childNodes.find((child): child is Element => 'tagName' in child && child.tagName === 'a')
    const path = link && new URL(attribute(link, 'href') ?? '', `https://site.invalid${page.path}`).pathname
    if (path && byPath.has(path)) item.attrs.push({ name: 'data-entry', value: path })
  }
}

type Read = ReturnType<typeof makeReader>['read']

/** The glossary: its kinds as sections, each entry in full where the site lists its name. */
export function readGlossary(page: BookPage, byPath: ReadonlyMap<string, BookPage>, read: Read): Block[] {
  const blocks: Block[] = []
  const walk = (node: Element) => {
    for (const child of node.childNodes) {
      if (!('tagName' in child)) continue
      if (classesOf(child).includes('term-list')) {
        for (const item of child.childNodes) {
          const path = 'tagName' in item ? attribute(item, 'data-entry') : undefined
          const entry = path ? byPath.get(path) : undefined
          if (entry)
            blocks.push(
              { k: 'h', l: 3, id: entry.path, c: [entry.title], title: entry.title },
              ...asEntry(read(entry, entry.main.childNodes)),
            )
        }
      } else if (elementsOf(child).some((each) => classesOf(each).includes('term-list'))) walk(child)
      else if (attribute(child, 'id') !== 'a-to-z' && attribute(child, 'aria-labelledby') !== 'a-to-z') blocks.push(...read(page, [child]))
    }
  }
  walk(page.main)
  return blocks
}

/** An entry in small: sections are no part of the contents, lists stand behind their headings, and passages have no numbers. */
function asEntry(blocks: readonly Block[]): Block[] {
  return blocks.flatMap((block, i): Block[] => {
    const [before, after] = [blocks[i - 1], blocks[i + 1]]
    if (block.k === 'h') {
      const isSaid = after?.k === 'facts' || (after?.k === 'list' && after.bare)
      return isSaid ? [] : [{ k: 'p', of: 'small', ...(block.id ? { id: block.id } : {}), c: [{ k: 'strong', c: block.c }] }]
    }
    if (block.k === 'list' && block.bare && before?.k === 'h')
      return [{ k: 'facts', c: [{ dt: before.c, dd: block.items.map(({ c }) => c) }] }]
    if (block.k === 'facts' && i === 0) return [{ ...block, sticky: true }]
    if (block.k !== 'p') return [block]
    const { n: _, ...entry } = block
    return [entry]
  })
}
