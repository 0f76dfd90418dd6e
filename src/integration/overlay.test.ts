import assert from 'node:assert/strict'
import { test } from 'node:test'
import { printDiagnostics } from '../diagnostics/print.ts'
import type { ManuscriptFile } from '../model/facts.ts'
import { buildSeries } from '../series/build-series.ts'
import { miniature } from '../testing/miniature.ts'
import { overlayOf } from './overlay.ts'

test('the overlay brings its text along, so that nobody reads the file again', async () => {
  const overlay = overlayFor(await miniature({ 'series.yaml': 'title: [\n' }))
  assert.equal(overlay?.loc.file, '/manuscript/series.yaml')
  assert.equal(overlay?.fullCode, 'title: [\n')
  assert.ok(overlay?.frame)
})

test('of a link, a device or a picture the overlay names no file that could be opened', async () => {
  const faults: ManuscriptFile[] = [
    { path: 'sources/outside.yaml', text: '', fault: { kind: 'link' } },
    { path: 'pictures/zero.png', text: '', fault: { kind: 'special', what: 'device' } },
  ]
  for (const fault of faults) {
    const overlay = overlayFor([...(await miniature()), fault])
    // With both of these Astro opens nothing; without them it opens what is named.
    assert.equal(overlay?.frame, ' ')
    assert.equal(overlay?.fullCode, ' ')
  }
  assert.equal(overlayFor([...(await miniature()), ...faults])?.loc.file, undefined)
})

function overlayFor(files: readonly ManuscriptFile[]) {
  const built = buildSeries(files)
  return overlayOf({ ...built, files, report: printDiagnostics(built.diagnostics, files, 'content') }, '/manuscript')
}
