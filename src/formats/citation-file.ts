import { orcidAddress, type PersonName } from '../model/people.ts'
import type { Series } from '../model/series.ts'
import { isPublished, type Site, siteUrl } from './site-url.ts'

/**
 * `CITATION.cff` for the series (Citation File Format 1.2.0, https://citation-file-format.github.io).
 *
 * The format knows software and data sets only, and says of other works what to cite instead: so the file describes the
 * site as a data set, and names the series in `preferred-citation`. Values are written as JSON strings, which YAML reads.
 */
export function citationFile(series: Series, site: Site): string {
  const shared = [
    ...fieldsOf({ title: series.title }),
    ...peopleAs('authors', series.authors),
    ...fieldsOf({
      abstract: series.description,
      version: series.edition.version,
      'date-released': series.edition.date,
      url: isPublished(site) ? siteUrl('/', site) : undefined,
    }),
    ...licenceOf(series),
  ]
  const preferred = [
    'type: "book"',
    ...shared,
    ...peopleAs('editors', series.editors),
    ...peopleAs('translators', series.translators),
    ...(series.publisher ? ['publisher:', `  name: ${quote(series.publisher)}`] : []),
    `year: ${series.edition.date.slice(0, 4)}`,
    `month: ${Number(series.edition.date.slice(5, 7))}`,
  ]
  return `${[
    ...fieldsOf({
      'cff-version': '1.2.0',
      message: 'To cite a passage, use the citation its page offers; to cite the whole, these fields.',
      type: 'dataset',
    }),
    ...shared,
    'preferred-citation:',
    ...preferred.map((line) => `  ${line.replaceAll('\n', '\n  ')}`),
  ].join('\n')}\n`
}

/** A person or an entity, as the format has them. */
function peopleAs(field: string, people: readonly PersonName[] = []): string[] {
  if (people.length === 0) return []
  const fieldsOfOne = (person: PersonName) =>
    fieldsOf({
      ...('literal' in person ? { name: person.literal } : { 'family-names': person.family, 'given-names': person.given }),
      orcid: orcidAddress(person),
      website: person.url,
    })
  return [`${field}:`, ...people.map((person) => `  - ${fieldsOfOne(person).join('\n    ')}`)]
}

const quote = (text: string) => JSON.stringify(text)

const fieldsOf = (fields: Readonly<Record<string, string | undefined>>) =>
  Object.entries(fields).flatMap(([name, value]) => (value === undefined ? [] : `${name}: ${quote(value)}`))

/** The address is for licences that the SPDX list does not have. */
function licenceOf({ rights: { url } }: Series): string[] {
  const spdx = spdxOf(url)
  return fieldsOf(spdx ? { license: spdx } : { 'license-url': url })
}

/** The name of a Creative Commons licence in the SPDX list, by its address: “CC-BY-SA-4.0”. */
const spdxOf = (url: string) => {
  const [, kind, version] = /creativecommons\.org\/licenses\/([a-z-]+)\/(\d\.\d)\/?$/u.exec(url) ?? []
  return kind && version ? `CC-${kind.toUpperCase()}-${version}` : undefined
}
