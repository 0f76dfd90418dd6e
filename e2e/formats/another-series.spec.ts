import { expect, test } from 'playwright/test'
import { htmlOf, pagesOf, realSite, seriesOf, tinySite } from '../support/sites.ts'

test('with another manuscript the same program builds another publication, without a word of the first', () => {
  // Names of two words and more cannot be there by chance; of the rest, those that are plainly about the first.
  const names = seriesOf(realSite).terms.flatMap(({ name }) => (/\s/u.test(name) ? [name] : []))
  expect(names.length).toBeGreaterThan(20)
  const words = [
    'Russia',
    'Soviet',
    'Bolshevik',
    'Petrograd',
    'Lenin',
    'Trotsky',
    'revolution',
    'insurrection',
    seriesOf(realSite).title,
    ...names,
  ]
  const offences = pagesOf(tinySite).flatMap((page) => {
    const html = htmlOf(tinySite, page).toLowerCase()
    return words.filter((word) => html.includes(word.toLowerCase())).map((word) => `${page}: ${word}`)
  })
  expect(offences).toEqual([])
})
