import { type PublishedSeries, publishedIndexSchema, publishedSeriesSchema, seriesFormat } from '../model/published-series.ts'
import { fileAt, readBytes, readText } from './site-files.ts'

/** What was read last: every edition asks for the same Series, some for each of their pages, and a long one takes a second to read. */
let latest: { readonly site: string; readonly text: string; readonly series: PublishedSeries } | undefined

/**
 * What a built site says of its series, read back through the schema that it is published with.
 *
 * @param site folder of the site
 * @throws Error where `series.json` is missing, no JSON, or not as the schema says: it names the first field that is not
 */
export function readSeries(site: URL): PublishedSeries {
  const text = readText(new URL('series.json', site))
  // Of a long one it is the index; the hash of the edition in it is that of all texts.
  if (latest?.site !== site.href || latest.text !== text)
    latest = { site: site.href, text, series: checked(completed(JSON.parse(text), site)) }
  return latest.series
}

/** The whole of a long Series, of which `series.json` is the index. */
function completed(read: unknown, site: URL): unknown {
  const index = publishedIndexSchema.safeParse(read).data
  if (!index) return read
  // What was read as text would be kept for whoever reads it again; nobody does.
  const all = (entries: readonly { readonly file: string }[]): unknown[] =>
    entries.map(({ file }) => JSON.parse(readBytes(fileAt(site, `.${file}`)).toString()))
  return { ...index, format: seriesFormat, parts: all(index.parts), terms: all(index.terms), sources: all(index.sources) }
}

function checked(read: unknown): PublishedSeries {
  const { success, data, error } = publishedSeriesSchema.safeParse(read)
  if (success) return data
  const [first] = error.issues
  throw new Error(
    `series.json of the built site is not as its schema says; the first mistake is at “${first?.path.join('.')}”: ${first?.message}`,
  )
}
