import { makeClassic } from '../classic-scripts.ts'
import { at } from '../edition-error.ts'
import { attribute, type Document, elementsOf, parsePage } from '../html.ts'
import { orderPages } from '../page-order.ts'
import { registerCards } from '../preview-cards.ts'
import { readSeries } from '../read-series.ts'
import { filesIn, readText, writeInto } from '../site-files.ts'
import { arriveScript } from './arrive-script.ts'
import { composeFile } from './compose-file.ts'
import { embedPictures } from './embed-pictures.ts'
import { inAscii } from './in-ascii.ts'
import { linkScript } from './link-script.ts'
import { mergePages, type PageTree } from './merge-pages.ts'
import { rewriteCard } from './rewrite-page.ts'
import { takeSearchScripts } from './search-scripts.ts'
import { embedFaces } from './subset-faces.ts'

/**
 * Writes `downloads/<series>.html`: the whole series as one page that needs no other file. See decision 18.
 *
 * @param site folder of the finished site
 * @param address where it is published, with a slash at its end; missing where nobody has said
 * @returns its size in bytes
 */
export async function writeSingleFile(site: URL, address: string | undefined): Promise<number> {
  const series = readSeries(site)
  const all = pagesIn(site)
  // A reader can write in the file, too.
  const order = [...orderPages(all, series), ...all.filter((path) => path === '/my-notes/')]
  const pages = await Promise.all(order.map((path) => at(path, () => readPage(path, site))))
  const scripts = filesNamed(pages, 'script', 'src', (type) => type === 'module')
  const sheets = [
    ...filesNamed(pages, 'link', 'href', (_, rel) => rel === 'stylesheet'),
    ...filesNamed(pages, 'opened-styles', 'data-href', () => true),
  ]
  const search = await takeSearchScripts(pages, site)
  const { document, ids } = mergePages(pages, (path) => series.parts.some(({ href }) => href === path), address)
  const text = textOf(document)
  const styles = await Promise.all(sheets.map(async (path) => embedFaces(readText(fileAt(path, site)), fileAt(path, site), text)))
  const cards = await registerCards(site, (card, path) => rewriteCard(card, path, ids, address))
  const previews = cards ? [cards] : []
  const code = await Promise.all([...search, linkScript(ids), arriveScript, ...previews, await makeClassic(scripts, site)].map(inAscii))
  const html = composeFile(document, [...styles, ownStyles].join('\n'), code)
  writeInto(new URL(`downloads/${series.slug}.html`, site), html)
  return Buffer.byteLength(html)
}

/** Entries that are far away, most of the file, are laid out when a reader comes near them; not their headings, whose ids begin alike. */
const ownStyles =
  '@layer furniture{.page-in-file:is([id^=page-glossary-],[id^=page-sources-]){content-visibility:auto;contain-intrinsic-size:auto 120rem}}'

const fileAt = (path: string, site: URL) => new URL(`.${path}`, site)

function pagesIn(site: URL): string[] {
  return filesIn(site)
    .filter((path) => path.endsWith('.html'))
    .map((path) => `/${path.replace(/(?:^|(?<=\/))index\.html$/u, '')}`)
}

async function readPage(path: string, site: URL): Promise<PageTree> {
  const document = parsePage(readText(fileAt(path.replace(/\/$/u, '/index.html'), site)))
  await embedPictures(document, fileAt(path, site))
  return { path, document }
}

/** Paths of the files that elements of a kind name, each once, in the order in which the pages first name them. */
function filesNamed(pages: readonly PageTree[], tag: string, name: string, isMeant: (type?: string, rel?: string) => boolean): string[] {
  const all = pages.flatMap(({ path, document }) =>
    elementsOf(document)
      .filter(
        (element) => element.tagName === tag && attribute(element, name) && isMeant(attribute(element, 'type'), attribute(element, 'rel')),
      )
      .map((element) => new URL(attribute(element, name) ?? '', `https://site.invalid${path}`).pathname),
  )
  if (all.length === 0) throw new Error(`No page names a file by <${tag} ${name}>: the single file would be without.`)
  return [...new Set(all)]
}

/** All that is written in a document, that in attributes included: labels are shown too. */
function textOf(document: Document): string {
  const texts = elementsOf(document).flatMap((element) => [
    ...element.childNodes.flatMap((child) => (child.nodeName === '#text' && 'value' in child ? [child.value] : [])),
    ...element.attrs.map(({ value }) => value),
  ])
  return texts.join('')
}
