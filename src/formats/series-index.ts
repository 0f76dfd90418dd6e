import { type PublishedIndex, seriesIndexFormat } from '../model/published-series.ts'
import type { Series } from '../model/series.ts'
import { most } from '../model/sizes.ts'
import { type Site, siteUrl } from './site-url.ts'

/** Whether `/series.json` is an index, and what it names lies in files of its own. */
export const isIndexed = ({ parts }: Pick<Series, 'parts'>): boolean => parts.length > most.partsInJson

/** A long Series as published: what it is, and where each part, term and source of it lies. */
export const seriesIndex = (series: Series, site: Site): PublishedIndex => ({
  $schema: siteUrl('/series.schema.json', site),
  format: seriesIndexFormat,
  ...series,
  parts: series.parts.map(({ slug, number, matter, volume, title, description, href, published, updated, words, minutes }) => ({
    slug,
    ...(number !== undefined && { number }),
    ...(matter && { matter }),
    ...(volume !== undefined && { volume }),
    ...{ title, description, href, published, words, minutes, file: hrefOf('parts', slug) },
    ...(updated !== undefined && { updated }),
  })),
  terms: series.terms.map(({ id, name, href }) => ({ id, name, href, file: hrefOf('terms', id) })),
  sources: series.sources.map(({ id, title, href }) => ({ id, title, href, file: hrefOf('sources', id) })),
})

/** The files that the index of a long Series names, by their paths; none of a short one, which is one file. */
export const filesOfSeries = (series: Series): { readonly href: string; readonly value: object }[] =>
  isIndexed(series)
    ? [
        ...series.parts.map((value) => ({ href: hrefOf('parts', value.slug), value })),
        ...series.terms.map((value) => ({ href: hrefOf('terms', value.id), value })),
        ...series.sources.map((value) => ({ href: hrefOf('sources', value.id), value })),
      ]
    : []

const hrefOf = (kind: 'parts' | 'terms' | 'sources', id: string) => `/series/${kind}/${id}.json`
