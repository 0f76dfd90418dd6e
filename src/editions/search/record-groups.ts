import { createHash } from 'node:crypto'
import type { SearchRecord } from './records.ts'

/** Records that stand beside each other, under a key that stands for all that is in them. */
export type RecordGroup = { readonly key: string; readonly records: readonly SearchRecord[] }

/**
 * Records in groups, in their order: those of each part, all terms, all sources, all events, all places, those of each
 * page. What is made of a group
 * is kept from build to build, so that an edit in one part makes that of no other anew.
 */
export function groupsOf(records: readonly SearchRecord[]): RecordGroup[] {
  const groups = Map.groupBy(records, ({ kind, url }) => (kind === 'part' || kind === 'note' || kind === 'page' ? url.split('#')[0] : kind))
  return [...groups.values()].map((group) => ({ key: digestOf(group), records: group }))
}

/** Groups of which what they have in common is kept: after an edit that of most is as it was. */
export const mostJoined = 32

/** Stands for plain data. */
export const digestOf = (data: object): string => createHash('sha256').update(JSON.stringify(data)).digest('hex')
