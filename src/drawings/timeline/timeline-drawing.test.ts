import assert from 'node:assert/strict'
import { test } from 'node:test'
import { wordsOf } from '../../locales/words.ts'
import type { CalendarDate } from '../../model/dates/calendar-date.ts'
import { dayOf } from '../../model/dates/calendars.ts'
import type { Event } from '../../model/series.ts'
import { drawTimeline } from './timeline-drawing.ts'
import { timelineFormats } from './timeline-formats.ts'
import { spanInWords, timelineSpan } from './timeline-span.ts'

const words = wordsOf({ language: 'en-GB' })

const event = (id: string, date: CalendarDate, title = `What happened at ${id}`): Event => ({
  id,
  href: `/timeline/#event-${id}`,
  date,
  shown: { datetime: date.gregorian, text: date.gregorian, isDual: false },
  title,
  text: '',
  kind: 'decision',
  terms: [],
  sources: [],
  toldIn: [],
})

const isoOf = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10)

/** Sixty events in a year of the old calendar, most of them in one month, two after the change, one long before. */
const crowded = {
  'new-calendar': '1918-02-14',
  events: [
    event('old', { precision: 'day', gregorian: '1898-03-13', julian: '1898-03-01' }),
    ...Array.from({ length: 60 }, (_, i): Event => {
      const julian = isoOf(dayOf('1917-03-05', 'gregorian') + (i < 17 ? i * 20 : 215 + Math.floor(i / 2)))
      const gregorian = isoOf(dayOf(julian, 'julian'))
      return event(
        String(i),
        { precision: 'day', gregorian, julian },
        i % 4 === 0 ? `The long name of event ${i}, which has to be set on two lines` : `Event ${i}`,
      )
    }),
    event('new', { precision: 'day', gregorian: '1918-02-20' }),
    event('year', { precision: 'year', gregorian: '1917' }),
  ],
}

const span = timelineSpan(crowded)
assert.ok(span)

test('the span is of whole months, without what lies years apart and what has no month', () => {
  assert.deepEqual([isoOf(span.from), isoOf(span.to)], ['1917-03-14', '1918-03-01'])
  assert.equal(span.events.length, 61)
  assert.equal(spanInWords(span, '7 events', words), '7 events, from March 1917 to February 1918')
})

for (const format of Object.values(timelineFormats)) {
  const drawing = drawTimeline(span, format, words)

  test(`${format.name}: every event is drawn once, in words or as a mark`, () => {
    const drawn = [...drawing.labels, ...drawing.marks].map(({ event: { id } }) => id)
    assert.deepEqual(drawn.sort(), span.events.map(({ event: { id } }) => id).sort())
    assert.ok(drawing.labels.length > 20)
  })

  test(`${format.name}: no two labels overlap, and all are inside the picture`, () => {
    for (const { box } of drawing.labels) {
      assert.ok(
        box.x >= 0 && box.x + box.width <= format.width && box.y >= drawing.top - 0.01 && box.y + box.height <= drawing.bottom + 0.01,
      )
      const overlapping = drawing.labels.filter(
        ({ box: other }) =>
          other !== box &&
          Math.min(box.x + box.width, other.x + other.width) > Math.max(box.x, other.x) &&
          Math.min(box.y + box.height, other.y + other.height) - Math.max(box.y, other.y) > 0.01,
      )
      assert.deepEqual(overlapping, [])
    }
  })

  test(`${format.name}: labels of one side stand in the order of their days`, () => {
    for (const side of format.sides) {
      const onSide = drawing.labels.filter((label) => label.side === side).sort((a, b) => a.tick - b.tick)
      for (const [i, { y }] of onSide.slice(1).entries()) assert.ok(y > (onSide[i]?.y ?? 0))
    }
  })

  test(`${format.name}: the old calendar ends where the new one comes, thirteen days ahead`, () => {
    const [old, now] = drawing.columns
    assert.equal(old?.calendar, 'julian')
    const ends = (old?.periods.at(-1)?.y ?? 0) + (old?.periods.at(-1)?.height ?? 0)
    assert.equal(ends, drawing.reform)
    const day = (drawing.bottom - drawing.top) / (span.to - span.from)
    assert.ok(Math.abs((old?.periods[1]?.y ?? 0) - (now?.periods[1]?.y ?? 0) - 13 * day) < 0.01)
    assert.equal(old?.periods[0]?.label?.includes('1917'), true)
  })
}

