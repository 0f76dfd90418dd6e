import { pdfVolumesOf, stemOf } from '../../model/downloaded-files.ts'
import { entryOfGroup } from '../../model/place-groups.ts'
import type { Series } from '../../model/series.ts'
import { tellProgress } from '../../progress.ts'
import { type BookPage, readBookPage } from '../book-page.ts'
import { at } from '../edition-error.ts'
import { type HandedFaces, noHandedFaces } from '../own-book-faces.ts'
import { orderPages } from '../page-order.ts'
import { readSeries } from '../read-series.ts'
import { filesIn, readBytes, writeInto } from '../site-files.ts'
import { readSiteStyles } from '../site-styles.ts'
import { leaveOutOthers, volumesOfSeries } from '../volume-of-series.ts'
import { compileBook, type Places } from './compile.ts'
import { type Composed, composeBook, composePart } from './compose-book.ts'
import { type Paper, papers } from './paper.ts'
import { packagesFor, readFaces } from './scripts.ts'

/** On which page of the small book the places of some parts begin. */
export type PrintedPlaces = { readonly parts: Series['parts']; readonly places: Places }

/**
 * Writes the series as PDF: `downloads/<series>.pdf` (A5) and `-a4.pdf` to read (PDF/UA-1), `-a.pdf` to keep (PDF/A-3a), in
 * volumes where it is long, and each part by itself, `<part>/<part>.pdf`. See decisions 76 and 119.
 *
 * @param site folder of the finished site
 * @param address where it is published, with a slash at its end; missing where nobody has said
 * @param report takes a line for what the books lack: characters that no face has, a standard that cannot be kept
 * @param handed families of the writer’s own
 * @returns the size of each file in bytes, by its path; and where the pages of each small book begin
 */
export async function writePdfs(
  site: URL,
  address: string | undefined,
  report: (line: string) => void,
  handed: HandedFaces = noHandedFaces,
): Promise<{ readonly sizes: ReadonlyMap<string, number>; readonly places: readonly PrintedPlaces[] }> {
  const series = readSeries(site)
  const styles = readSiteStyles(site)
  const faces = await readFaces(series.language, handed)
  const readPicture = async (path: string) => readBytes(new URL(`.${path}`, site))
  const paths = filesIn(site)
    .filter((path) => path.endsWith('.html'))
    .map((path) => `/${path.replace(/(?:^|(?<=\/))index\.html$/u, '')}`)
  // Where a term is mentioned the index says.
  const isLeftOut = (path: string) => entryOfGroup(path) !== undefined || series.retiredPages.some(({ href }) => href === path)
  const order = orderPages(paths, series).filter((path) => !isLeftOut(path))
  const readPage = (path: string) => at(path, () => readBookPage(site, path, styles, windowWidth))
  const sizes = new Map<string, number>()
  const write = async (path: string, pdf: Buffer) => {
    writeInto(new URL(path, site), pdf)
    sizes.set(path, pdf.length)
  }
  const told = new Set<string>()
  const tellOnce = (line: string) => {
    if (!told.has(line)) report(line)
    told.add(line)
  }
  const places: PrintedPlaces[] = []
  const volumes = volumesOfSeries(series, pdfVolumesOf(series))
  for (const volume of volumes.length > 0 ? volumes : [undefined]) {
    const own = volume?.series ?? series
    const stem = `downloads/${stemOf(series, volume?.volume)}`
    const compose = async (paper: Paper) => {
      const pages: BookPage[] = []
      for (const path of order) if (volume?.holds(path) ?? true) pages.push(await readPage(path))
      if (volume) for (const page of pages) leaveOutOthers(page, volume)
      return composeBook(own, pages, address, paper, faces, volume?.name)
    }
    const small = await compose(papers.a5)
    tellMissing(small, series, tellOnce)
    const bibliography = await readPicture('/bibliography.json')
    const printed = await compileBook(small, ['ua-1', 'a-3a'], readPicture, volume ? worksOf(bibliography, own) : bibliography)
    if (printed.unkept.length > 0) tellOnce(unkept)
    if (!printed.isSettled) tellOnce(unsettled)
    await write(`${stem}.pdf`, printed.files[0])
    await write(`${stem}-a.pdf`, printed.files[1])
    places.push({ parts: own.parts, places: printed.places })
    await write(`${stem}-a4.pdf`, ...(await compileBook(await compose(papers.a4), ['ua-1'], readPicture)).files)
  }
  for (const [i, { href }] of series.parts.entries()) {
    tellProgress(i, series.parts.length)
    const part = composePart(series, await readPage(href), address, papers.a4, faces)
    const {
      files: [pdf],
    } = await at(href, () => compileBook(part, ['ua-1'], readPicture))
    await write(`${href.slice(1)}${href.replaceAll('/', '')}.pdf`, pdf)
  }
  return { sizes, places }
}

function tellMissing({ found: { missing } }: Composed, series: Series, tell: (line: string) => void) {
  if (missing.size === 0) return
  const [[, page]] = missing as unknown as [[string, string]]
  const packages = packagesFor(missing.keys(), series.language)
  const advice = packages.length > 0 ? ` To have them set, install ${packages.join(' and ')} beside the program.` : ''
  tell(
    `the faces lack these characters, printed as their numbers (“灯” as [U+706F]): ${[...missing.keys()].join(' ')} (the first on ${page}).${advice}`,
  )
}

const unkept =
  'some letters are joined so that a program cannot read them back: the books do not keep PDF/UA-1, and for keeping PDF/A-3b alone.'

const unsettled =
  'the pages of the books on paper do not come to rest: some numbers in the contents and the index may be those of the page beside.'

/** Of the works of a series in CSL-JSON, those of a volume. */
function worksOf(bibliography: Buffer, { sources }: Series): Buffer {
  const ids = new Set<unknown>(sources.map(({ id }) => id))
  const works = JSON.parse(bibliography.toString()) as readonly { readonly id?: unknown }[]
  return Buffer.from(
    `${JSON.stringify(
      works.filter(({ id }) => ids.has(id)),
      null,
      2,
    )}\n`,
  )
}

/** In rem: drawings are chosen as for a window so wide; paper has room for all but those of the widest. */
const windowWidth = 64
