import type { SearchRecord } from './records.ts'

/**
 * Records in groups, in their order: those of each part, all terms, all sources, all events, all places, those of each
 * page. What is made of a group
 * is kept from build to build, so that an edit in one part makes that of no other anew.
 */
export function groupsOf<R extends Pick<SearchRecord, 'kind' | 'url'>>(records: readonly R[]): R[][] {
  return [
    ...Map.groupBy(records, ({ kind, url }) => (kind === 'part' || kind === 'note' || kind === 'page' ? url.split('#')[0] : kind)).values(),
  ]
}
