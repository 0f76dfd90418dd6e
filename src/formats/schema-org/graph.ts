import type { SourceName } from '../../model/files/source-file.ts'
import { familyOf, fullName } from '../../model/names.ts'
import { orcidAddress, type PersonName } from '../../model/people.ts'
import type { Series } from '../../model/series.ts'
import { type Site, siteUrl } from '../site-url.ts'

/** A thing in the vocabulary of schema.org, in JSON-LD; a value that is undefined is not there. */
export type Thing = { readonly '@type': string; readonly '@id'?: string; readonly [property: string]: unknown }

/** Things as a JSON-LD document. All addresses in it are absolute, so that it means the same wherever the page is read. */
export type Graph = { readonly '@context': 'https://schema.org'; readonly '@graph': readonly Thing[] }

export const graphOf = (...things: readonly Thing[]): Graph => ({ '@context': 'https://schema.org', '@graph': things })

/** The text of a graph for a `<script>`, which no sequence in it can end. */
export const scriptText = (graph: Graph): string => JSON.stringify(graph).replaceAll('<', '\\u003c')

/** The names of things: each is described on its page, and there alone. */
export const seriesId = (site: Site): string => siteUrl('/#series', site)
export const partId = (href: string, site: Site): string => siteUrl(`${href}#part`, site)
export const workId = (href: string, site: Site): string => siteUrl(`${href}#work`, site)
export const termId = (href: string, site: Site): string => siteUrl(`${href}#term`, site)
export const termSetId = (site: Site): string => siteUrl('/glossary/#terms', site)

/** A person in parts, or a body, with where more is said of them. */
export function agentOf(name: SourceName | PersonName): Thing {
  const known = 'orcid' in name || 'url' in name ? { sameAs: orcidAddress(name), url: name.url } : {}
  if ('literal' in name) return { '@type': 'Organization', name: name.literal, ...known }
  const suffix = 'suffix' in name ? name.suffix : undefined
  return { '@type': 'Person', name: fullName(name), familyName: familyOf(name), givenName: name.given, honorificSuffix: suffix, ...known }
}

export const agentsOf = (names: readonly (SourceName | PersonName)[] | undefined) => names?.map(agentOf)

export const publisherOf = ({ publisher }: Series): Thing | undefined =>
  publisher ? { '@type': 'Organization', name: publisher } : undefined