test('one calendar has one column', () => {
  const events = Array.from({ length: 8 }, (_, i) => event(String(i), { precision: 'day', gregorian: `1848-0${i + 1}-11` }))
  const alone = timelineSpan({ events })
  assert.ok(alone)
  const { columns, reform } = drawTimeline(alone, timelineFormats.wide, wordsOf({ language: 'de' }))
  assert.equal(reform, undefined)
  assert.deepEqual(
    columns.map(({ periods }) => periods.length),
    [8],
  )
  assert.equal(columns[0]?.periods[2]?.label, 'März')
})

test('events years apart are drawn on years, those dated with a year alone among them', () => {
  const events = ['1883', '1889', '1892-05', '1895', '1903-07-30', '1905-10-26'].map((gregorian) =>
    event(gregorian, { precision: (['year', 'month', 'day'] as const)[gregorian.split('-').length - 1] ?? 'day', gregorian }),
  )
  const long = timelineSpan({ events })
  assert.ok(long)
  assert.equal(long.months, 12)
  assert.equal(long.events.length, 6)
  assert.equal(spanInWords(long, '9 events', words), '9 events, from 1883 to 1905')
  assert.deepEqual(
    drawTimeline(long, timelineFormats.narrow, words).labels.map(({ date }) => date),
    ['1883', '1889', '1892', '1895', '1903', '1905'],
  )
})

test('there is no drawing of a handful of events', () => {
  assert.equal(timelineSpan({ events: crowded.events.slice(0, 4) }), undefined)
})

test('what is read from the right is the same drawing, mirrored', () => {
  for (const format of Object.values(timelineFormats)) {
    const left = drawTimeline(span, format, words)
    const right = drawTimeline(span, format, wordsOf({ language: 'he' }))
    assert.deepEqual(
      right.columns.map(({ calendar, x }) => [calendar, x]),
      left.columns.map(({ calendar, x }) => [calendar, format.width - format.column - x]),
    )
    const mirror = ({ box: { x, width } }: { box: { x: number; width: number } }) => format.width - x - width
    for (const label of right.labels) {
      const other = left.labels.find(({ event: { id } }) => id === label.event.id)
      assert.equal(other && mirror(other), label.box.x)
    }
    for (const mark of right.marks) assert.equal(format.width - mark.x, left.marks.find(({ event: { id } }) => id === mark.event.id)?.x)
  }
})

test('centuries, spans and years before the era have their places, their words and their lengths', () => {
  const dated = (id: string, date: CalendarDate, text: string): Event => ({ ...event(id, date), shown: { text, isDual: false } })
  const long = timelineSpan({
    events: [
      dated('pericles', { precision: 'century', gregorian: '-04XX' }, '5th century BC'),
      dated('punic', { precision: 'span', gregorian: '-0263/-0145' }, '264–146 BC'),
      dated('ides', { precision: 'day', gregorian: '-0043-03-13', julian: '-0043-03-15' }, '15 March 44 BC'),
      dated('fall', { precision: 'day', gregorian: '0476-09-04' }, '4 September 476'),
      dated('quarrel', { precision: 'year', gregorian: '1054', bound: 'before' }, 'before 1054'),
    ],
  })
  assert.ok(long)
  assert.deepEqual(
    long.events.map(({ event: { id } }) => id),
    ['pericles', 'punic', 'ides', 'fall'],
  )
  assert.equal(spanInWords(long, '5 events', words), '5 events, from 500 BC to 476')
  const drawing = drawTimeline(long, timelineFormats.wide, words)
  assert.deepEqual(drawing.labels.map(({ date }) => date).sort(), ['264–146 BC', '44 BC', '476', '5th century BC'])
  const [century = 0, wars = 0] = drawing.extents.map(({ height }) => height)
  assert.ok(Math.abs(century / wars - 100 / 119) < 0.01)
  assert.ok(drawing.format.title > timelineFormats.wide.title)
})
