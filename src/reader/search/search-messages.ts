import { count } from '../../model/counts.ts'
import type { Answer } from './rank-results.ts'
import { element } from './search-results.ts'
import type { UnitHits } from './search-units.ts'

/** What is said of the results, and heard by who does not see them. */
export function messageOf({ query, units, isPartial, offers }: Answer, found: number): string {
  if (found === 0) return `Nothing found for “${query}”.${offers.length > 0 ? ' See the suggestions below.' : ''}`
  const remarks = [...units.map(remarkOn), isPartial ? 'No passage contains all of these words; these contain some of them.' : '']
  return [`${count(found, 'result')} for “${query}”.`, ...remarks.filter(Boolean)].join(' ')
}

function remarkOn({ unit, as, others }: UnitHits): string {
  if (as === 'spelt') return `“${unit.text}” is spelled differently here.`
  return as === 'begun' ? `No exact match for “${unit.text}”; showing ${others.map((word) => `“${word}”`).join(', ')}.` : ''
}

/** The nearest words that exist, for words that do not; and the related ones that the series names. */
export const offersOf = ({ offers, related }: Answer, ask: (query: string) => void): HTMLElement[] => [
  ...offers.map(({ unknown, nearest }) =>
    offer(
      `No match for “${unknown}”. Did you mean: `,
      nearest.map(({ word, query }) => [word, query]),
      ask,
    ),
  ),
  ...(related.length > 0
    ? [
        offer(
          'Related searches: ',
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
