import { rowOf } from '../../locales/row.ts'
import { say } from '../../locales/say.ts'
import { sayCount } from '../../locales/say-count.ts'
import type { Answer } from './rank-results.ts'
import { element } from './search-results.ts'
import type { UnitHits } from './search-units.ts'

const host = 'site-search'

/**
 * What is said of the results, and heard by who does not see them.
 *
 * @param found how many are shown
 * @param more what is to be said of them besides
 */
export function messageOf({ query, units, isPartial, offers }: Answer, found: number, more: readonly string[]): string {
  if (found === 0) return [say(host, 'nothing', { query }), ...(offers.length > 0 ? [say(host, 'seeBelow')] : []), ...more].join(' ')
  const remarks = [...units.map(remarkOn), isPartial ? say(host, 'partial') : '', ...more]
  return [sayCount(document.querySelector(host), 'results', found, { query }), ...remarks.filter(Boolean)].join(' ')
}

function remarkOn({ unit, as, others }: UnitHits): string {
  if (as === 'spelt') return say(host, 'spelt', { word: unit.text })
  if (as !== 'begun') return ''
  return say(host, 'begun', {
    word: unit.text,
    others: rowOf(
      others.map((word) => say(host, 'quote', { words: word })),
      document.documentElement.lang,
    ),
  })
}

/** The nearest words that exist, for words that do not; and the related ones that the series names. */
export const offersOf = ({ offers, related }: Answer, ask: (query: string) => void): HTMLElement[] => [
  ...offers.map(({ unknown, nearest }) =>
    offer(
      `${say(host, 'didYouMean', { word: unknown })} `,
      nearest.map(({ word, query }) => [word, query]),
      ask,
    ),
  ),
  ...(related.length > 0
    ? [
        offer(
          `${say(host, 'related')} `,
          related.map((word) => [word, word]),
          ask,
        ),
      ]
    : []),
]

/** Words before buttons, each of which asks something. */
export function offer(
  says: string,
  choices: readonly (readonly [word: string, query: string])[],
  ask: (query: string) => void,
): HTMLElement {
  const buttons = choices.map(([word, query]) => {
    const button = element('button', { type: 'button' }, word)
    button.addEventListener('click', () => ask(query))
    return button
  })
  return element('p', { class: 'search-offers' }, says, ...buttons.flatMap((button) => [button, ' ']))
}
