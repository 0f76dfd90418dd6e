/** What `add` adds. */
export const entryKinds = ['part', 'term', 'source', 'event', 'place'] as const

export type EntryKind = (typeof entryKinds)[number]
