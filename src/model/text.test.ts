import assert from 'node:assert/strict'
import { test } from 'node:test'
import { brokenCharacter, hiddenCharacters, maybeUnseen } from './text.ts'

test('what is hidden or broken is never passed over', () => {
  const units = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code))
  const characters = [...units, '\u{E0041}', '\u{1FFFE}', '\u{10FFFF}']
  const unseen = characters.filter((character) => hiddenCharacters.test(character) || brokenCharacter.test(character))
  assert.ok(unseen.length > 2000)
  assert.deepEqual(
    unseen.filter((character) => !maybeUnseen.test(character)),
    [],
  )
  assert.ok(!maybeUnseen.test('A line,\r\n\tan “Ü”, 灯 and مصباح'))
})
