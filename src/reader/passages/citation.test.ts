import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fillForm } from './citation.ts'

const passage = { locator: 'para. 12', permalink: 'https://example.org/part-1/#p-abc12' }
const day = new Date(2026, 8, 5)

test('every place of a form is filled', () => {
  assert.equal(
    fillForm('A, {locator}, accessed {d} {month} {yyyy}, {url}. {mon} {yyyy}-{mm}-{dd}', passage, day, 'en-GB'),
    'A, para. 12, accessed 5 September 2026, https://example.org/part-1/#p-abc12. Sept. 2026-09-05',
  )
})

test('a page cited as a whole has no locator and no comma in its place', () => {
  const whole = { ...passage, locator: '' }
  assert.equal(fillForm('(A 2026, {locator})', whole, day, 'en'), '(A 2026)')
  assert.equal(fillForm('note = {{locator}, version 1}', whole, day, 'en'), 'note = {version 1}')
  assert.equal(fillForm('A (2026), {locator}, accessed', whole, day, 'en'), 'A (2026), accessed')
})

test('months are shortened as MLA has them, and named in the language of the series', () => {
  const months = Array.from({ length: 12 }, (_, i) => fillForm('{mon}', passage, new Date(2026, i, 1), 'en'))
  assert.deepEqual(months, ['Jan.', 'Feb.', 'Mar.', 'Apr.', 'May', 'June', 'July', 'Aug.', 'Sept.', 'Oct.', 'Nov.', 'Dec.'])
  assert.equal(fillForm('{d}. {month}', passage, day, 'de'), '5. September')
  assert.equal(fillForm('{date}', passage, day, 'ru'), '5 сентября 2026 г.')
  assert.equal(fillForm('{date}', passage, day, 'th'), '5 กันยายน ค.ศ. 2026')
})

test('braces that are no place stay', () => {
  assert.equal(fillForm('{Russia} {url}', passage, day, 'en'), '{Russia} https://example.org/part-1/#p-abc12')
})
