import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { tellProgress } from '../../progress.ts'
import { type BookPage, readBookPage } from '../book-page.ts'
import { at } from '../edition-error.ts'
import { orderPages } from '../page-order.ts'
import { readSeries } from '../read-series.ts'
import { filesIn } from '../site-files.ts'
import { readSiteStyles } from '../site-styles.ts'
import { compileBook, type Places } from './compile.ts'
import { type Composed, composeBook, composePart } from './compose-book.ts'
import { papers } from './paper.ts'
import { packagesFor, readFaces } from './scripts.ts'

/**
 * Writes the series as PDF: `downloads/<series>.pdf` (A5) and `-a4.pdf` to read (PDF/UA-1), `-a.pdf` to keep (PDF/A-3a),
 * and each part by itself, `<part>/<part>.pdf`. See decision 76.
 *
 * @param site folder of the finished site
 * @param address where it is published, with a slash at its end; missing where nobody has said
 * @param report takes a line for what the books lack: characters that no face has, a standard that cannot be kept
 * @returns the size of each file in bytes, by its path; and on which page of the small book its places begin
 */
export async function writePdfs(
  site: URL,
  address: string | undefined,
  report: (line: string) => void,
): Promise<{ readonly sizes: ReadonlyMap<string, number>; readonly places: Places }> {
  const series = await readSeries(site)
  const styles = await readSiteStyles(site)
  const faces = await readFaces(series.language)
  const readPicture = (path: string) => readFile(new URL(`.${path}`, site))
  const paths = (await filesIn(site))
    .filter((path) => path.endsWith('.html'))
    .map((path) => `/${path.replace(/(?:^|(?<=\/))index\.html$/u, '')}`)
  const order = orderPages(paths, series).filter((path) => !series.retiredPages.some(({ href }) => href === path))
  const readPages = (from: readonly string[]): Promise<BookPage[]> =>
    Promise.all(from.map((path) => at(path, () => readBookPage(site, path, styles, windowWidth))))
  const sizes = new Map<string, number>()
  const write = async (path: string, pdf: Buffer) => {
    await mkdir(new URL('.', new URL(path, site)), { recursive: true })
    await writeFile(new URL(path, site), pdf)
    sizes.set(path, pdf.length)
  }
  const tell = ({ found: { missing } }: Composed) => {
    if (missing.size === 0) return
    const [[, page]] = missing as unknown as [[string, string]]
    const packages = packagesFor(missing.keys(), series.language)
    const advice = packages.length > 0 ? ` To have them set, install ${packages.join(' and ')} beside the program.` : ''
    report(
      `the faces lack these characters, printed as their numbers (“灯” as [U+706F]): ${[...missing.keys()].join(' ')} (the first on ${page}).${advice}`,
    )
  }
  const small = composeBook(series, await readPages(order), address, papers.a5, faces)
  tell(small)
  const {
    files: [toRead, toKeep],
    places,
    unkept,
  } = await compileBook(small, ['ua-1', 'a-3a'], readPicture, await readPicture('/bibliography.json'))
  if (unkept.length > 0)
    report(
      'some letters are joined so that a program cannot read them back: the books do not keep PDF/UA-1, and for keeping PDF/A-3b alone.',
    )
  await write(`downloads/${series.slug}.pdf`, toRead)
  await write(`downloads/${series.slug}-a.pdf`, toKeep)
  const large = composeBook(series, await readPages(order), address, papers.a4, faces)
  await write(`downloads/${series.slug}-a4.pdf`, ...(await compileBook(large, ['ua-1'], readPicture)).files)
  const parts = await readPages(series.parts.map(({ href }) => href))
  for (const [i, page] of parts.entries()) {
    tellProgress(i, parts.length)
    const {
      files: [pdf],
    } = await at(page.path, () => compileBook(composePart(series, page, address, papers.a4, faces), ['ua-1'], readPicture))
    await write(`${page.path.slice(1)}${page.path.replaceAll('/', '')}.pdf`, pdf)
  }
  return { sizes, places }
}

/** In rem: drawings are chosen as for a window so wide; paper has room for all but those of the widest. */
const windowWidth = 64
