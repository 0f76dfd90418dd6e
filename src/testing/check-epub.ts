import { unzipSync } from 'fflate'
import { SaxesParser } from 'saxes'

/** A file of XML as it was read: its ids, where it leads, its words without the numbers of notes, and what of EPUB’s types stands in it. */
export type EpubText = {
  readonly ids: readonly string[]
  readonly links: readonly string[]
  readonly text: string
  readonly types: readonly string[]
}

/** A book as it was read. */
export type Epub = {
  readonly mistakes: readonly string[]
  readonly texts: ReadonlyMap<string, EpubText>
  readonly files: ReadonlyMap<string, Uint8Array>
}

/**
 * Reads a book and looks for what would keep a reader from opening it or following its links: the container, the
 * manifest and what it names, well-formed texts, ids, links and their fragments, contents in the order of reading, and
 * what accessibility asks to be told. Not all that EPUBCheck looks for; it needs no Java.
 */
export function checkEpub(book: Uint8Array): Epub {
  const files = new Map(Object.entries(unzipSync(book)))
  const mistakes: string[] = []
  const texts = new Map<string, EpubText>()
  if (Buffer.from(book.subarray(30, 58)).toString('latin1') !== 'mimetypeapplication/epub+zip')
    mistakes.push('mimetype is not the first, uncompressed file')
  const read = (path: string): string => Buffer.from(files.get(path) ?? []).toString()
  for (const path of files.keys()) {
    if (!/\.(?:xhtml|opf|xml|svg)$/u.test(path)) continue
    const text = readXml(read(path), (message) => mistakes.push(`${path}: ${message}`))
    texts.set(path, text)
    const twice = text.ids.filter((id, i) => text.ids.indexOf(id) !== i)
    for (const id of twice) mistakes.push(`${path}: id “${id}” twice`)
  }
  const root = /full-path="([^"]+)"/u.exec(read('META-INF/container.xml'))?.[1] ?? ''
  const folder = root.replace(/[^/]*$/u, '')
  const opf = read(root)
  const listed = new Map(
    [...opf.matchAll(/<item id="([^"]+)" href="([^"]+)"/gu)].map(([, id = '', href = '']) => [id, folder + decodeURI(href)]),
  )
  const spine = [...opf.matchAll(/<itemref idref="([^"]+)"/gu)].map(([, id = '']) => listed.get(id) ?? '')
  for (const path of listed.values()) if (!files.has(path)) mistakes.push(`the manifest lists ${path}, which is not there`)
  const known = new Set([...listed.values(), root, 'mimetype', 'META-INF/container.xml'])
  for (const path of files.keys()) if (!known.has(path)) mistakes.push(`${path} is not in the manifest`)
  for (const meta of [
    'dcterms:modified',
    'schema:accessMode',
    'schema:accessModeSufficient',
    'schema:accessibilityFeature',
    'schema:accessibilityHazard',
  ])
    if (!opf.includes(`property="${meta}"`)) mistakes.push(`the package says no ${meta}`)
  for (const [path, { links }] of texts) {
    for (const link of links) {
      const url = new URL(link, `epub:/${path}`)
      if (url.protocol !== 'epub:') continue
      const target = decodeURIComponent(url.pathname.slice(1))
      const fragment = decodeURIComponent(url.hash.slice(1))
      if (!files.has(target)) mistakes.push(`${path} leads to ${link}, which is not there`)
      else if (fragment && !texts.get(target)?.ids.includes(fragment))
        mistakes.push(`${path} leads to ${link}, and no element there has that id`)
      if (target.endsWith('.xhtml') && !spine.includes(target)) mistakes.push(`${path} leads to ${target}, which is not in the spine`)
    }
  }
  const nav = texts.get(`${folder}nav.xhtml`)
  const order = (nav?.links ?? []).map((link) => spine.indexOf(decodeURIComponent(new URL(link, `epub:/${folder}`).pathname.slice(1))))
  const landmarks = order.findIndex((at, i) => i > 0 && at < (order[i - 1] ?? 0))
  const contents = landmarks === -1 ? order : order.slice(0, landmarks)
  if (contents.length === 0 || Math.max(...contents) < spine.length - 1)
    mistakes.push('the contents do not go through the book in its order')
  return { mistakes, texts, files }
}

function readXml(xml: string, tell: (message: string) => void): EpubText {
  const [ids, links, words, types]: [string[], string[], string[], string[]] = [[], [], [], []]
  const parser = new SaxesParser({ xmlns: true })
  parser.on('error', (error) => tell(error.message))
  let isNumber = false
  parser.on('text', (text) => {
    if (!isNumber) words.push(text)
  })
  parser.on('closetag', () => {
    isNumber = false
  })
  parser.on('opentag', ({ name, attributes }) => {
    isNumber = attributes['epub:type']?.value === 'noteref'
    for (const [attribute, { value }] of Object.entries(attributes)) {
      if (attribute === 'id') ids.push(value)
      if (attribute === 'epub:type') types.push(...value.split(' '))
      if (['href', 'src', 'xlink:href'].includes(attribute) && name !== 'item') links.push(value)
    }
  })
  parser.write(xml).close()
  return { ids, links, text: words.join(''), types }
}
