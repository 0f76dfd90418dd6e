import type { Term } from '../model/series.ts'

/** For each term all that it is a part of, directly or by way of others (`skos:broaderTransitive`), by their ids. */
export function broaderThan(terms: readonly Term[]): ReadonlyMap<string, ReadonlySet<string>> {
  const wholes = new Map(
    terms.map(({ id, relations }) => [
      id,
      relations.filter(({ type, isInverse }) => type === 'part-of' && !isInverse).map(({ term }) => term),
    ]),
  )
  return new Map(
    terms.map(({ id }) => {
      const found = new Set(wholes.get(id))
      for (const whole of found) for (const next of wholes.get(whole) ?? []) found.add(next)
      return [id, found]
    }),
  )
}
