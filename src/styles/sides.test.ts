import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'

/** What a script measures from the left, whatever the direction. */
const measured = [
  'inset: var(--y, 0) auto auto var(--x, 0);',
  'inset: var(--y, 0) var(--x, 0) auto auto;',
  'inset: calc(var(--y, 0px) - 1.5rem) auto auto 0;',
]

/** The values of a shorthand; what stands in brackets is one. */
const valuesOf = (value: string) => value.match(/(?:[^\s()]|\((?:[^()]|\([^()]*\))*\))+/gu) ?? []

const isOneSided = (declaration: string) => {
  if (/^(?:left|right|(?:padding|margin|border|inset)-(?:left|right)\b.*):/u.test(declaration)) return true
  if (/^(?:text-align|float|clear):\s*(?:left|right)/u.test(declaration)) return true
  const [, value = ''] = /^(?:padding|margin|inset|border-width|scroll-(?:padding|margin)):\s*([^;]+);/u.exec(declaration) ?? []
  const [, right, , left = right] = valuesOf(value)
  return right !== left
}

test('what differs at the sides is said of the beginning and the end of a line, which some languages begin at the right', () => {
  const sheets = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.css'))
  const offences = sheets.flatMap((name) =>
    readFileSync(join(import.meta.dirname, name), 'utf8')
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => isOneSided(line) && !measured.includes(line))
      .map((line) => `${name}: ${line}`),
  )
  assert.deepEqual(offences, [])
})
