import { diagnose } from '../../diagnostics/diagnostic.ts'
import { typedDate } from '../../model/dates/calendar-date.ts'
import { matchesIn } from '../matches-in.ts'
import { attributesOf, spanOf } from '../nodes.ts'
import { construct } from './construct.ts'

/** A date: `<CalendarDate julian="1917-10-25"/>`. All dates of a document are counted together. */
export const calendarDate = construct('CalendarDate', {
  stem: () => 'date',
  words: (typed, ordinal, own) => ({ kind: 'date', ordinal, written: typedDate(typed), ...own }),
  // The other calendar stands beside the first date of that day that the program words.
  shows: (element) => (element.children.length === 0 ? typedDate(attributesOf(element)) : undefined),
  facts: ({ year, ...written }, { node, ordinal, isFirst, spot }) => ({
    dates: [{ written, ordinal, withYear: year === true, isFirst, spot, span: spanOf(node) }],
  }),
  advise: ({ tree, file, months }) => {
    const month = `(?:${months.join('|')})`
    const inWords = new RegExp(`\\b\\d{1,2}(?:st|nd|rd|th)? ${month}\\b|\\b${month} \\d{1,2}\\b(?!\\d)`, 'gu')
    return matchesIn(tree, file, inWords, 'CalendarDate').map(({ found, span }) => diagnose('date-unmarked', file.path, span, { found }))
  },
})
