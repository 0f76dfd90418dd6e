import { readFile, stat } from 'node:fs/promises'
import { type PublishedSeries, publishedIndexSchema, publishedSeriesSchema, seriesFormat } from '../model/series.ts'

/** What was read last: every edition asks for the same Series, some for each of their pages, and a long one takes a second to read. */
let latest: { readonly file: string; readonly series: PublishedSeries } | undefined

/**
 * What a built site says of its series, read back through the schema that it is published with.
 *
 * @param site folder of the site
 * @throws Error where `series.json` is missing, no JSON, or not as the schema says: it names the first field that is not
 */
export async function readSeries(site: URL): Promise<PublishedSeries> {
  const path = new URL('series.json', site)
  const { size, mtimeNs, ino } = await stat(path, { bigint: true })
  const file = [path, size, mtimeNs, ino].join()
  if (latest?.file !== file) latest = { file, series: checked(await completed(JSON.parse(await readFile(path, 'utf8')), site)) }
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
