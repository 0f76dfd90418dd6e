import { defaultTreeAdapter as tree } from 'parse5'
import { type Element, elementsOf, holdsUrl, withUrlsInSet } from '../html.ts'
import { isFormer } from './read-blocks.ts'

/** What a block of the original is moved from, and to. */
export type Move = {
  /** The part’s page in either language: `/part-1/`. */
  readonly part: string
  /** Ids that stand on the new page, as they were. */
  readonly ids: ReadonlySet<string>
  /** From the new page to the root of the original’s site: `../../../`. */
  readonly up: string
  /** Takes the paths of the files that the block shows: `/_astro/tower.svg`. */
  readonly files: Set<string>
}

/**
 * Moves a block of the translation from its rendered page: what it links to on that page, and is not on the new one, is
 * linked there.
 */
export function moveTranslation(block: Element, { part, ids }: Pick<Move, 'part' | 'ids'>): void {
  for (const element of [block, ...elementsOf(block)])
    for (const attr of element.attrs)
      if (attr.name === 'href' && attr.value.startsWith('#') && !ids.has(decodeURIComponent(attr.value.slice(1))))
        attr.value = part + attr.value
}

/**
 * Moves a block of the original from its finished page: its ids get another form, since the translation has them; its
 * links lead to the original’s pages, and what it shows is of the site that the new page is on. In a copy that is read
 * from a disk a link above its root is one to the same place of the translation, which is what there is.
 */
export function moveOriginal(block: Element, move: Move): void {
  for (const element of elementsOf(block).filter(isFormer)) tree.detachNode(element)
  for (const element of [block, ...elementsOf(block)])
    for (const attr of element.attrs) {
      const { name, value } = attr
      if (name === 'id') attr.value = idOfOriginal(value)
      else if (name === 'srcset') attr.value = withUrlsInSet(value, (url) => shown(url, move))
      else if (showsFile(element, name) && !value.startsWith('#')) attr.value = shown(value, move)
      else if (holdsUrl(name)) attr.value = linked(value, move)
      else if (/^(?:for|headers|aria-(?:labelledby|describedby|controls|details|owns))$/u.test(name))
        attr.value = value.replace(/\S+/gu, idOfOriginal)
      else attr.value = value.replace(/url\(#([^)]+)\)/gu, (_, id: string) => `url(#${idOfOriginal(id)})`)
    }
}

const idOfOriginal = (id: string) => `original-${id}`

const showsFile = ({ tagName }: Element, name: string) => name === 'src' || name === 'poster' || (tagName === 'image' && name === 'href')

/** The address of a file on the site that the new page is on. */
function shown(url: string, move: Move): string {
  const { origin, pathname } = new URL(url, `https://site.invalid${move.part}`)
  if (origin !== 'https://site.invalid') return url
  move.files.add(decodeURI(pathname))
  return pathname
}

function linked(url: string, { part, ids, up }: Move): string {
  const { origin, pathname, search, hash } = new URL(url, `https://site.invalid${part}`)
  if (origin !== 'https://site.invalid') return url
  if (pathname === part && ids.has(decodeURIComponent(hash.slice(1)))) return `#original-${hash.slice(1)}`
  return `${up}${pathname.slice(1)}${search}${hash}`
}
