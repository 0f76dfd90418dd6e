import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startOfFile } from '../diagnostics/diagnostic.ts'
import { wordsOf } from '../locales/words.ts'
import { checkDate } from '../manuscript/dates.ts'
import type { CalendarDate, WrittenDate } from '../model/calendar-date.ts'
import { showDate, showSpan, textOfDate } from './shown-dates.ts'

const words = wordsOf({ language: 'en-GB' })

const bothCalendars = { withYear: false, inBothCalendars: true }
const bothCalendarsAndYear = { withYear: true, inBothCalendars: true }
const oneCalendar = { withYear: false, inBothCalendars: false }
const oneCalendarAndYear = { withYear: true, inBothCalendars: false }

const text = (written: WrittenDate, style: typeof bothCalendars) => textOfDate(showDate(dateOf(written), words, style))
const span = (start?: WrittenDate, end?: WrittenDate) => showSpan(start && dateOf(start), end && dateOf(end), words)

test('the first mention of a day stands in both calendars', () => {
  assert.equal(text({ julian: '1917-10-25' }, bothCalendars), '25 October (7 November)')
  assert.equal(text({ julian: '1917-10-25' }, bothCalendarsAndYear), '25 October (7 November) 1917')
})

test('a further mention stands in the calendar of the text', () => {
  assert.equal(text({ julian: '1917-10-25' }, oneCalendar), '25 October')
  assert.equal(text({ julian: '1917-10-25' }, oneCalendarAndYear), '25 October 1917')
})

test('a day given in new style alone has no old style', () => {
  assert.equal(text({ gregorian: '1924-01-21' }, bothCalendarsAndYear), '21 January 1924')
})

test('where the two calendars are in different years each has its own', () => {
  assert.equal(text({ julian: '1917-12-19' }, bothCalendars), '19 December 1917 (1 January 1918)')
  assert.equal(text({ julian: '1917-12-19' }, oneCalendar), '19 December')
})

test('29 February old style is printed in a year that has none in new style', () => {
  assert.equal(text({ julian: '1900-02-29' }, bothCalendarsAndYear), '29 February (13 March) 1900')
})

test('a month has its year and one calendar, a year is a number', () => {
  assert.equal(text({ julian: '1903-08' }, bothCalendars), 'August 1903')
  assert.equal(text({ gregorian: '1922' }, bothCalendars), '1922')
})

test('a date that is only about right says so', () => {
  assert.equal(text({ julian: '1917-10-25', approximate: true }, bothCalendars), 'about 25 October (7 November)')
  assert.equal(text({ gregorian: '1903-08', approximate: true }, oneCalendar), 'about August 1903')
  assert.equal(text({ gregorian: '1870', approximate: true }, oneCalendar), 'about 1870')
})

test('the new style is at hand where the text gives one calendar alone, with its year where that is another', () => {
  assert.equal(showDate(dateOf({ julian: '1917-10-25' }), words, oneCalendar).newStyle, '7 November')
  assert.equal(showDate(dateOf({ julian: '1917-12-19' }), words, oneCalendar).newStyle, '1 January 1918')
  assert.equal(showDate(dateOf({ gregorian: '1924-01-21' }), words, oneCalendar).newStyle, undefined)
  assert.equal(showDate(dateOf({ julian: '1903-08' }), words, oneCalendar).newStyle, undefined)
})

test('machines read the new style', () => {
  assert.equal(showDate(dateOf({ julian: '1917-10-25' }), words, oneCalendar).datetime, '1917-11-07')
  assert.equal(showDate(dateOf({ julian: '1917-12-19' }), words, bothCalendars).datetime, '1918-01-01')
})

test('dates speak the language of the series', () => {
  assert.equal(
    textOfDate(showDate(dateOf({ julian: '1917-10-25' }), wordsOf({ language: 'de' }), bothCalendarsAndYear)),
    '25. Oktober (7. November) 1917',
  )
})

test('a span goes from one date to another', () => {
  assert.equal(span({ julian: '1917-02-27' }, { gregorian: '1924' }), '27 February (12 March) 1917 – 1924')
  assert.equal(span({ gregorian: '1870-04-22' }, { gregorian: '1924-01-21' }), '22 April 1870 – 21 January 1924')
})

test('a span with one end says which', () => {
  assert.equal(span({ gregorian: '1903' }), 'from 1903')
  assert.equal(span(undefined, { gregorian: '1924' }), 'until 1924')
  assert.equal(span(), undefined)
})

test('a span that ends when it begins is one date', () => {
  assert.equal(span({ gregorian: '1917' }, { gregorian: '1917' }), '1917')
})

function dateOf(written: WrittenDate): CalendarDate {
  const checked = checkDate(written, undefined, 'timeline.yaml', startOfFile)
  assert.ok('date' in checked)
  return checked.date
}

test('a year stands where its language has it', () => {
  const inBoth = (language: string) =>
    textOfDate(showDate(dateOf({ julian: '1917-10-25' }), wordsOf({ language }), { withYear: true, inBothCalendars: true }))
  assert.equal(inBoth('ja'), '1917年10月25日 (11月7日)')
  assert.equal(inBoth('ru'), '25 октября (7 ноября) 1917')
  assert.equal(
    textOfDate(showDate(dateOf({ gregorian: '1917' }), wordsOf({ language: 'zh' }), { withYear: true, inBothCalendars: true })),
    '1917年',
  )
})

test('a year before 1000 is written as it is said', () => {
  assert.equal(text({ gregorian: '0044' }, bothCalendars), '44')
  assert.equal(text({ gregorian: '0476-09' }, bothCalendars), 'September 476')
})
