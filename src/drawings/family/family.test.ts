import assert from 'node:assert/strict'
import { test } from 'node:test'
import { wordsOf } from '../../locales/words.ts'
import type { CalendarDate } from '../../model/dates/calendar-date.ts'
import type { RelationType } from '../../model/files/term-file.ts'
import type { Relation, Term } from '../../model/series.ts'
import { widthOf } from '../lettering.ts'
import { familyOf } from './family.ts'
import { drawFamilyBranches } from './family-branches.ts'
import { type Box, drawFamilyTree } from './family-tree.ts'
import { familyInWords } from './family-words.ts'

const words = wordsOf({ language: 'en-GB' })

const dateOf = (iso: string): CalendarDate => ({ precision: iso.length === 4 ? 'year' : 'month', gregorian: iso, julian: iso })

const related = (type: RelationType, term: string, when?: string, note?: string): Relation => ({
  says: words.say(`relations.${type}`),
  type,
  isInverse: false,
  term,
  ...(when && { date: dateOf(when) }),
  ...(note && { note }),
})

const term = (
  id: string,
  label: string,
  kind: Term['kind'],
  start: string | undefined,
  end: string | undefined,
  relations: Relation[] = [],
): Term => ({
  id,
  href: `/glossary/${id}/`,
  name: label,
  label,
  kind,
  sortKey: label,
  native: [],
  aliases: [],
  forms: [],
  ...(start && { start: dateOf(start) }),
  ...(end && { end: dateOf(end) }),
  definition: '',
  relations,
  sources: [],
  mentions: [],
  paragraphs: [],
  citations: [],
  clusters: [],
  dates: [],
})

/** Two families, one of them with every kind of tie, three loners, and entries that are no parties. */
const terms = [
  term('league', 'League', 'party', '1890', '1918'),
  term('guild', 'Guild', 'party', '1888', undefined, [related('part-of', 'league', undefined, 'until 1903')]),
  term('reds', 'Reds', 'party', '1903-08', '1952', [related('split-from', 'league', '1903-08'), related('opposed', 'blues')]),
  term('blues', 'Blues', 'party', '1903-08', '1922', [related('split-from', 'league', '1903-08')]),
  term('between', 'Committee Between the Two', 'party', '1913-11', '1917-08', [related('merged-into', 'reds', '1917-08')]),
  term('blue-left', 'Blue-Internationalists', 'faction', '1917-05', '1918', [related('part-of', 'blues')]),
  term('paper', 'Friends of the Newspaper', 'party', '1917-05', '1920', [related('split-from', 'league')]),
  term('red-left', 'Left Reds', 'faction', '1918-01', '1918-06', [related('part-of', 'reds')]),
  term('new-reds', 'New Reds', 'party', '1952', undefined, [related('predecessor', 'reds')]),
  term('farmers', 'Farmers', 'party', '1901', '1922'),
  term('left-farmers', 'Left Farmers', 'party', '1917', '1923', [related('split-from', 'farmers', '1917-11')]),
  term('lone', 'Lone', 'party', '1905', '1917', [related('led-by', 'anna')]),
  term('undated', 'Undated', 'faction', undefined, undefined),
  term('third', 'A Third with a Long Name', 'party', '1906', undefined),
  term('anna', 'Anna', 'person', '1870', '1924', [related('member-of', 'reds')]),
  term('congress', 'Congress', 'body', '1917', undefined, [related('successor', 'council')]),
  term('council', 'Council', 'body', '1918', undefined),
]
const found = familyOf(terms, words)
assert.ok(found)
const family = found

