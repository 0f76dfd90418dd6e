import type { Series, Term } from '../../model/series.ts'
import { identifierUrls } from '../identifiers.ts'
import { type Site, siteUrl } from '../site-url.ts'
import { type Graph, graphOf, seriesId, termId, termSetId } from './graph.ts'

/** The glossary with the names of its terms, which are described on their own pages: for the list of them. */
export function glossaryGraph(series: Series, site: Site): Graph {
  return graphOf({
    '@type': 'DefinedTermSet',
    '@id': termSetId(site),
    name: `Glossary: ${series.title}`,
    url: siteUrl('/glossary/', site),
    inLanguage: series.language,
    license: series.rights.url,
    isPartOf: { '@id': seriesId(site) },
    hasDefinedTerm: series.terms.map(({ href }) => ({ '@id': termId(href, site) })),
    encoding: { '@type': 'MediaObject', contentUrl: siteUrl('/glossary.skos.jsonld', site), encodingFormat: 'application/ld+json' },
  })
}

/** A term: for its page. */
export function termGraph(term: Term, site: Site): Graph {
  const names = new Set([term.label, ...term.aliases, ...term.native.flatMap(({ text, latin }) => [text, latin ?? text])])
  names.delete(term.name)
  return graphOf({
    '@type': 'DefinedTerm',
    '@id': termId(term.href, site),
    name: term.name,
    alternateName: [...names],
    termCode: term.id,
    description: term.definition,
    url: siteUrl(term.href, site),
    inDefinedTermSet: { '@id': termSetId(site) },
    sameAs: identifierUrls(term.identifiers),
  })
}
