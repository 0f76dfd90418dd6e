import { readFile } from 'node:fs/promises'
import { type PublishedSeries, publishedSeriesSchema } from '../model/series.ts'

/** What was read last: six editions ask for the same Series, and checking a long one takes a second. */
let latest: { readonly text: string; readonly series: PublishedSeries } | undefined

/**
 * What a built site says of its series, read back through the schema that it is published with.
 *
 * @param site folder of the site
 * @throws Error where `series.json` is missing, no JSON, or not as the schema says: it names the first field that is not
 */
export async function readSeries(site: URL): Promise<PublishedSeries> {
  const text = await readFile(new URL('series.json', site), 'utf8')
  if (latest?.text !== text) latest = { text, series: checked(JSON.parse(text)) }
  return latest.series
}

function checked(read: unknown): PublishedSeries {
  const { success, data, error } = publishedSeriesSchema.safeParse(read)
  if (success) return data
  const [first] = error.issues
  throw new Error(
    `series.json of the built site is not as its schema says; the first mistake is at “${first?.path.join('.')}”: ${first?.message}`,
  )
}