test('every party and faction is in the family once, and every tie is told once', () => {
  assert.deepEqual(family.apart.map(({ id }) => id).sort(), ['lone', 'third', 'undated'])
  assert.equal(family.members.length, 11)
  assert.deepEqual(
    familyInWords(family, words).map(({ label, says }) => `${label}: ${says}`),
    [
      'Guild: part of the League from 1890 (until 1903)',
      'Reds: split from the League, August 1903',
      'Blues: split from the League, August 1903',
      'Blue-Internationalists: part of the Blues from May 1917',
      'Friends of the Newspaper: split from the League, May 1917',
      'Committee Between the Two: merged into the Reds, August 1917',
      'Left Farmers: split from the Farmers, November 1917',
      'Left Reds: part of the Reds from January 1918',
      'New Reds: succeeded the Reds, 1952',
    ],
  )
})

test('without two related parties there is no family', () => {
  assert.equal(
    familyOf(
      terms.filter(({ kind }) => kind !== 'party'),
      words,
    ),
    undefined,
  )
  assert.equal(familyOf([], words), undefined)
})

for (const [name, { width, height, boxes, apart, ties }] of [
  ['wide', drawFamilyTree(family)],
  ['narrow', drawFamilyBranches(family)],
] as const) {
  const all = [...boxes, ...apart.boxes]

  test(`in the ${name} drawing every term has one box, inside the picture and clear of the others`, () => {
    assert.deepEqual(all.map(({ id }) => id).sort(), [...family.members, ...family.apart].map(({ id }) => id).sort())
    for (const box of all) {
      assert.ok(box.x >= 0 && box.y >= 0 && box.x + box.width <= width && box.y + box.height <= height, `${box.id} is outside`)
      for (const other of all) assert.ok(box === other || isClear(box, other), `${box.id} lies on ${other.id}`)
    }
  })

  test(`in the ${name} drawing every name and year fits its box, and a finger each box`, () => {
    for (const { label, lines, years, width: room, height: tall } of all) {
      assert.equal(lines.join(' ').replaceAll('- ', '-'), label)
      for (const line of lines) assert.ok(widthOf(line, 20) <= room - 10, `“${line}” is wider than its box`)
      assert.ok(widthOf(years, 16) <= room - 10)
      assert.ok(tall >= 24 && room >= 24)
    }
  })

  test(`in the ${name} drawing every tie has its line and its year`, () => {
    assert.equal(ties.length, family.ties.length)
    for (const tie of ties) {
      assert.equal(tie.year.text, tie.when.slice(0, 4))
      assert.equal(tie.head === undefined, tie.kind === 'part')
      const end = tie.year.x + (tie.year.anchor === 'start' ? 1 : -1) * widthOf(tie.year.text, 16)
      assert.ok(Math.min(end, tie.year.x) >= 0 && Math.max(end, tie.year.x) <= width, `the year of ${tie.from}–${tie.to} is outside`)
      const mark = { x: Math.min(end, tie.year.x), y: tie.year.y - 12, width: Math.abs(end - tie.year.x), height: 12 }
      for (const box of all) assert.ok(isClear(mark, box), `the year of ${tie.from}–${tie.to} lies on ${box.id}`)
    }
  })
}

test('time runs from top to bottom: no box stands above one that began in an earlier year', () => {
  const { boxes } = drawFamilyTree(family)
  for (const box of boxes) {
    for (const other of boxes) {
      if (box.start.slice(0, 4) < other.start.slice(0, 4)) assert.ok(box.y + box.height <= other.y, `${other.id} began after ${box.id}`)
    }
  }
})

test('no trunk runs through the box of another term', () => {
  const { boxes, trunks } = drawFamilyTree(family)
  for (const { id, path } of trunks) {
    const [x = 0, top = 0, bottom = 0] = (/^M([\d.]+),([\d.]+)V([\d.]+)$/u.exec(path) ?? []).slice(1).map(Number)
    assert.ok(bottom > top)
    for (const box of boxes)
      assert.ok(box.id === id || isClear({ x, y: top, width: 0, height: bottom - top }, box), `the trunk of ${id} runs through ${box.id}`)
  }
})

function isClear(a: Pick<Box, 'x' | 'y' | 'width' | 'height'>, b: Pick<Box, 'x' | 'y' | 'width' | 'height'>): boolean {
  return a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y
}
