import assert from 'node:assert/strict'
import { test } from 'node:test'
import { calendarDateSchema } from './calendar-date.ts'
import { edtfOf, mistakeInForm } from './date-forms.ts'

test('dates are read as they are typed, into EDTF', () => {
  const forms = {
    '1917': '1917',
    '44': '0044',
    '476-09-04': '0476-09-04',
    '44 BC': '-0043',
    '1 BCE': '0000',
    '44-03-15 BC': '-0043-03-15',
    '-0043-03-15': '-0043-03-15',
    '14 AD': '0014',
    '195x': '195X',
    '9XX': '09XX',
    '19xx': '19XX',
    '-04XX': '-04XX',
    '1917-21': '1917-21',
    '1917-autumn': '1917-23',
    '1917~': '1917~',
    '44~ BC': '-0043~',
    '44 BC?': '-0043?',
    '1914/1918': '1914/1918',
    '264 BC/146 BC': '-0263/-0145',
    '44 BC / 14': '-0043/0014',
    '1917/..': '1917/..',
    '../1917-10': '../1917-10',
    '1914~/1918-11-11': '1914~/1918-11-11',
  }
  for (const [typed, edtf] of Object.entries(forms)) {
    assert.equal(edtfOf(typed), edtf, typed)
    assert.equal(mistakeInForm(typed), undefined, typed)
  }
})

test('for the forms of other places the line to write is said', () => {
  const lines = {
    '-44': '“44 BC”, or as ISO 8601 counts, where 0 is 1 BC, “-0043”',
    '-44-03-15': '“44-03-15 BC”',
    '1914-1918': '“1914/1918”',
    '1914–1918': '“1914/1918”',
    '1914-07-28 – 1918-11-11': '“1914-07-28/1918-11-11”',
    '1950s': '“195X”',
    'the 1950’s': '“195X”',
    '19th century': '“18XX”',
    '1st century': '“00XX”',
    'c. 1917': '“1917~”',
    'about 44 BC': '“44 BC~”',
    'before 1917': '“1917”, with the field “before” beside it',
    'until 1917': '“../1917”',
    'from 1917': '“1917/..”',
    'spring 1917': '“1917-spring”',
    '25.10.1917': '“1917-10-25”',
    '1917-1-5': '“1917-01-05”',
  }
  for (const [typed, line] of Object.entries(lines)) {
    const said = mistakeInForm(typed) ?? ''
    assert.ok(said.includes(line), `${typed}: ${said}`)
  }
  for (const typed of ['', 'yesterday', '1917-10-25T10:00', '12345', '0 BC', '44 v. Chr.', '19XX-05', '/', '1/2/3', '-0043 BC'])
    assert.match(mistakeInForm(typed) ?? '', /^a date as 1917/u, typed)
})

test('what is wrong with a date is said once and at its field, whatever a file gives for it', () => {
  const mistakes = (date: object) => {
    const verdict = calendarDateSchema.safeParse(date)
    return verdict.success ? [] : verdict.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
  }
  assert.deepEqual(mistakes({ gregorian: 44 }), [])
  assert.deepEqual(mistakes({ hebrew: 5708 }), [])
  // YAML reads -0043 without quotation marks as a number.
  assert.match(mistakes({ gregorian: -43 }).join(), /^gregorian: a year before the era as 44 BC, or in quotation marks: '-0043'$/u)
  assert.match(mistakes({}).join(), /^gregorian: a date: /u)
  assert.match(mistakes({ julian: '1917', hebrew: '5708' }).join(), /^hebrew: the date in one calendar/u)
  assert.match(mistakes({ gregorian: '1914/1918', before: true }).join(), /^before: a single date/u)
  assert.match(mistakes({ gregorian: '1917', before: true, after: true }).join(), /^after: either “before” or “after”/u)
})
