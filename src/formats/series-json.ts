import { z } from 'zod'
import { type PublishedSeries, publishedSeriesSchema, type Series, seriesDefinitions, seriesFormat } from '../model/series.ts'
import { type Site, siteUrl } from './site-url.ts'

/** The Series as published: every fact of the site, with the address of its schema. */
export const seriesJson = (series: Series, site: Site): PublishedSeries => ({
  $schema: siteUrl('/series.schema.json', site),
  format: seriesFormat,
  ...series,
})

/** The JSON Schema (draft 2020-12) of `/series.json`, made from the model; a field it does not name is an error. */
export function seriesJsonSchema(site: Site): object {
  const names = z.registry<{ id: string }>()
  for (const [id, schema] of Object.entries(seriesDefinitions)) names.add(schema, { id })
  const { $schema, ...schema } = z.toJSONSchema(publishedSeriesSchema, { metadata: names })
  return { $schema, $id: siteUrl('/series.schema.json', site), title: `A series as Pamphlet publishes it, form ${seriesFormat}`, ...schema }
}
