import { readFile } from 'node:fs/promises'
import { type PublishedSeries, publishedIndexSchema, publishedSeriesSchema, seriesFormat } from '../model/series.ts'

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
  if (latest?.text !== text) latest = { text, series: checked(await completed(JSON.parse(text), site)) }
  return latest.series
}

/** The whole of a long Series, of which `series.json` is the index. */
async function completed(read: unknown, site: URL): Promise<unknown> {
  const index = publishedIndexSchema.safeParse(read).data
  if (!index) return read
  const fileOf = async ({ file }: { readonly file: string }): Promise<unknown> =>
    JSON.parse(await readFile(new URL(encodeURI(`.${file}`), site), 'utf8'))
  const all = async (entries: readonly { readonly file: string }[]) => {
    const values: unknown[] = []
    for (const entry of entries) values.push(await fileOf(entry))
    return values
  }
  return { ...index, format: seriesFormat, parts: await all(index.parts), terms: await all(index.terms), sources: await all(index.sources) }
}

function checked(read: unknown): PublishedSeries {
  const { success, data, error } = publishedSeriesSchema.safeParse(read)
  if (success) return data
  const [first] = error.issues
  throw new Error(
    `series.json of the built site is not as its schema says; the first mistake is at “${first?.path.join('.')}”: ${first?.message}`,
  )
}
