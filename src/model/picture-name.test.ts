import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pictureName } from './picture-name.ts'

test('letters of any script stay, signs that mean something in an address or a list do not', () => {
  assert.equal(pictureName('views/tower-2.old_1.svg'), 'views/tower-2.old_1.svg')
  assert.equal(pictureName('Башня é.png'), 'Башня_20_é.png')
  assert.doesNotMatch(pictureName('a #?%&[](){}*,;:"|<>!$\'@+=~^` b.png'), /[^\w.]/u)
})
