import assert from 'node:assert/strict'
import { test } from 'node:test'
import { memoize, memoizeByValue } from './memoize.ts'

const counted = () => {
  const made: string[] = []
  const read = memoize((text: string, kind: object) => {
    made.push(text)
    return { text, kind }
  })
  return { made, read }
}

const part = {}

test('what was made is given again while nothing it depends on has changed', () => {
  const { made, read } = counted()
  assert.equal(read('one.mdx', 'lamp', part), read('one.mdx', 'lamp', part))
  assert.deepEqual(made, ['lamp'])
})

test('a change makes it anew, and so does the change back', () => {
  const { made, read } = counted()
  read('one.mdx', 'lamp', part)
  assert.equal(read('one.mdx', 'lamps', part).text, 'lamps')
  assert.equal(read('one.mdx', 'lamp', part).text, 'lamp')
  assert.notEqual(read('one.mdx', 'lamp', {}), read('one.mdx', 'lamp', part))
  assert.deepEqual(made, ['lamp', 'lamps', 'lamp', 'lamp', 'lamp'])
})

test('one name does not disturb another', () => {
  const { made, read } = counted()
  read('one.mdx', 'lamp', part)
  read('two.mdx', 'lamp', part)
  read('one.mdx', 'lamp', part)
  assert.deepEqual(made, ['lamp', 'lamp'])
})

test('plain data are the same where they are written the same', () => {
  const made: number[] = []
  const sum = memoizeByValue((numbers: readonly number[]) => {
    made.push(numbers.length)
    return { sum: numbers.reduce((a, b) => a + b, 0) }
  })
  assert.equal(sum('lamps', [1, 2]), sum('lamps', [1, 2]))
  assert.equal(sum('lamps', [1, 2, 3]).sum, 6)
  assert.deepEqual(made, [2, 3])
})
