import MagicString from 'magic-string'
import { relativeUrl } from '../../model/relative-url.ts'
import { attribute, type Element, elementsOf, escapeAttribute, holdsUrl, onlyOfLinks, parseToEdit } from '../html.ts'

/** What is common to the pages of a folder. */
export type Folder = {
  /** Paths of the files in it, from its root. */
  readonly files: ReadonlySet<string>
  /** Where the site is published, with a slash at its end; missing where nobody has said. */
  readonly address: string | undefined
}

/** What its pages name and an edit of another page changes. */
export type FolderScripts = {
  /** Path of the script with the index: in a folder nothing can be asked of `search.json`. */
  readonly searched: string
  /** The paths of the classic scripts that stand for these module scripts. */
  readonly classic: (scripts: readonly string[]) => Promise<readonly string[]>
}

/** A page that lacks the names of its scripts. */
export type ScriptlessPage = {
  /** With {@link signs}. */
  readonly html: string
  /** The paths of its module scripts. */
  readonly modules: readonly string[]
}

/** Where the names of scripts go: no page has signs like these. */
const signs = { searched: '\0searched\0', scripts: '\0scripts\0' } as const

/**
 * A page of the finished site as a file that is opened by a double click: links name files, those to what is not in
 * the folder lead to the published site, or nowhere where nobody knows it, and what has no use without a server is left out.
 *
 * @param path of the page’s file from the root: `/part-1/index.html`
 */
export function makeFolderPage(html: string, path: string, { files, address }: Folder): ScriptlessPage {
  const edited = new MagicString(html)
  const modules: Element[] = []
  let leftOutUpTo = 0
  const lead = (url: string): string | undefined => {
    const { pathname, search, hash, origin } = new URL(url, `https://site.invalid${path}`)
    if (origin !== 'https://site.invalid') return url
    const file = pathname.replace(/\/$/u, '/index.html')
    return files.has(decodeURI(file))
      ? relativeUrl(path, `${file}${search}${hash}`)
      : address && new URL(`${pathname.slice(1)}${search}${hash}`, address).href
  }
  const removeAt = (at: { startOffset: number; endOffset: number } | undefined) => at && edited.remove(at.startOffset, at.endOffset)
  for (const element of elementsOf(parseToEdit(html))) {
    const place = element.sourceCodeLocation
    if (!place || place.startOffset < leftOutUpTo) continue
    if (isOnlyOnline(element) || (element.tagName === 'link' && lead(attribute(element, 'href') ?? '') === undefined)) {
      edited.remove(place.startOffset, place.endOffset)
      leftOutUpTo = place.endOffset
      continue
    }
    if (element.tagName === 'script' && attribute(element, 'type') === 'module' && attribute(element, 'src')) {
      modules.push(element)
      continue
    }
    for (const { name, value } of element.attrs) {
      const at = place.attrs?.[name]
      if (!at) continue
      if (name === 'crossorigin') edited.remove(at.startOffset, at.endOffset)
      if (!holdsUrl(name) || value.startsWith('#') || name === 'data-root' || attribute(element, 'rel') === 'canonical') continue
      const url = element.tagName === 'site-search' ? signs.searched : lead(value)
      if (url !== undefined) edited.overwrite(at.startOffset, at.endOffset, `${name}="${escapeAttribute(url)}"`)
      else for (const own of onlyOfLinks) removeAt(place.attrs?.[own])
    }
  }
  const sources = modules.map((element) => new URL(attribute(element, 'src') ?? '', `https://site.invalid${path}`).pathname)
  for (const [i, { sourceCodeLocation: place }] of modules.entries()) {
    if (!place) continue
    if (i < modules.length - 1) edited.remove(place.startOffset, place.endOffset)
    else edited.update(place.startOffset, place.endOffset, signs.scripts)
  }
  return { html: edited.toString(), modules: sources }
}

/** The page with the names of its scripts, which are classic ones. */
export async function nameScripts({ html, modules }: ScriptlessPage, path: string, { searched, classic }: FolderScripts): Promise<string> {
  const urlOf = (script: string) => escapeAttribute(relativeUrl(path, script))
  const scripts = modules.length > 0 ? await classic(modules) : []
  const tags = scripts.map((script) => `<script defer src="${urlOf(script)}"></script>`).join('')
  return html.replaceAll(signs.searched, () => urlOf(searched)).replace(signs.scripts, () => tags)
}

/** Elements that mean something only on the published site, and links that a browser may not follow from a file. */
function isOnlyOnline(element: Element): boolean {
  if (attribute(element, 'data-online') !== undefined || element.tagName === 'keep-offline') return true
  // Of the forms of a picture there is one in the folder: the one for all programs.
  if (element.tagName === 'source' && attribute(element, 'srcset') !== undefined) return true
  return (
    element.tagName === 'link' && ['manifest', 'preload', 'modulepreload', 'apple-touch-icon'].includes(attribute(element, 'rel') ?? '')
  )
}
