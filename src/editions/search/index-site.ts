import { wordsOf } from '../../locales/words.ts'
import { makes } from '../../model/downloads.ts'
import type { SearchAddress } from '../../model/search.ts'
import { at } from '../edition-error.ts'
import { readSeries } from '../read-series.ts'
import { fileOfPage, type SearchedPage } from '../searched-page.ts'
import { writeInto } from '../site-files.ts'
import { publishedFiles } from './index-files.ts'
import { makeIndex } from './make-index.ts'
import { recordsOfPage, recordsOfPart } from './records.ts'

/**
 * Writes the search index of a finished site into `pagefind/<hash>/`, and into `search.json` where that is: pages that
 * named the folder would change with every edit of another. The parts and what the writer says on other pages are read from the site;
 * notes, terms, sources and events from `series.json`.
 *
 * @param site folder of the site
 * @param looked what is found in its pages, by the paths of their files
 */
export async function indexSite(
  site: URL,
  looked: ReadonlyMap<string, { readonly searched: () => SearchedPage | undefined }>,
): Promise<{ pages: number; records: number }> {
  const series = readSeries(site)
  const words = wordsOf(series)
  const searchedIn = ({ href }: { readonly href: string }) => looked.get(fileOfPage(href))?.searched() ?? { passages: [], certainty: {} }
  const parts = await Promise.all(
    series.parts.map((part) =>
      at(part.href, async () => {
        const { passages, certainty } = searchedIn(part)
        if (passages.length === 0) throw new Error('It has no <article> with a text: the search would find nothing in it.')
        return recordsOfPart(part, series, passages, words, certainty)
      }),
    ),
  )
  const pages = await Promise.all(
    series.pages.map((page) =>
      at(page.href, async () => {
        return recordsOfPage(page.href === '/' ? { ...page, title: series.title } : page, searchedIn(page).passages, words)
      }),
    ),
  )
  const { records, files: made } = await makeIndex(series, parts, pages.flat())
  // What cannot fetch is the folder and the single file; a site alone is served.
  const { folder, files, program } = await publishedFiles(made, makes(series, 'folder') || makes(series, 'single-file'))
  const home = new URL(`pagefind/${folder}/`, site)
  for (const { path, content } of files) writeInto(new URL(path, home), content)
  writeInto(new URL('search.json', site), JSON.stringify({ index: `pagefind/${folder}/`, program } satisfies SearchAddress))
  return { pages: series.parts.length, records }
}
