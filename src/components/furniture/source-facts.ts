import type { TextKey } from '../../locales/catalogue.ts'
import { rowOf } from '../../locales/row.ts'
import type { Words } from '../../locales/words.ts'
import type { WorkDate } from '../../model/dates/edtf.ts'
import { nameFields } from '../../model/files/source-file.ts'
import { fullName } from '../../model/names.ts'
import type { Source } from '../../model/series.ts'

/** What is known of a work that citations in most styles leave out, in words for its page. */
export function factsOf(source: Source, words: Words): { readonly name: string; readonly value: string }[] {
  const row = (...things: readonly (string | number | undefined)[]) => rowOf(things.filter(Boolean).map(String), words.language)
  const facts: readonly (readonly [key: TextKey, value: string | undefined])[] = [
    [
      'sources.contributors',
      row(...nameFields.filter((field) => !named.has(field)).flatMap((field) => source[field]?.map(fullName) ?? [])),
    ],
    ['sources.genre', source.genre],
    ['sources.medium', row(source.medium, source.dimensions, source.scale)],
    ['sources.collection', row(source['collection-title'], source['collection-number'])],
    ['sources.event', row(source['event-title'], source['event-place'])],
    // From the archive down to the folder.
    ['sources.archive', row(source.archive, source['archive-place'], source.archive_collection, source.archive_location)],
    ['sources.shelfMark', source['call-number']],
    ['sources.status', source.status],
    ['sources.accessed', inWords(source.accessed, words)],
  ]
  return facts.flatMap(([key, value]) => (value ? [{ name: words.say(key as 'sources.archive'), value }] : []))
}

/** Those whom every citation names. */
const named: ReadonlySet<string> = new Set(['author', 'editor', 'translator', 'reviewed-author', 'original-author'])

const inWords = (date: WorkDate | undefined, words: Words) =>
  typeof date === 'object' ? date.literal : date !== undefined && /^\d{4}-\d{2}-\d{2}$/u.test(date) ? words.day(date) : date
