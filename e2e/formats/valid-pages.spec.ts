import { expect, test } from 'playwright/test'
import { mistakesOn } from '../builds/check-pages.ts'
import { cardsOf, filesOf, pageTypesOf, sites, tinySite } from '../support/sites.ts'

for (const site of sites) {
  // Pages of every type; `check:long` has all pages, and the single file of the real series, which is megabytes.
  test(`the HTML of pages of every type, of cards and of a single file is valid, in ${site.name}`, async () => {
    const singleFiles = filesOf(tinySite).filter((path) => site === tinySite && /^\/downloads\/(?!index\.).*\.html$/u.test(path))
    expect(singleFiles).toHaveLength(site === tinySite ? 1 : 0)
    const kinds = Map.groupBy(cardsOf(site), (card) => card.split('/')[1])
    const cards = [...kinds.values()].flatMap((some) => some.slice(0, 2))
    expect(await mistakesOn(site, [...pageTypesOf(site, 3), ...cards, ...singleFiles])).toEqual([])
  })
}
