import assert from 'node:assert/strict'
import { test } from 'node:test'
import { schemeNames, themeFileSchema, themeNames } from '../../model/files/theme-file.ts'
import { contrastOf } from './contrast.ts'
import { themeOf } from './theme.ts'

const read = (written: unknown) => themeOf(themeFileSchema.parse(written))

const colours = ['#0b5563', '#7a1fa2', '#005500', '#333', '#8c1010', '#6b4e00', '#c2185b']

for (const written of [...themeNames.map((name) => ({ name })), ...colours.map((accent) => ({ accent, paper: '#f4f6f8' }))]) {
  test(`${JSON.stringify(written)} is legible in every scheme`, () => {
    const { theme, low } = read(written)
    assert.deepEqual(low, [])
    for (const name of schemeNames) {
      const { paper, paperRaised, ink, inkSoft, accent, slab, onSlab, tint } = theme.schemes[name]
      for (const [text, ground] of [
        ...[paper, paperRaised].flatMap((surface) => [ink, inkSoft, accent].map((one) => [one, surface] as const)),
        [ink, tint] as const,
        [onSlab, slab] as const,
      ])
        assert.ok(contrastOf(text, ground) >= 4.5, `${name}: ${text} on ${ground} is ${contrastOf(text, ground)}`)
    }
  })
}

test('a colour that is too light for text is told, with the nearest that would do', () => {
  for (const accent of ['#ffcc00', '#66ccff', '#ff9c85', '#aaa']) {
    const [found, ...others] = read({ accent }).low
    assert.ok(found?.nearest)
    assert.deepEqual([found.field, found.scheme, others], [['accent'], 'light', []])
    assert.ok(found.ratio < 4.5)
    assert.deepEqual(read({ accent: found.nearest }).low, [])
  }
})

test('a paper on which the ink is not legible is told, by the scheme it is given for', () => {
  const { low } = read({ paper: { light: '#777777', dark: '#fafafa' } })
  assert.deepEqual(
    low.map(({ field }) => field),
    [
      ['paper', 'light'],
      ['paper', 'dark'],
    ],
  )
  for (const { nearest } of low) assert.ok(nearest)
})
