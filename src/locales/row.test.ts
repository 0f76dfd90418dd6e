import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rowOf } from './row.ts'

test('names stand one after another with the comma of the language', () => {
  const names = ['Orr', 'Bell', 'Quayle']
  assert.equal(rowOf(names, 'en-GB'), 'Orr, Bell, Quayle')
  assert.equal(rowOf(names, 'ar'), 'Orr، Bell، Quayle')
  assert.equal(rowOf(names, 'zh-Hans'), 'Orr、Bell、Quayle')
  assert.equal(rowOf(['Orr'], 'ja'), 'Orr')
})
