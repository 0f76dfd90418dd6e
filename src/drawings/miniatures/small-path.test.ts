import assert from 'node:assert/strict'
import { test } from 'node:test'
import { smallPath } from './small-path.ts'

test('points are whole, each from the one before it, and corners are sharp', () => {
  assert.equal(smallPath('M10.4,20L10.4,11Q10.4,2 19.4,2L62.8,2Q71.8,2 71.8,-7L71.8,-16'), 'M10 20v-18h62v-18')
  assert.equal(smallPath('M502.76,66V93M441.36,184V485.4'), 'M503 66v27M441 184v301')
})

test('a closed outline stays closed, without the points that lie on its lines', () => {
  assert.equal(smallPath('M0,0L10,0.2L20,0L20,10.5L20,20L0,20L0,0Z'), 'M0 0h20v20h-20z')
  assert.equal(smallPath('M0,0L10,-5L20,5L3,9Z'), 'M0 0l10-5 10 10-17 4z')
})

test('what is too small to be seen is left out, and nothing else', () => {
  assert.equal(smallPath('M5,5L5.2,5.1L5.1,5.3Z'), '')
  assert.equal(smallPath(''), '')
  assert.equal(smallPath('M0,0L0,9ZM30,30L40,41'), 'M0 0v9zM30 30l10 11')
})
