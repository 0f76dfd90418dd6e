import type { Words } from '../locales/words.ts'
import type { Document } from '../manuscript/read-manuscript.ts'
import type { CalendarDate, WrittenDate } from '../model/dates/calendar-date.ts'
import type { TermFile } from '../model/files/term-file.ts'
import type { Relation } from '../model/series.ts'

/** The relations of each term, in the order of the entries that state them: those of its own, and the inverses of those with it. */
export function relationsOf(
  terms: readonly Document<TermFile>[],
  dateOf: (written: WrittenDate) => CalendarDate,
  words: Words,
): ReadonlyMap<string, readonly Relation[]> {
  const relations = new Map(terms.map(({ id }) => [id, [] as Relation[]]))
  for (const { id, file } of terms) {
    for (const { type, term, note, date } of file.relations) {
      const about = { type, ...(note && { note }), ...(date && { date: dateOf(date) }) }
      relations.get(id)?.push({ ...about, says: words.say(`relations.${type}`), isInverse: false, term })
      if (term !== id) relations.get(term)?.push({ ...about, says: words.say(`inverseRelations.${type}`), isInverse: true, term: id })
    }
  }
  return relations
}
