import { wordsOf } from '../locales/words.ts'
import { type RelationType, relationTypes, type TermKind } from '../model/files/term-file.ts'
import type { Series, Term } from '../model/series.ts'
import { identifierUrls } from './identifiers.ts'
import { termId, termSetId, workId } from './schema-org/graph.ts'
import { isPublished, type Site, siteUrl } from './site-url.ts'
import { broaderThan } from './skos-hierarchy.ts'
import { labelsOf } from './skos-labels.ts'

/**
 * The glossary in SKOS (W3C Recommendation, 2009), as JSON-LD with its context in it. See decision 34.
 *
 * “Part of” is the hierarchy. The other relations have properties of their own, defined in the same document as kinds of
 * `skos:semanticRelation`; where the hierarchy does not already join the two terms, they are `skos:related` as well, for
 * programs that know SKOS alone. The terms of a kind are a collection. Where nobody has said where the site lives, all
 * names in it are relative to the place of the document (JSON-LD 1.1, §4.1.3 and §4.1.4).
 */
export function skosOf(series: Series, site: Site): object {
  return {
    '@context': contextOf(series, site),
    '@graph': [schemeOf(series, site), ...collectionsOf(series, site), ...relationPropertiesOf(series, site), ...conceptsOf(series, site)],
  }
}

type Node = Readonly<Record<string, unknown>>

const namesOnly = (property: string) => ({ '@id': property, '@type': '@id' })
const inLanguages = (property: string) => ({ '@id': property, '@container': '@language' })

function contextOf(series: Series, site: Site): Node {
  const types = [...new Set([...relationTypes, ...series.terms.flatMap(({ relations }) => relations.map(({ type }) => type))])].filter(
    (type) => !hasSkosName(type),
  )
  return {
    skos: 'http://www.w3.org/2004/02/skos/core#',
    dcterms: 'http://purl.org/dc/terms/',
    rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
    rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
    ...(isPublished(site) ? { here: siteUrl('/glossary.skos.jsonld#', site) } : { '@vocab': '#' }),
    ConceptScheme: 'skos:ConceptScheme',
    Concept: 'skos:Concept',
    Collection: 'skos:Collection',
    Property: 'rdf:Property',
    title: inLanguages('dcterms:title'),
    license: namesOnly('dcterms:license'),
    hasVersion: 'dcterms:hasVersion',
    source: namesOnly('dcterms:source'),
    label: inLanguages('rdfs:label'),
    subPropertyOf: namesOnly('rdfs:subPropertyOf'),
    domain: namesOnly('rdfs:domain'),
    range: namesOnly('rdfs:range'),
    ...Object.fromEntries(
      ['prefLabel', 'altLabel', 'hiddenLabel', 'definition', 'historyNote'].map((name) => [name, inLanguages(`skos:${name}`)]),
    ),
    ...Object.fromEntries(
      ['inScheme', 'hasTopConcept', 'topConceptOf', 'member', 'broader', 'narrower', 'related', 'exactMatch'].map((name) => [
        name,
        namesOnly(`skos:${name}`),
      ]),
    ),
    notation: 'skos:notation',
    ...Object.fromEntries(types.map((type) => [type, isPublished(site) ? namesOnly(own(type, site)) : { '@type': '@id' }])),
  }
}

/** A name that this document defines itself. */
const own = (name: string, site: Site) => (isPublished(site) ? `here:${name}` : `#${name}`)

function schemeOf(series: Series, site: Site): Node {
  return {
    '@id': termSetId(site),
    '@type': 'ConceptScheme',
    title: { [series.language]: `${wordsOf(series).say('site.glossary')}: ${series.title}` },
    license: series.rights.url,
    hasVersion: series.edition.version,
    hasTopConcept: series.terms.filter(isTop).map(({ href }) => termId(href, site)),
  }
}

function collectionsOf(series: Series, site: Site): Node[] {
  const { terms, language } = series
  const kinds = [...Map.groupBy(terms, ({ kind }) => kind)] as [TermKind, Term[]][]
  return kinds.map(([kind, members]) => ({
    '@id': own(kind, site),
    '@type': 'Collection',
    prefLabel: { [language]: wordsOf(series).say(`termKinds.${kind}`) },
    member: members.map(({ href }) => termId(href, site)),
  }))
}

/** SKOS has its own names for these. */
const hasSkosName = (type: RelationType) => type === 'part-of' || type === 'see-also'

const relationPropertiesOf = (series: Series, site: Site): Node[] => {
  const { language, terms } = series
  const used = new Set(terms.flatMap(({ relations }) => relations.map(({ type }) => type)))
  return [...used]
    .filter((type) => !hasSkosName(type))
    .map((type) => ({
      '@id': own(type, site),
      '@type': 'Property',
      label: { [language]: wordsOf(series).say(`relations.${type}`) },
      subPropertyOf: 'skos:semanticRelation',
      domain: 'skos:Concept',
      range: 'skos:Concept',
    }))
}

function conceptsOf(series: Series, site: Site): Node[] {
  const hrefs = new Map(series.terms.map(({ id, href }) => [id, href]))
  const works = new Map(series.sources.map(({ id, href }) => [id, href]))
  const broader = broaderThan(series.terms)
  const name = (id: string) => termId(hrefs.get(id) ?? '', site)
  const isJoined = (a: string, b: string) => broader.get(a)?.has(b) || broader.get(b)?.has(a)
  return series.terms.map((term): Node => {
    const parts = (isInverse: boolean) => idsOf(term, ({ type, isInverse: inverse }) => type === 'part-of' && inverse === isInverse)
    const related = idsOf(term, ({ type, term: other }) => type !== 'part-of' && other !== term.id && !isJoined(term.id, other))
    const byType = Map.groupBy(
      term.relations.filter(({ type, isInverse }) => !hasSkosName(type) && !isInverse),
      ({ type }) => type,
    )
    return {
      '@id': termId(term.href, site),
      '@type': 'Concept',
      inScheme: termSetId(site),
      ...(isTop(term) && { topConceptOf: termSetId(site) }),
      notation: term.id,
      ...labelsOf(term, series.language),
      definition: { [series.language]: term.definition },
      ...historyOf(term, series.language),
      ...listed('broader', parts(false).map(name)),
      ...listed('narrower', parts(true).map(name)),
      ...listed('related', related.map(name)),
      ...Object.fromEntries([...byType].map(([type, relations]) => [type, relations.map(({ term: other }) => name(other))])),
      ...listed(
        'source',
        term.sources.map(({ source }) => workId(works.get(source) ?? '', site)),
      ),
      ...listed('exactMatch', identifierUrls(term.identifiers) ?? []),
    }
  })
}

const isTop = ({ relations }: Term) => !relations.some(({ type, isInverse }) => type === 'part-of' && !isInverse)

const idsOf = ({ relations }: Term, isWanted: (relation: Term['relations'][number]) => boolean) => [
  ...new Set(relations.filter(isWanted).map(({ term }) => term)),
]

const listed = (property: string, values: readonly string[]) => (values.length > 0 ? { [property]: values } : {})

function historyOf({ span, dateNote }: Term, language: string) {
  const text = [span, dateNote].filter(Boolean).join('. ')
  return text ? { historyNote: { [language]: text } } : {}
}
