import { keep } from '../../kept-results.ts'
import { wordsOf } from '../../locales/words.ts'
import { makes } from '../../model/downloads.ts'
import { ownPages } from '../../model/own-pages.ts'
import type { SearchAddress } from '../../model/search.ts'
import { at } from '../edition-error.ts'
import { plainPage } from '../plain-page.ts'
import { readSeries } from '../read-series.ts'
import { writeInto } from '../site-files.ts'
import { certaintyOfPage } from './certainty-of-page.ts'
import { publishedFiles } from './index-files.ts'
import { makeIndex } from './make-index.ts'
import { recordsOfPage, recordsOfPart } from './records.ts'
import { isTextOfPage, isTextOfWriter, passagesOf } from './text-of-page.ts'

/**
 * Writes the search index of a finished site into `pagefind/<hash>/`, and into `search.json` where that is: pages that
 * named the folder would change with every edit of another. The parts and what the writer says on other pages are read from the site;
 * notes, terms, sources and events from `series.json`.
 *
 * @param site folder of the site, whose links still begin at its root
 */
export async function indexSite(site: URL): Promise<{ pages: number; records: number }> {
  const series = readSeries(site)
  const words = wordsOf(series)
  const parts = await Promise.all(
    series.parts.map((part) =>
      at(part.href, async () => {
        const { key, plain, restore } = plainPage(new URL(`.${part.href}index.html`, site), series.edition)
        const passages = restore(keep('passages', [key], () => passagesOf(plain())))
        if (passages.length === 0) throw new Error('It has no <article> with a text: the search would find nothing in it.')
        const sure = keep('certainty-of-page', [key], () => certaintyOfPage(plain()))
        return recordsOfPart(part, series, passages, words, sure)
      }),
    ),
  )
  const pages = await Promise.all(
    series.pages.map((page) =>
      at(page.href, async () => {
        const { key, plain, restore } = plainPage(new URL(`.${page.href}index.html`, site), series.edition)
        // Of the front page and “About”, most is the program’s.
        const isText = ownPages([page]).length > 0 ? isTextOfPage : isTextOfWriter
        const passages = restore(keep('passages', [isText.name, key], () => passagesOf(plain(), isText)))
        return recordsOfPage(page.href === '/' ? { ...page, title: series.title } : page, passages, words)
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
