import { wordsOf } from '../../locales/words.ts'
import { epubVolumesOf, stemOf } from '../../model/downloaded-files.ts'
import type { Series } from '../../model/series.ts'
import { type BookPage, readBookPage } from '../book-page.ts'
import { at } from '../edition-error.ts'
import { attribute, elementsOf } from '../html.ts'
import { type HandedFaces, noHandedFaces } from '../own-book-faces.ts'
import { orderPages } from '../page-order.ts'
import { readSeries } from '../read-series.ts'
import { filesIn, readBytes, writeInto } from '../site-files.ts'
import { readSiteStyles } from '../site-styles.ts'
import { leaveOutOthers, volumesOfSeries } from '../volume-of-series.ts'
import { fontsOf } from './faces.ts'
import { composeFile, filePage, idsOf } from './file-page.ts'
import { colophon, coverPage, titlePage } from './frame-pages.ts'
import { fileOf, relativeFile } from './links.ts'
import { makeNav } from './nav.ts'
import { packBook } from './pack-book.ts'
import { makePackage, type NamedVolume, type PackagedFile } from './package.ts'
import { markPageBreaks } from './page-breaks.ts'
import { styleOf } from './style.ts'

/**
 * Writes `downloads/<series>.epub`: the series as a book for e-readers (EPUB 3.3), in volumes where it is long. See decisions
 * 75 and 119.
 *
 * @param site folder of the finished site
 * @param address where it is published, with a slash at its end; missing where nobody has said
 * @param printed where the pages of the books on paper begin, in the order of their texts: `/part-1/#p-x`, and the number of
 *   the page; an e-book has those of the book that holds the same parts
 * @param handed families of the writer’s own
 * @returns the size of each file in bytes, by its path
 */
export async function writeEpub(
  site: URL,
  address: string | undefined,
  printed: readonly Printed[] = [],
  handed: HandedFaces = noHandedFaces,
): Promise<Map<string, number>> {
  const series = readSeries(site)
  const styles = readSiteStyles(site)
  const paths = filesIn(site)
    .filter((path) => path.endsWith('.html'))
    .map((path) => `/${path.replace(/(?:^|(?<=\/))index\.html$/u, '')}`)
  const order = inGroups(orderPages(paths, series))
  const sizes = new Map<string, number>()
  const volumes = volumesOfSeries(series, epubVolumesOf(series))
  for (const volume of volumes.length > 0 ? volumes : [undefined]) {
    const own = volume?.series ?? series
    const pages: BookPage[] = []
    for (const path of order)
      if (volume?.holds(path) ?? true) pages.push(await at(path, () => readBookPage(site, path, styles, windowWidth)))
    if (volume) for (const page of pages) leaveOutOthers(page, volume)
    const { places } = printed.find(({ parts }) => hrefsOf(parts) === hrefsOf(own.parts)) ?? {}
    const named = volume && { name: volume.name, file: `downloads/${stemOf(series, volume.volume)}.epub`, number: volume.volume.number }
    const book = await makeBook(own, pages, address, async (path) => readBytes(new URL(`.${path}`, site)), places, named, handed)
    const path = `downloads/${stemOf(series, volume?.volume)}.epub`
    writeInto(new URL(path, site), book)
    sizes.set(path, book.length)
  }
  return sizes
}

type Printed = { readonly parts: Series['parts']; readonly places: readonly (readonly [place: string, page: number])[] }

const hrefsOf = (parts: Series['parts']) => parts.map(({ href }) => href).join(' ')

/** Entries stand behind their index, those of old addresses too: contents go in the order of reading. */
function inGroups(paths: readonly string[]): string[] {
  const groupOf = (path: string) => /^\/(?:glossary|sources)\//u.exec(path)?.[0] ?? path
  return [...Map.groupBy(paths, groupOf).values()].flat()
}

/** In rem: that of a small tablet. */
const windowWidth = 30

/**
 * The book of pages.
 *
 * @param pages in their order; they are changed
 * @param readPicture a file of the site by its path from the root: `/_astro/a.png`
 * @param volume which volume it is, where it is not all of the series
 * @param handed families of the writer’s own
 */
