import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sourceFileSchema } from './source-file.ts'

/** What is said about a field, or `undefined` where it is right. */
function verdict(fields: object): string | undefined {
  const parsed = sourceFileSchema.safeParse({ type: 'book', title: 'A Lamp', ...fields })
  return parsed.success ? undefined : parsed.error.issues[0]?.message
}

test('an ISBN is taken with hyphens, spaces or neither, and kept without', () => {
  for (const ISBN of ['9780306406157', '978-0-306-40615-7', '978 0 306 40615 7', '978‑0‑306‑40615‑7'])
    assert.equal(sourceFileSchema.parse({ type: 'book', title: 'A', ISBN }).ISBN, '9780306406157')
  assert.equal(sourceFileSchema.parse({ type: 'book', title: 'A', ISBN: '0-8044-2957-x' }).ISBN, '080442957X')
})

test('a mistyped ISBN is refused with the last digit it would have', () => {
  assert.match(verdict({ ISBN: '978-0-306-40615-8' }) ?? '', /after 978030640615 the last digit would be 7/)
  assert.match(verdict({ ISBN: '0804429571' }) ?? '', /would be X/)
  assert.match(verdict({ ISBN: '12345' }) ?? '', /10 or 13 digits/)
  assert.match(verdict({ ISBN: '1230306406157' }) ?? '', /10 or 13 digits/)
})

test('a DOI is taken bare; from an address the bare form is named', () => {
  assert.equal(verdict({ DOI: '10.1057/978-1-137-51650-3_14' }), undefined)
  assert.equal(verdict({ DOI: '10.1000.10/123' }), undefined)
  for (const DOI of ['https://doi.org/10.5555/x', 'http://dx.doi.org/10.5555/x', 'doi: 10.5555/x', 'DOI:10.5555/x'])
    assert.match(verdict({ DOI }) ?? '', /“10\.5555\/x”, without/)
  for (const DOI of ['11.5555/x', '10.5555', '10.55/x', 'x']) assert.equal(verdict({ DOI }), 'a DOI as 10.1000/xyz')
})

test('a date is EDTF of the calendar, a range in its order', () => {
  const right = [1917, '1917', '1917-04', '1917-04-07', '1912-02-29', '1930/1933', '1917-04/1917-09', '0099']
  const levelOne = [
    '1917~',
    '1917?',
    '1917-04%',
    '1917-21',
    '195X',
    '18XX',
    '-0043',
    '-0299/-0199',
    '1997/..',
    '../2006',
    '1997/',
    '/2006',
    '1905~/1910',
    '1917-04-XX',
  ]
  for (const issued of [...right, ...levelOne, { literal: 'an VII' }]) assert.equal(verdict({ issued }), undefined, String(issued))
  for (const issued of ['1917-13', '1917-13-45', '1917-02-29', '1917-04-31', '1917-00', '1917-01-00', '1917-25'])
    assert.equal(verdict({ issued }), `a date of the calendar; there is no ${issued}`)
  assert.match(verdict({ issued: '1930/1917-13' }) ?? '', /there is no 1917-13/)
  assert.equal(verdict({ issued: '1933/1930' }), 'the earlier date first: 1930/1933')
  for (const issued of ['May 1911', '1917-4', '1917-21-', '17', '/', '../..', '1917/1918/1919', 'n.d.', '1917-21-05'])
    assert.match(verdict({ issued }) ?? '', /a date as 2017|there is no/)
})

test('a DOI may have in it whatever can be printed', () => {
  assert.equal(verdict({ DOI: '10.1002/(SICI)1097-4636(199823)43:4<338::AID-JBM16>3.0.CO;2-B' }), undefined)
  assert.equal(verdict({ DOI: '10.1000/with space' }), 'a DOI as 10.1000/xyz')
})
