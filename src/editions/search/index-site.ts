import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { close, createIndex } from 'pagefind'
import type { Series } from '../../model/series.ts'
import { recordsOf } from './records.ts'
import { spaceAfterDashes } from './searchable-text.ts'

/**
 * Writes the search index of a finished site into its folder `pagefind/`: the parts from their pages, and notes,
 * terms, sources and events as records of their own that lead to their places.
 *
 * @param site folder of the site, with a `series.json`
 */
export async function indexSite(site: URL): Promise<{ pages: number; records: number }> {
  const series: Series = JSON.parse(await readFile(new URL('series.json', site), 'utf8'))
  const { index, errors } = await createIndex({ forceLanguage: series.language.slice(0, 2) })
  if (!index) throw new Error(`Pagefind could not make an index: ${errors.join(', ')}`)
  try {
    for (const part of series.parts) {
      const html = await readFile(new URL(`.${part.href}index.html`, site), 'utf8')
      throwOn(await index.addHTMLFile({ url: part.href, content: spaceAfterDashes(html) }))
    }
    const records = recordsOf(series)
    for (const record of records) throwOn(await index.addCustomRecord(record))
    throwOn(await index.writeFiles({ outputPath: fileURLToPath(new URL('pagefind', site)) }))
    return { pages: series.parts.length, records: records.length }
  } finally {
    await close()
  }
}

function throwOn({ errors }: { errors: string[] }) {
  if (errors.length > 0) throw new Error(`Pagefind: ${errors.join(', ')}`)
}
