import { fullName } from '../model/names.ts'
import type { Part, Series } from '../model/series.ts'
import type { HeadField } from './highwire.ts'
import { isPublished, type Site, siteUrl } from './site-url.ts'

/** The vocabularies of {@link dublinCoreOf}, for `<link rel="schema.…">`. */
export const dublinCoreSchemas = { DC: 'http://purl.org/dc/elements/1.1/', DCTERMS: 'http://purl.org/dc/terms/' }

/** A part in Dublin Core, as DCMI writes it in a head (DCMI-HTML, 2008): the fifteen elements, and terms where they say more. */
export function dublinCoreOf(part: Part, series: Series, site: Site): HeadField[] {
  return [
    { name: 'DC.title', content: part.title },
    ...(part.authors ?? series.authors).map((author) => ({ name: 'DC.creator', content: fullName(author) })),
    ...[...(part.editors ?? series.editors ?? []), ...(part.translators ?? series.translators ?? [])].map((one) => ({
      name: 'DC.contributor',
      content: fullName(one),
    })),
    ...(series.publisher ? [{ name: 'DC.publisher', content: series.publisher }] : []),
    { name: 'DC.date', content: series.edition.date },
    { name: 'DC.type', content: 'Text' },
    { name: 'DC.format', content: 'text/html' },
    { name: 'DC.language', content: series.language },
    ...(isPublished(site) ? [{ name: 'DC.identifier', content: siteUrl(part.href, site) }] : []),
    { name: 'DC.rights', content: series.rights.name },
    { name: 'DCTERMS.abstract', content: part.description },
    { name: 'DCTERMS.issued', content: part.published },
    ...(part.updated ? [{ name: 'DCTERMS.modified', content: part.updated }] : []),
    ...(isPublished(site) ? [{ name: 'DCTERMS.isPartOf', content: siteUrl('/', site) }] : []),
    { name: 'DCTERMS.license', content: series.rights.url },
  ]
}