export async function makeBook(
  series: Series,
  pages: readonly BookPage[],
  address: string | undefined,
  readPicture: (path: string) => Promise<Uint8Array>,
  places: readonly (readonly [place: string, page: number])[] = [],
  volume?: NamedVolume,
  handed: HandedFaces = noHandedFaces,
): Promise<Uint8Array> {
  const words = wordsOf(series)
  const ids = new Map(pages.map(({ path, main }) => [path, idsOf(main)]))
  markPageBreaks({ pages, ids, places })
  const pictures = new Map(pages.flatMap(takePictures))
  const texts = pages.map((page): [PackagedFile, string] => {
    const file = fileOf(page.path)
    const xhtml = filePage(page, bodyTypeOf(page.path, series), relativeFile(file, 'style.css'), { ids, address })
    return [
      { path: file, mediaType: 'application/xhtml+xml', inSpine: true, hasSvg: xhtml.includes('<svg'), hasMath: xhtml.includes('<math') },
      xhtml,
    ]
  })
  const frame = (path: string, title: string, bodyType: string, inside: string, properties?: string): [PackagedFile, string] => [
    { path, mediaType: 'application/xhtml+xml', inSpine: true, ...(properties ? { properties } : {}) },
    composeFile({ title, language: series.language, bodyType, styles: 'style.css', inside }),
  ]
  const all: [PackagedFile, Uint8Array | string][] = [
    frame('cover.xhtml', words.say('books.cover'), 'cover', coverPage(series)),
    frame('title-page.xhtml', series.title, 'frontmatter', titlePage(series, volume?.name)),
    frame('nav.xhtml', words.say('part.contents'), 'frontmatter', makeNav(series, { pages, ids, places }), 'nav'),
    ...texts,
    frame('colophon.xhtml', series.title, 'backmatter', colophon(series, address)),
    [{ path: 'cover.png', mediaType: 'image/png', properties: 'cover-image' }, await readPicture('/share/cover.png')],
  ]
  const text = all.flatMap(([, content]) => (typeof content === 'string' ? [content] : [])).join('')
  const hasDrawings = texts.some(([, xhtml]) => /<text[\s>]/u.test(xhtml))
  const fonts = await fontsOf(text, handed, hasDrawings)
  all.push([{ path: 'style.css', mediaType: 'text/css' }, styleOf(fonts, series.language)])
  for (const [file, from] of pictures) all.push([{ path: file, mediaType: mediaTypeOf(file) }, await readPicture(from)])
  for (const { path, mediaType, font } of fonts.files) all.push([{ path, mediaType }, font])
  const files = new Map(all.map(([{ path }, content]) => [`EPUB/${path}`, content]))
  files.set('META-INF/container.xml', container)
  files.set(
    'EPUB/package.opf',
    makePackage(
      series,
      address,
      all.map(([file]) => file),
      places.length > 0,
      volume,
    ),
  )
  return packBook(files, series.edition.date)
}

const container = `<?xml version="1.0" encoding="utf-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles></container>
`

/** Lets the pictures of a page lie beside it in the book. @returns the files of the book, and where they are on the site */
function takePictures({ path, main }: BookPage): [file: string, from: string][] {
  return elementsOf(main).flatMap((element) => {
    const source = element.attrs.find(
      ({ name }) => (element.tagName === 'img' && name === 'src') || (element.tagName === 'image' && name === 'href'),
    )
    if (!source || source.value.startsWith('data:')) return []
    const from = new URL(source.value, `https://site.invalid${path}`).pathname
    const file = `pictures/${from.slice(from.lastIndexOf('/') + 1)}`
    source.value = relativeFile(fileOf(path), file)
    if (element.tagName === 'img' && attribute(element, 'alt') === undefined) element.attrs.push({ name: 'alt', value: '' })
    return [[file, decodeURI(from)]]
  })
}

const mediaTypes: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  svg: 'image/svg+xml',
  webp: 'image/webp',
}

function mediaTypeOf(file: string): string {
  const type = mediaTypes[file.slice(file.lastIndexOf('.') + 1).toLowerCase()]
  if (!type) throw new Error(`A book cannot hold the picture ${file}: e-readers know no pictures of its kind.`)
  return type
}

function bodyTypeOf(path: string, { parts }: Series): string {
  if (path === '/') return 'frontmatter'
  return parts.some(({ href }) => href === path) ? 'bodymatter' : 'backmatter'
}
