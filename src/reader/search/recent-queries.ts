import { say } from '../../locales/say.ts'
import { keep, kept } from '../choices/kept.ts'
import { offer } from './search-messages.ts'

const most = 6

/** What was asked before, the last first; whatever else stands in the storage is not ours. */
const recentQueries = (): string[] => {
  const stored = kept('queries')
  return Array.isArray(stored) ? stored.filter((query) => typeof query === 'string' && query.length < 200).slice(0, most) : []
}

/** Keeps on the device what a reader asked for and followed. */
export function keepRecent(query: string) {
  if (query && query.length < 200) keep('queries', [...new Set([query, ...recentQueries()])].slice(0, most))
}

/** Buttons that ask again. */
export function recentOffers(ask: (query: string) => void): HTMLElement[] {
  const queries = recentQueries()
  const choices = queries.map((query) => [query, query] as const)
  return queries.length > 0 ? [offer(`${say('site-search', 'recent')} `, choices, ask)] : []
}
