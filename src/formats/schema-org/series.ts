import type { Part, Series } from '../../model/series.ts'
import { type Site, siteUrl } from '../site-url.ts'
import { agentsOf, type Graph, graphOf, partId, publisherOf, seriesId } from './graph.ts'

/** The series: for its first page. */
export function seriesGraph(series: Series, site: Site): Graph {
  return graphOf({
    '@type': 'CreativeWorkSeries',
    '@id': seriesId(site),
    name: series.title,
    description: series.description,
    url: siteUrl('/', site),
    inLanguage: series.language,
    author: agentsOf(series.authors),
    editor: agentsOf(series.editors),
    translator: agentsOf(series.translators),
    publisher: publisherOf(series),
    license: series.rights.url,
    version: series.edition.version,
    dateModified: series.edition.date,
    datePublished: series.parts.map(({ published }) => published).sort()[0],
    hasPart: series.parts.map(({ href }) => ({ '@id': partId(href, site) })),
    isBasedOn: series.follows.map((work) => ({
      '@type': 'CreativeWork',
      name: work.title,
      url: work.URL,
      isPartOf: work['container-title'] && { '@type': 'CreativeWork', name: work['container-title'] },
    })),
    encoding: { '@type': 'MediaObject', contentUrl: siteUrl('/series.json', site), encodingFormat: 'application/json' },
  })
}

/** A part. The works it cites are named by its `citation_reference`s, and described on their own pages. */
export function partGraph(part: Part, series: Series, site: Site): Graph {
  return graphOf({
    '@type': 'ScholarlyArticle',
    '@id': partId(part.href, site),
    name: part.title,
    headline: part.title,
    abstract: part.description,
    url: siteUrl(part.href, site),
    inLanguage: series.language,
    author: agentsOf(part.authors ?? series.authors),
    editor: agentsOf(part.editors ?? series.editors),
    translator: agentsOf(part.translators ?? series.translators),
    publisher: publisherOf(series),
    license: series.rights.url,
    isAccessibleForFree: true,
    version: series.edition.version,
    datePublished: part.published,
    dateModified: part.updated,
    wordCount: part.words,
    position: part.number,
    isPartOf: { '@type': 'CreativeWorkSeries', '@id': seriesId(site), name: series.title },
  })
}
