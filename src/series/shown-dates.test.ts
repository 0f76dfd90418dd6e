import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startOfFile } from '../diagnostics/diagnostic.ts'
import { wordsOf } from '../locales/words.ts'
import { checkDate } from '../manuscript/dates.ts'
import type { CalendarDate, WrittenDate } from '../model/dates/calendar-date.ts'
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

test('dates of all history are said in words', () => {
  const said = {
    '44-03-15 BC': '15 March 44 BC',
    '195X': '1950s',
    '18XX': '19th century',
    '00XX': '1st century',
    '-04XX': '5th century BC',
    '-005X': '60–51 BC',
    '1917-21': 'spring 1917',
    '1914/1918': '1914–1918',
    '264 BC/146 BC': '264–146 BC',
    '1914-07-28/1914-08-02': '28 July – 2 August 1914',
    '1914-07-28/1914-07-30': '28–30 July 1914',
    '1914-07/1918-11': 'July 1914 – November 1918',
    '1917/..': 'from 1917',
    '../1917': 'until 1917',
    '1917?': '1917?',
    '1914~/1918': 'about 1914 – 1918',
  }
  for (const [gregorian, words] of Object.entries(said)) assert.equal(text({ gregorian }, bothCalendarsAndYear), words)
  assert.equal(text({ gregorian: '1917', before: true }, bothCalendars), 'before 1917')
  assert.equal(text({ julian: '1917-10-25', after: true }, bothCalendarsAndYear), 'after 25 October (7 November) 1917')
  assert.equal(text({ julian: '1917-02-23/1917-02-27' }, bothCalendarsAndYear), '23–27 February (8–12 March) 1917')
  assert.equal(text({ julian: '44-03-15 BC' }, bothCalendarsAndYear), '15 March (13 March) 44 BC')
})

test('other calendars have the Gregorian day beside them, with both years', () => {
  assert.equal(text({ republican: '8-02-18' }, bothCalendars), '18 Brumaire Year VIII (9 November 1799)')
  assert.equal(text({ republican: '8-02-18' }, oneCalendar), '18 Brumaire')
  assert.equal(text({ republican: 'an VIII' }, bothCalendars), 'Year VIII (1799–1800)')
  assert.equal(text({ republican: '3-13-06' }, bothCalendars), 'Complementary Day 6 Year III (22 September 1795)')
  assert.equal(text({ hebrew: '5 Iyar 5708' }, bothCalendars), '5 Iyar 5708 (14 May 1948)')
  assert.equal(text({ islamic: 'Rajab 1367' }, bothCalendars), 'Rajab 1367 AH (10 May – 8 June 1948)')
})

test('each language says them in its own way', () => {
  const inAll = (written: WrittenDate, language: string) =>
    textOfDate(showDate(dateOf(written), wordsOf({ language }), bothCalendarsAndYear)).replace(/\s/gu, ' ')
  assert.equal(inAll({ republican: '8-02-18' }, 'fr'), '18 brumaire an VIII (9 novembre 1799)')
  assert.equal(inAll({ republican: '8-02-18' }, 'ru'), '18 брюмера VIII года (9 ноября 1799 г.)')
  assert.equal(inAll({ republican: '8-02-18' }, 'ja'), '共和暦8年霧月18日 (1799年11月9日)')
  assert.equal(inAll({ gregorian: '18XX' }, 'fr'), 'XIXe siècle')
  assert.equal(inAll({ gregorian: '18XX' }, 'de'), '19. Jahrhundert')
  assert.equal(inAll({ gregorian: '44 BC' }, 'de'), '44 v. Chr.')
  assert.equal(inAll({ gregorian: '44 BC' }, 'ar'), '44 ق.م')
  assert.equal(inAll({ gregorian: '195X' }, 'zh'), '1950年代')
  assert.equal(inAll({ gregorian: '../1917-10' }, 'ru'), 'до октября 1917 г.')
  assert.equal(inAll({ julian: '1917-10-25', before: true }, 'ja'), '1917年10月25日 (11月7日)より前')
  assert.equal(inAll({ islamic: '1367-07-05' }, 'ar'), '5 رجب 1367 هـ (14 مايو 1948)')
  assert.equal(inAll({ hebrew: '5 Iyar 5708' }, 'he'), 'ה׳ באייר תש״ח (14 במאי 1948)')
  assert.equal(inAll({ hebrew: '25 Tishri 5678' }, 'he'), 'כ״ה בתשרי תרע״ח (11 באוקטובר 1917)')
  assert.match(inAll({ hebrew: 'Iyar 5708' }, 'he'), /^אייר תש״ח \(/u)
  assert.match(inAll({ hebrew: '5708' }, 'he'), /^תש״ח \(/u)
})

test('only a day, month or year of the era is read by machines as a time', () => {
  const machine = (written: WrittenDate) => {
    const { datetime, edtf } = showDate(dateOf(written), words, bothCalendars)
    return [datetime, edtf]
  }
  assert.deepEqual(machine({ gregorian: '44' }), ['0044', undefined])
  assert.deepEqual(machine({ hebrew: '5 Iyar 5708' }), ['1948-05-14', undefined])
  assert.deepEqual(machine({ gregorian: '44 BC' }), [undefined, '-0043'])
  assert.deepEqual(machine({ gregorian: '1914/1918' }), [undefined, '1914/1918'])
  assert.deepEqual(machine({ gregorian: '19XX' }), [undefined, '19XX'])
  assert.deepEqual(machine({ gregorian: '1917', before: true }), [undefined, '[..1917]'])
})

test('a life is a span of such dates', () => {
  assert.equal(span({ julian: '63-09-23 BC' }, { julian: '14-08-19' }), '23 September (21 September) 63 BC – 19 August (17 August) 14')
  assert.equal(span({ gregorian: '470~ BC' }, { gregorian: '399 BC' }), 'about 470 BC – 399 BC')
})
