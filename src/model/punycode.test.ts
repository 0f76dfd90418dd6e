import assert from 'node:assert/strict'
import { test } from 'node:test'
import { domainToASCII } from 'node:url'
import { decodePunycode } from './punycode.ts'

test('a label that was written for a host is read again', () => {
  for (const label of [
    'bücher',
    'пример',
    '中文测试',
    'ürümqi',
    'a-b-ß-c'.replace('ß', 'é'),
    '💩',
    'ελληνικά',
    'עברית',
    'españa',
    'ひらがなとカタカナ',
  ]) {
    const written = domainToASCII(label)
    assert.match(written, /^xn--/u)
    assert.equal(decodePunycode(written.slice('xn--'.length)), label.normalize('NFC'))
  }
})

test('a label that stands for nothing is not read', () => {
  for (const label of ['99999999', '0', 'zzzz9999999', 'é', 'A']) assert.equal(decodePunycode(label), undefined, label)
})
