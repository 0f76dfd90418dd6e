import { plainDays, type WorkDate } from '../../model/dates/edtf.ts'
import { addressOfDoi } from '../../model/doi.ts'
import type { SourceType } from '../../model/files/source-file.ts'
import type { Series, Source } from '../../model/series.ts'
import { type Site, siteUrl } from '../site-url.ts'
import { agentsOf, type Graph, graphOf, seriesId, type Thing, workId } from './graph.ts'

/** What each type of work is in schema.org, and what it stands in, where it can. */
const types: Record<SourceType, readonly [type: string, whole?: string]> = {
  article: ['ScholarlyArticle'],
  'article-journal': ['ScholarlyArticle', 'Periodical'],
  'article-magazine': ['Article', 'Periodical'],
  'article-newspaper': ['NewsArticle', 'Newspaper'],
  bill: ['Legislation'],
  book: ['Book'],
  broadcast: ['Episode', 'CreativeWorkSeries'],
  chapter: ['Chapter', 'Book'],
  classic: ['Book'],
  collection: ['Collection'],
  dataset: ['Dataset'],
  document: ['CreativeWork', 'CreativeWork'],
  entry: ['Article', 'Book'],
  'entry-dictionary': ['Article', 'Book'],
  'entry-encyclopedia': ['Article', 'Book'],
  event: ['CreativeWork', 'CreativeWork'],
  figure: ['ImageObject', 'CreativeWork'],
  graphic: ['VisualArtwork', 'Collection'],
  hearing: ['CreativeWork', 'CreativeWork'],
  interview: ['CreativeWork', 'CreativeWork'],
  legal_case: ['CreativeWork', 'CreativeWork'],
  legislation: ['Legislation'],
  manuscript: ['Manuscript', 'Collection'],
  map: ['Map', 'CreativeWork'],
  motion_picture: ['Movie'],
  musical_score: ['SheetMusic'],
  pamphlet: ['Book'],
  'paper-conference': ['ScholarlyArticle', 'Book'],
  patent: ['CreativeWork'],
  performance: ['CreativeWork', 'CreativeWork'],
  periodical: ['Periodical'],
  personal_communication: ['Message'],
  post: ['SocialMediaPosting', 'WebSite'],
  'post-weblog': ['BlogPosting', 'Blog'],
  regulation: ['Legislation'],
  report: ['Report', 'CreativeWorkSeries'],
  review: ['Review', 'Periodical'],
  'review-book': ['Review', 'Periodical'],
  software: ['SoftwareApplication'],
  song: ['MusicRecording'],
  speech: ['CreativeWork', 'CreativeWork'],
  standard: ['CreativeWork'],
  thesis: ['Thesis'],
  treaty: ['Legislation'],
  webpage: ['WebPage', 'WebSite'],
}

/** A page about a source, and the work: for that page. */
export function sourceGraph(source: Source, series: Series, site: Site): Graph {
  const page = siteUrl(source.href, site)
  const id = workId(source.href, site)
  return graphOf(
    {
      '@type': 'WebPage',
      '@id': page,
      url: page,
      name: source.label,
      inLanguage: series.language,
      isPartOf: { '@id': seriesId(site) },
      about: { '@id': id },
    },
    { ...workOf(source), '@id': id, mainEntityOfPage: { '@id': page } },
  )
}

function workOf(source: Source): Thing {
  const [type, whole] = types[source.type]
  const isBook = type === 'Book'
  return {
    '@type': type,
    name: source.title,
    alternateName: source['title-short'],
    author: agentsOf(source.author),
    // The editor of a chapter is the book’s.
    ...(whole === 'Book' ? {} : editorsOf(source)),
    translator: agentsOf(source.translator),
    datePublished: firstDay(source.issued),
    publisher: whole === 'Book' ? undefined : publisherOf(source),
    isbn: isBook ? source.ISBN : undefined,
    bookEdition: isBook ? source.edition : undefined,
    pagination: ['Chapter', 'Article', 'ScholarlyArticle', 'NewsArticle'].includes(type) ? source.page : undefined,
    numberOfPages: isBook && /^\d+$/u.test(source['number-of-pages'] ?? '') ? Number(source['number-of-pages']) : undefined,
    director: type === 'Movie' ? agentsOf(source.director) : undefined,
    genre: source.genre,
    creativeWorkStatus: source.status,
    inLanguage: source.language,
    isPartOf: whole && wholeOf(source, whole),
    url: source.URL,
    sameAs: source.DOI && addressOfDoi(source.DOI),
    identifier: source.DOI && { '@type': 'PropertyValue', propertyID: 'DOI', value: source.DOI },
    description: source.note,
    ...originalOf(source, isBook ? 'Book' : 'CreativeWork'),
  }
}

/** schema.org’s editors are persons; a body that edits is one that contributes. */
function editorsOf({ editor = [] }: Source): Partial<Thing> {
  const [persons, bodies] = [editor.filter((name) => 'family' in name), editor.filter((name) => 'literal' in name)]
  return { editor: persons.length > 0 ? agentsOf(persons) : undefined, contributor: bodies.length > 0 ? agentsOf(bodies) : undefined }
}

/** The periodical with volume and issue, or the book or site. */
function wholeOf(source: Source, type: string): Thing | undefined {
  const name = source['container-title']
  if (!name) return undefined
  if (type === 'Book') return { '@type': type, name, ...editorsOf(source), isbn: source.ISBN, publisher: publisherOf(source) }
  const whole = { '@type': type, name }
  const volume = source.volume ? { '@type': 'PublicationVolume', volumeNumber: source.volume, isPartOf: whole } : whole
  return source.issue ? { '@type': 'PublicationIssue', issueNumber: source.issue, isPartOf: volume } : volume
}

/** What a translation or a later edition is one of, as far as it is known. */
function originalOf(source: Source, type: string): Partial<Thing> {
  const [title, date] = [source['original-title'], firstDay(source['original-date'])]
  if (!title && !date) return {}
  const original = { '@type': type, name: title, datePublished: date }
  return source.translator ? { translationOfWork: original } : { exampleOfWork: original }
}

const publisherOf = (source: Source): Thing | undefined =>
  source.publisher
    ? {
        '@type': 'Organization',
        name: source.publisher,
        location: source['publisher-place'] && { '@type': 'Place', name: source['publisher-place'] },
      }
    : undefined

/** schema.org’s dates are no ranges. */
const firstDay = (date: WorkDate | undefined) => plainDays(date)[0]
