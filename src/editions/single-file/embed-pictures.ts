import { defaultTreeAdapter as tree } from 'parse5'
import { attribute, type Document, elementsOf } from '../html.ts'
import { readBytes } from '../site-files.ts'

const types: Record<string, string> = {
  avif: 'image/avif',
  gif: 'image/gif',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  png: 'image/png',
  svg: 'image/svg+xml',
  webp: 'image/webp',
}

/**
 * Puts the pictures that a page names into the page. Of several forms of one only the one for all browsers stays; players
 * are left out, for what they play would make a file of any size.
 *
 * @param url the file’s URL of the page, from which the pictures are named
 */
export async function embedPictures(document: Document, url: URL): Promise<void> {
  for (const element of elementsOf(document)) {
    if (element.tagName === 'audio' || element.tagName === 'video') tree.detachNode(element)
    if (element.tagName === 'source' && attribute(element, 'srcset') !== undefined) tree.detachNode(element)
    if (element.tagName !== 'img' && element.tagName !== 'image') continue
    element.attrs = element.attrs.filter(({ name }) => name !== 'srcset' && name !== 'sizes' && name !== 'loading')
    for (const attr of element.attrs) {
      if (attr.name !== (element.tagName === 'img' ? 'src' : 'href') || /^[a-z]+:/u.test(attr.value)) continue
      const file = new URL(attr.value, url)
      const type = types[/\.(\w+)$/u.exec(file.pathname)?.[1]?.toLowerCase() ?? '']
      if (!type) throw new Error(`The picture ${file.pathname} is of a kind that cannot be put into a page.`)
      attr.value = `data:${type};base64,${readBytes(file).toString('base64')}`
    }
  }
}
