import { expect, test } from 'playwright/test'
import { htmlOf, type Name, type Site, seriesOf, sites } from '../support/sites.ts'
import { type Creator, itemsOf, pageFactsOf } from './zotero.ts'

const creatorOf = ({ family, given, literal, ...name }: Name): Creator => ({
  lastName: literal ?? [name['non-dropping-particle'], family].filter(Boolean).join(' '),
  ...(given && { firstName: given }),
})
const factsOf = (site: Site, path: string) => pageFactsOf(htmlOf(site, path), site.address + path)
const namesOf = (creators: readonly Creator[]) => creators.map(({ lastName, firstName }) => ({ lastName, ...(firstName && { firstName }) }))

for (const site of sites) {
  const series = seriesOf(site)

  for (const part of series.parts) {
    test(`Zotero finds ${part.href} of ${site.name} as one item: who, what, when, where, in which series`, () => {
      const facts = factsOf(site, part.href)
      const { translator, items } = itemsOf(facts)
      expect(translator).toBe('Embedded Metadata')
      expect(items).toHaveLength(1)
      const [item] = items
      expect(item).toMatchObject({
        itemType: 'bookSection',
        title: part.title,
        date: series.edition.date.replaceAll('-', '/'),
        publicationTitle: series.title,
        language: series.language,
        abstractNote: part.description,
      })
      expect(namesOf(item?.creators ?? [])).toEqual(series.authors.map(creatorOf))
      expect(new URL(item?.url ?? '').pathname).toBe(part.href)
      // The page is full of links to sources; none of them is an item by itself.
      expect(facts.metas.filter(({ name }) => name === 'citation_reference')).toHaveLength(
        new Set(part.citations.map(({ source }) => source)).size,
      )
    })
  }

  test(`Zotero finds every work in the list of sources of ${site.name}`, () => {
    const { translator, items } = itemsOf(factsOf(site, '/sources/'))
    expect(translator).toBe('COinS')
    expect(items.map(({ title }) => title).sort()).toEqual(series.sources.map(({ title }) => title).sort())
    for (const source of series.sources) {
      const found = items.filter(({ title, date }) => title === source.title && date === source.issued?.split('/')[0])
      expect(
        found
          .map(({ creators }) => namesOf(creators))
          .filter((names) => JSON.stringify(names) === JSON.stringify((source.author ?? []).map(creatorOf))),
      ).toHaveLength(1)
      const [item] = found
      for (const [field, value] of [
        ['publisher', 'publisher'],
        ['ISBN', 'ISBN'],
        ['DOI', 'DOI'],
      ] as const) {
        const isPartOfJournal = item?.itemType === 'journalArticle' && field === 'publisher'
        if (source[value] && !isPartOfJournal) expect(found.map((each) => each[field])).toContain(source[value])
      }
      if (source['container-title']) expect(found.map(({ publicationTitle }) => publicationTitle)).toContain(source['container-title'])
    }
  })

  test(`Zotero finds one work on the page of a source of ${site.name}, and its date`, () => {
    for (const source of series.sources) {
      const { translator, items } = itemsOf(factsOf(site, source.href))
      expect(translator).toBe('COinS')
      expect(items.map(({ title, date }) => ({ title, date }))).toEqual([{ title: source.title, date: source.issued?.split('/')[0] }])
    }
  })
}
