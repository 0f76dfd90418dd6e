import { expect, test } from 'playwright/test'
import { mistakesOn } from '../builds/check-pages.ts'
import { cardsOf, filesOf, pageTypesOf, sites } from '../support/sites.ts'

for (const site of sites) {
  // Pages of every type; `check:long` has all pages.
  test(`the HTML of pages of every type, of cards and of the single file is valid, in ${site.name}`, async () => {
    const singleFiles = filesOf(site).filter((path) => /^\/downloads\/(?!index\.).*\.html$/u.test(path))
    expect(singleFiles.length).toBeGreaterThan(0)
    const kinds = Map.groupBy(cardsOf(site), (card) => card.split('/')[1])
    const cards = [...kinds.values()].flatMap((some) => some.slice(0, 3))
    expect(await mistakesOn(site, [...pageTypesOf(site, 8), ...cards, ...singleFiles])).toEqual([])
  })
}
