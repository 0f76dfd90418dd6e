/** Ten queries to the real series and the kind of something that they must find. */
export const queries = [
  { query: 'Kadets', kind: 'term' },
  { query: 'Milrevcom', kind: 'term' },
  { query: 'ВРК', kind: 'term' },
  { query: 'Cirque Moderne', kind: 'part' },
  { query: 'Smolny', kind: 'part' },
  { query: 'Pipes', kind: 'source' },
  { query: 'Sukhanov', kind: 'source' },
  { query: 'Winter Palace', kind: 'event' },
  { query: 'show of hands', kind: 'note' },
  { query: 'insurrection', kind: 'part' },
  { query: 'prints as a handout', kind: 'page' },
] as const

/** The first of each kind. */
export const oneOfEachKind = queries.filter(({ kind }, i) => queries.findIndex((other) => other.kind === kind) === i)
