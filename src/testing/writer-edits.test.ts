import assert from 'node:assert/strict'
import { test } from 'node:test'
import { buildSeries } from '../series/build-series.ts'
import { miniature } from './miniature.ts'
import { editInTurn, type Texts, writerEdits } from './writer-edits.ts'

test('every edit changes the manuscript, and leaves no mistake', async () => {
  const files = await miniature()
  let texts: Texts = new Map(files.map(({ path, text }) => [path, text]))
  for (let turn = 0; turn < writerEdits.length * 2; turn++) {
    const edited = editInTurn(texts, turn)
    assert.notDeepEqual(edited, texts, writerEdits[turn % writerEdits.length]?.name)
    texts = edited
  }
  const rest = files.filter(({ path }) => path.startsWith('pictures/'))
  const edited = [...texts].flatMap(([path, text]) => (path.startsWith('pictures/') ? [] : [{ path, text }]))
  assert.deepEqual(
    buildSeries([...rest, ...edited]).diagnostics.filter(({ severity }) => severity === 'error'),
    [],
  )
})
