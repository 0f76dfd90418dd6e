import { expect, test } from 'playwright/test'
import { type Name, seriesOf, sites } from '../support/sites.ts'
import { type Creator, getPageFacts, itemsOf } from './zotero.ts'

const creatorOf = ({ family, given, literal, ...name }: Name): Creator => ({
  lastName: literal ?? [name['non-dropping-particle'], family].filter(Boolean).join(' '),
  ...(given && { firstName: given }),
})
const namesOf = (creators: readonly Creator[]) => creators.map(({ lastName, firstName }) => ({ lastName, ...(firstName && { firstName }) }))

for (const site of sites) {
  const series = seriesOf(site)

  for (const part of series.parts) {
    test(`Zotero finds ${part.href} of ${site.name} as one item: who, what, when, where, in which series`, async ({ page }) => {
      await page.goto(site.address + part.href)
      const { translator, items } = itemsOf(await page.evaluate(getPageFacts))
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
      expect(await page.locator('meta[name="citation_reference"]').count()).toBe(new Set(part.citations.map(({ source }) => source)).size)
    })
  }

  test(`Zotero finds every work in the list of sources of ${site.name}`, async ({ page }) => {
    await page.goto(`${site.address}/sources/`)
    const { translator, items } = itemsOf(await page.evaluate(getPageFacts))
    expect(translator).toBe('COinS')
    expect(items.map(({ title }) => title).sort()).toEqual(series.sources.map(({ title }) => title).sort())
    for (const source of series.sources) {
      const found = items.filter(({ title, date }) => title === source.title && date === source.issued?.split('/')[0])
      expect(
        found.map(({ creators }) => namesOf(creators)).filter((names) => JSON.stringify(names) === JSON.stringify((source.author ?? []).map(creatorOf))),
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

  test(`Zotero finds one work on the page of a source of ${site.name}, and its date`, async ({ page }) => {
    for (const source of series.sources.slice(0, 5)) {
      await page.goto(site.address + source.href)
      const { translator, items } = itemsOf(await page.evaluate(getPageFacts))
      expect(translator).toBe('COinS')
      expect(items.map(({ title, date }) => ({ title, date }))).toEqual([{ title: source.title, date: source.issued?.split('/')[0] }])
    }
  })
}
