import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import fc from 'fast-check'
import { keepResultsIn, stopKeeping } from '../kept-results.ts'
import { readFiles } from '../manuscript/files.ts'
import { forgetResults } from '../memoize.ts'
import type { ManuscriptFile } from '../model/facts.ts'
import { type BuiltSeries, buildSeries } from './build-series.ts'

const folder = mkdtempSync(join(tmpdir(), 'pamphlet-kept-series-'))
after(() => rmSync(folder, { recursive: true, force: true }))

const manuscript = await readFiles('e2e/tiny-series')

/** Edits as writers make them: a word more, a paragraph less, a file taken away; some leave mistakes behind. */
const edit = fc.record({
  file: fc.nat(manuscript.length - 1),
  line: fc.nat(),
  kind: fc.constantFrom('word', 'line away', 'line twice', 'file away'),
})

function edited(
  files: readonly ManuscriptFile[],
  { file, line, kind }: typeof edit extends fc.Arbitrary<infer E> ? E : never,
): ManuscriptFile[] {
  const meant = manuscript[file]?.path
  if (kind === 'file away') return files.filter(({ path }) => path !== meant || path === 'series.yaml')
  return files.map((each) => {
    if (each.path !== meant || each.digest !== undefined) return each
    const lines = each.text.split('\n')
    const at = line % lines.length
    const here = lines[at] ?? ''
    const changed =
      kind === 'word' ? [here.replace(/(?<=\p{Ll}{3}) (?=\p{Ll}{3})/u, ' lampless ')] : kind === 'line twice' ? [here, '', here] : []
    return { ...each, text: lines.toSpliced(at, 1, ...changed).join('\n') }
  })
}

/** A reading as a build begins it: nothing is remembered. What was read is full of functions, which are equal to none. */
function readAnew(files: readonly ManuscriptFile[]): Omit<BuiltSeries, 'manuscript'> {
  forgetResults()
  const { manuscript: _, ...built } = buildSeries(files)
  return built
}

test('whatever is edited, a reading from kept results equals one from nothing', () => {
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 3 }), (edits) => {
      const files = edits.reduce(edited, [...manuscript])
      stopKeeping()
      const fromNothing = readAnew(files)
      keepResultsIn(folder, 'this program')
      assert.deepEqual(readAnew(files), fromNothing)
      assert.deepEqual(readAnew(files), fromNothing)
      stopKeeping()
    }),
    { numRuns: 4, seed: 11 },
  )
})
