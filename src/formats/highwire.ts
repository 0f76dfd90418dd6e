import { plainDays } from '../model/dates/edtf.ts'
import { makes, pdfOfPart } from '../model/downloads.ts'
import { invertedName } from '../model/names.ts'
import { orcidAddress } from '../model/people.ts'
import type { Part, Series, Source } from '../model/series.ts'
import { isPublished, type Site, siteUrl } from './site-url.ts'

/** One `<meta>` of a head. */
export type HeadField = { readonly name: string; readonly content: string }

/**
 * A part in the tags of HighWire Press, which Google Scholar and reference managers read
 * (https://scholar.google.com/intl/en/scholar/inclusion.html#indexing): a chapter of the series, with one
 * `citation_reference` for each work it cites. The date is that of the edition, as in every citation this site offers.
 * See decision 33.
 */
export function highwireOf(part: Part, series: Series, site: Site): HeadField[] {
  const cited = new Set(part.citations.map(({ source }) => source))
  return [
    { name: 'citation_title', content: part.title },
    ...(part.authors ?? series.authors).flatMap((author) => {
      const orcid = orcidAddress(author)
      return [
        { name: 'citation_author', content: invertedName(author) },
        ...(orcid ? [{ name: 'citation_author_orcid', content: orcid }] : []),
      ]
    }),
    ...(part.editors ?? series.editors ?? []).map((editor) => ({ name: 'citation_editor', content: invertedName(editor) })),
    { name: 'citation_publication_date', content: withStrokes(series.edition.date) },
    { name: 'citation_online_date', content: withStrokes(part.published) },
    { name: 'citation_inbook_title', content: series.title },
    ...(series.publisher ? [{ name: 'citation_publisher', content: series.publisher }] : []),
    { name: 'citation_language', content: series.language },
    { name: 'citation_abstract', content: part.description },
    // Those who read these tags take a page away from its place.
    ...(isPublished(site)
      ? ['citation_public_url', 'citation_fulltext_html_url'].map((name) => ({ name, content: siteUrl(part.href, site) }))
      : []),
    ...(isPublished(site) && makes(series, 'pdf') ? [{ name: 'citation_pdf_url', content: siteUrl(pdfOfPart(part), site) }] : []),
    ...series.sources.filter(({ id }) => cited.has(id)).map((source) => ({ name: 'citation_reference', content: referenceTo(source) })),
  ]
}

/** What identifies a work and no more: every page of a part carries it for every work it cites. */
function referenceTo(source: Source): string {
  const isArticle = source.type.startsWith('article') || source.type.startsWith('review')
  const container = isArticle ? 'citation_journal_title' : 'citation_inbook_title'
  const fields: [string, string | undefined][] = [
    ['citation_title', source.title],
    ...(source.author ?? []).map((name): [string, string] => ['citation_author', invertedName(name)]),
    [container, source['container-title']],
    ['citation_volume', source.volume],
    ['citation_issue', source.issue],
    ['citation_pages', source.page],
    ['citation_publication_date', plainDays(source.issued).slice(0, 1).map(withStrokes)[0]],
    ['citation_doi', source.DOI],
  ]
  // A semicolon ends a field, and there is no way to write it inside one.
  return fields.flatMap(([name, value]) => (value ? `${name}=${value.replaceAll(';', ',')}` : [])).join('; ')
}

const withStrokes = (isoDate: string) => isoDate.replaceAll('-', '/')
