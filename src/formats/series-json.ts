import { z } from 'zod'
import {
  type PublishedSeries,
  publishedIndexSchema,
  publishedSeriesSchema,
  seriesDefinitions,
  seriesFormat,
  seriesIndexFormat,
} from '../model/published-series.ts'
import type { Series } from '../model/series.ts'
import { type Site, siteUrl } from './site-url.ts'

/** The Series as published: every fact of the site, with the address of its schema. */
export const seriesJson = (series: Series, site: Site): PublishedSeries => ({
  $schema: siteUrl('/series.schema.json', site),
  format: seriesFormat,
  ...series,
})

/**
 * The JSON Schema (draft 2020-12) of `/series.json`, made from the model; a field it does not name is an error.
 *
 * @param form whether the file is the whole Series, or the index of a long one
 */
export function seriesJsonSchema(site: Site, form: 'whole' | 'index' = 'whole'): object {
  const names = z.registry<{ id: string }>()
  for (const [id, schema] of Object.entries(seriesDefinitions)) names.add(schema, { id })
  const published = form === 'whole' ? publishedSeriesSchema : publishedIndexSchema
  // Kinds that a series names itself are strings here, as their schemas say in the registry of all.
  const { $schema, ...schema } = z.toJSONSchema(published, {
    metadata: names,
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      if (zodSchema._zod.def.type === 'custom') Object.assign(jsonSchema, z.globalRegistry.get(zodSchema))
    },
  })
  return {
    $schema,
    $id: siteUrl('/series.schema.json', site),
    title: `A series as Pamphlet publishes it, form ${form === 'whole' ? seriesFormat : seriesIndexFormat}`,
    ...schema,
  }
}
