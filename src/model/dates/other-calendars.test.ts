import assert from 'node:assert/strict'
import { test } from 'node:test'
import { gregorianOf } from './calendars.ts'
import { gregorianOfOther, nameOfOther, type OtherCalendar, readOtherDate } from './other-calendars.ts'

const gregorian = (typed: string, calendar: OtherCalendar) => {
  const read = readOtherDate(typed, calendar)
  return 'dates' in read ? gregorianOfOther(read.dates, calendar) : undefined
}

/** Days of history with their dates in both calendars, from printed concordances and the tables of Reingold and Dershowitz. */
const known: readonly (readonly [OtherCalendar, string, string])[] = [
  ['republican', '1 vendémiaire an I', '1792-09-22'],
  ['republican', '9 thermidor an II', '1794-07-27'],
  ['republican', '1 Prairial 3', '1795-05-20'],
  ['republican', '27 messidor VII', '1799-07-15'],
  ['republican', '18 brumaire an VIII', '1799-11-09'],
  ['republican', '11-13-06', '1803-09-23'],
  ['republican', '11 frimaire an XIII', '1804-12-02'],
  ['republican', '14-04-10', '1805-12-31'],
  ['republican', '26 floréal an 79', '1871-05-16'],
  ['hebrew', '10 Tishrei 5734', '1973-10-06'],
  ['hebrew', '5 Iyar 5708', '1948-05-14'],
  ['hebrew', '5752-adar-ii-12', '1992-03-17'],
  ['hebrew', '5784-adar-i-06', '2024-02-15'],
  ['hebrew', '5 Av 5854', '2094-07-18'],
  ['hebrew', '5 באייר 5708', '1948-05-14'],
  ['islamic', '6 Dhu al-Hijja 1364', '1945-11-12'],
  ['islamic', '13 Ramadan 1412', '1992-03-17'],
  // The epoch, and the fall of Constantinople, by their Julian days.
  ['islamic', '1 Muharram 1', gregorianOf('0622-07-16')],
  ['islamic', '20 Jumada al-Ula 857', gregorianOf('1453-05-29')],
]

for (const [calendar, typed, day] of known)
  test(`${typed} (${calendar}) is ${day}`, () => {
    assert.equal(gregorian(typed, calendar), day)
    const read = readOtherDate(typed, calendar)
    const name = 'dates' in read ? read.dates.map((date) => nameOfOther(date, calendar)).join('/') : ''
    assert.equal(gregorian(name, calendar), day, `and so is ${name}`)
  })

test('a month or a year of another calendar is a span of days', () => {
  assert.equal(gregorian('an VIII', 'republican'), '1799-09-23/1800-09-22')
  assert.equal(gregorian('brumaire an VIII', 'republican'), '1799-10-23/1799-11-21')
  assert.equal(gregorian('5708', 'hebrew'), '1947-09-15/1948-10-03')
  assert.equal(gregorian('Iyar 5708', 'hebrew'), '1948-05-10/1948-06-07')
  assert.equal(gregorian('1367-07-05/1367-07-10', 'islamic'), '1948-05-14/1948-05-19')
})

test('months are known by every name that the program and its neighbours have for them', () => {
  for (const month of ['ramadan', 'Ramaḍān', 'Ramadhan', 'رمضان', 'рамадан', 'Ramazan'])
    assert.equal(gregorian(`1 ${month} 1445`, 'islamic'), '2024-03-11', month)
  for (const month of ['brumaire', 'Brumaire', 'brumario', 'брюмера', 'brumaio', 'Μπρυμαίρ'])
    assert.equal(gregorian(`18 ${month} VIII`, 'republican'), '1799-11-09', month)
  for (const month of ['Heshvan', 'Cheshvan', 'Marḥeshvan', 'חשוון', 'Hešvan'])
    assert.equal(gregorian(`1 ${month} 5784`, 'hebrew'), '2023-10-16', month)
})

test('what a calendar does not have is none of its dates', () => {
  for (const [typed, calendar] of [
    ['4-13-06', 'republican'],
    ['31 brumaire VIII', 'republican'],
    ['20-01-01', 'republican'],
    ['6 Adar 5784', 'hebrew'],
    ['6 Adar I 5783', 'hebrew'],
    ['30 Tevet 5784', 'hebrew'],
    ['1445-13-01', 'islamic'],
    ['30 Safar 1445', 'islamic'],
  ] as const)
    assert.equal(gregorian(typed, calendar), undefined, typed)
})

test('the months of the Hebrew year are not counted, for there are two ways to count them', () => {
  assert.match(JSON.stringify(readOtherDate('5708-08-05', 'hebrew')), /with the name of the month/u)
})
