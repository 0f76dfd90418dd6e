import type { Words } from '../locales/words.ts'
import type { Document } from '../manuscript/read-manuscript.ts'
import type { CalendarDate, WrittenDate } from '../model/dates/calendar-date.ts'
import type { TermFile } from '../model/files/term-file.ts'
import type { Relation } from '../model/series.ts'

/** The relations of one term: those its entry states, then the inverses of those that other entries state with it. */
export function relationsOf(
  id: string,
  terms: readonly Document<TermFile>[],
  dateOf: (written: WrittenDate) => CalendarDate,
  words: Words,
): Relation[] {
  return terms.flatMap((document) =>
    document.file.relations.flatMap(({ type, term, note, date }): Relation[] => {
      if (document.id !== id && term !== id) return []
      const about = { type, ...(note && { note }), ...(date && { date: dateOf(date) }) }
      if (document.id === id) return [{ ...about, says: words.say(`relations.${type}`), isInverse: false, term }]
      return [{ ...about, says: words.say(`inverseRelations.${type}`), isInverse: true, term: document.id }]
    }),
  )
}
