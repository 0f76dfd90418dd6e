import { mkdir, rename, writeFile } from 'node:fs/promises'
import type { BookVolume } from '../../model/book-volumes.ts'
import { epubVolumesOf, pdfVolumesOf, stemOf } from '../../model/downloaded-files.ts'
import type { Series } from '../../model/series.ts'
import { attribute, elementsOf, parsePage } from '../html.ts'
import { readSeries } from '../read-series.ts'
import { fileAt, filesIn, readBytes, readText } from '../site-files.ts'
import { zip } from '../zip.ts'
import { makeBag } from './bag.ts'
import { dublinCoreRecord } from './dublin-core.ts'

/** What was deposited: the name of the archive, its size, and the files that the site has not and that a library would like. */
export type Deposit = { readonly name: string; readonly bytes: number; readonly files: number; readonly missing: readonly string[] }

/**
 * Writes a version of a series for a library to keep, as a bag (RFC 8493) in a ZIP archive: the site, beside it the e-book,
 * the PDF/A, the data and how to cite it; checksums of all, and a record in Dublin Core. The same to the byte for the same
 * site. See decision 78.
 *
 * @param site folder of the finished site
 * @param to folder for the archive
 * @throws Error where the site says nothing of its series
 */
export async function writeDeposit(site: URL, to: URL): Promise<Deposit> {
  const series = readSeries(site)
  const address = addressOf(site)
  const payload = new Map<string, Uint8Array>()
  for (const path of filesIn(site)) payload.set(`site/${path}`, readBytes(fileAt(site, path)))
  const missing: string[] = []
  for (const [path, from] of besides(series)) {
    const content = payload.get(`site/${from}`)
    if (content) payload.set(path, content)
    else missing.push(from)
  }
  const name = `${series.slug}-${series.edition.version.replace(/[^\w.-]/gu, '-')}`
  const formats = Object.entries(mediaTypes).flatMap(([ending, type]) =>
    [...payload.keys()].some((path) => path.endsWith(ending)) ? [type] : [],
  )
  const record = dublinCoreRecord(series, address, formats)
  const bag = makeBag(payload, new Map([['metadata/dublin-core.xml', record]]), factsOf(series, address))
  const archive = zip(new Map([...bag].map(([path, content]) => [`${name}/${path}`, content])), series.edition.date)
  await mkdir(to, { recursive: true })
  const file = new URL(encodeURI(`${name}.zip`), to)
  // Under another name first, so that it is never half there.
  const unfinished = new URL(`${file.href}.${process.pid}`)
  await writeFile(unfinished, archive)
  await rename(unfinished, file)
  return { name: `${name}.zip`, bytes: archive.length, files: bag.size, missing }
}

/** What a library looks for beside the site, and where the site has it. */
const besides = (series: Series): [path: string, from: string][] => [
  ...booksOf(series, epubVolumesOf(series), '.epub'),
  ...booksOf(series, pdfVolumesOf(series), '-a.pdf'),
  ['series.json', 'series.json'],
  ['CITATION.cff', 'CITATION.cff'],
]

const booksOf = (series: Series, volumes: readonly BookVolume[], suffix: string): [path: string, from: string][] =>
  (volumes.length > 0 ? volumes : [undefined]).map((volume) => {
    const name = `${stemOf(series, volume)}${suffix}`
    return [name, `downloads/${name}`]
  })

const mediaTypes = { '.html': 'text/html', '.epub': 'application/epub+zip', '.pdf': 'application/pdf' } as const

const factsOf = (series: Series, address: string | undefined) => ({
  'Source-Organization': series.publisher ?? series.byline,
  'External-Description': `${series.title}. ${series.description}`,
  ...(address ? { 'External-Identifier': address } : {}),
  'Bagging-Date': series.edition.date,
  'Bag-Group-Identifier': series.slug,
  'Internal-Sender-Identifier': `version ${series.edition.version}`,
  'Internal-Sender-Description': `SHA-256 of all texts and pictures: ${series.edition.hash}`,
})

/** Where the first page says that it is published. */
function addressOf(site: URL): string | undefined {
  const page = parsePage(readText(new URL('index.html', site)))
  const link = elementsOf(page).find((element) => element.tagName === 'link' && attribute(element, 'rel') === 'canonical')
  return link && attribute(link, 'href')
}
