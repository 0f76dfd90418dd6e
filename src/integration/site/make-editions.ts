import type { AstroIntegrationLogger } from 'astro'
import { making } from '../../editions/edition-error.ts'
import type { HandedFaces } from '../../editions/own-book-faces.ts'
import { readSeries } from '../../editions/read-series.ts'
import { count } from '../../model/counts.ts'
import { filesOf } from '../../model/downloaded-files.ts'
import { downloadsOf, makes, pdfOfPart } from '../../model/downloads.ts'
import { editionNames } from '../../model/edition-names.ts'
import type { Series } from '../../model/series.ts'
import { isForOneFile, most } from '../../model/sizes.ts'
import type { BuildLog } from '../build-log.ts'

// What makes an edition is loaded where one is asked for: hundreds of modules, which a build of the site alone does without.
const writers = {
  folder: async () => (await import('../../editions/offline/write-folder.ts')).writeFolder,
  singleFile: async () => (await import('../../editions/single-file/write-single-file.ts')).writeSingleFile,
  texts: async () => (await import('../../editions/text/write-texts.ts')).writeTexts,
  pdfs: async () => (await import('../../editions/pdf/write-pdf.ts')).writePdfs,
  epub: async () => (await import('../../editions/epub/write-epub.ts')).writeEpub,
}

/**
 * Makes the editions that the series asks for from the finished site.
 *
 * @param address where the site is published, with a slash at its end; missing where nobody has said
 * @param handed families of the writer’s own, for the books
 * @param logger is told what each has become
 */
export async function makeEditions(
  dir: URL,
  address: string | undefined,
  handed: HandedFaces,
  log: BuildLog,
  logger: AstroIntegrationLogger,
): Promise<void> {
  const series = await making('the editions', () => readSeries(dir))
  log.made('none besides the site')
  const ready: string[] = []
  const make = <T>(edition: string, work: () => Promise<T>) => makingAt(edition, work, log)
  const tell = (words: string, line: string) => {
    ready.push(words)
    log.made(ready.join(', '))
    logger.info(line)
  }
  if (makes(series, 'folder'))
    tell('folder', `folder to unpack: ${await make('the folder to unpack', async () => (await writers.folder())(dir, address))} bytes`)
  if (makes(series, 'single-file')) {
    if (isForOneFile(series))
      tell('single file', `single file: ${await make('the single file', async () => (await writers.singleFile())(dir, address))} bytes`)
    else
      tell(
        'no single file, it would be too long',
        `no single file: the parts have more than ${most.wordsInFile.toLocaleString('en-GB')} words`,
      )
  }
  if (makes(series, 'text'))
    tell('text', `text: ${count(await make('the text', async () => (await writers.texts())(dir, address)), 'page')} as Markdown`)
  const report = (line: string) => logger.warn(`the book as PDF: ${line}`)
  const { sizes, places } = makes(series, 'pdf')
    ? await make('the book as PDF', async () => (await writers.pdfs())(dir, address, report, handed))
    : { sizes: new Map<string, number>(), places: [] }
  if (sizes.size > 0) tell(`${sizes.size.toLocaleString('en-GB')} PDF`, linesOf([...sizes]))
  if (makes(series, 'epub')) {
    const books = [...(await make('the e-book', async () => (await writers.epub())(dir, address, places, handed)))]
    tell(books.length > 1 ? `${books.length.toLocaleString('en-GB')} e-books` : 'e-book', linesOf(books))
  }
}

const linesOf = (sizes: readonly (readonly [path: string, bytes: number])[]) =>
  sizes.map(([path, bytes]) => `${path}: ${bytes} bytes`).join('\n')

/** Makes an edition, and says on a terminal that it is being made. @throws {EditionError} where anything fails */
export function makingAt<T>(edition: string, work: () => T | Promise<T>, log: BuildLog): Promise<T> {
  log.at(edition)
  return making(edition, work).catch((error: unknown) => {
    log.clear()
    throw error
  })
}

/** Whether any edition is made of the finished pages. */
export const hasEditions = (series: Series): boolean => editionNames.some((edition) => makes(series, edition))

/** The files that pages name and that are made from the finished pages. */
export function filesToCome(series: Series): string[] {
  const parts = makes(series, 'pdf') ? series.parts.map(pdfOfPart) : []
  const downloads = downloadsOf(series).flatMap((download) => filesOf(download, series).map(({ name }) => `/downloads/${name}`))
  return ['/sw.js', '/search.json', ...downloads, ...parts]
}
