import { count } from '../../model/counts.ts'
import type { Answer } from './rank-results.ts'
import { element } from './search-results.ts'
import type { UnitHits } from './search-units.ts'

/** What is said of the results, and heard by who does not see them. */
export function messageOf({ query, units, isPartial, offers }: Answer, found: number): string {
  if (found === 0) return `Nothing found for “${query}”.${offers.length > 0 ? ' Words like it are offered below.' : ''}`
  const remarks = [...units.map(remarkOn), isPartial ? 'No one place has all of these words; these have some of them.' : '']
  return [`${count(found, 'result')} for “${query}”.`, ...remarks.filter(Boolean)].join(' ')
}

function remarkOn({ unit, as, others }: UnitHits): string {
  if (as === 'spelt') return `The texts spell “${unit.text}” otherwise.`
  return as === 'begun' ? `The texts have no “${unit.text}”, but ${others.map((word) => `“${word}”`).join(', ')}.` : ''
}

/** The nearest words that exist, for words that do not; and the related ones that the series names. */
export const offersOf = ({ offers, related }: Answer, ask: (query: string) => void): HTMLElement[] => [
  ...offers.map(({ unknown, nearest }) =>
    offer(
      `The texts have no “${unknown}”. The nearest words they have: `,
      nearest.map(({ word, query }) => [word, query]),
      ask,
    ),
  ),
  ...(related.length > 0
    ? [
        offer(
          'Search also for: ',
          related.map((word) => [word, word]),
          ask,
        ),
      ]
    : []),
]

function offer(says: string, choices: readonly (readonly [word: string, query: string])[], ask: (query: string) => void): HTMLElement {
  const buttons = choices.map(([word, query]) => {
    const button = element('button', { type: 'button' }, word)
    button.addEventListener('click', () => ask(query))
    return button
  })
  return element('p', { class: 'search-offers' }, says, ...buttons.flatMap((button) => [button, ' ']))
}
