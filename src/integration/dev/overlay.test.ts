import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Diagnostic, diagnose, startOfFile } from '../../diagnostics/diagnostic.ts'
import type { ManuscriptFile } from '../../model/facts.ts'
import { buildSeries } from '../../series/build-series.ts'
import { miniature } from '../../testing/miniature.ts'
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

test('signs of HTML and quotation marks are shown as they are, and the report ends with what to press', async () => {
  const files = await miniature({ 'series.yaml': 'title: Nothing was published; the last build is as it was.\n' })
  const mistake: Diagnostic = {
    ...diagnose('term-unknown', 'series.yaml', startOfFile, { term: '<b>' }),
    remedy: 'See https://x"onclick="y and <i>.',
  }
  const overlay = overlayOf({ diagnostics: [mistake], files }, '/manuscript')
  assert.match(overlay?.message ?? '', /&lt;b&gt;/u)
  assert.equal(overlay?.hint, 'See https://x&quot;onclick=&quot;y and &lt;i&gt;.')
  assert.match(overlay?.stack ?? '', /<b>.*Nothing was published.*\. Press Esc for the last page without mistakes\.$/su)
})

function overlayFor(files: readonly ManuscriptFile[]) {
  const built = buildSeries(files)
  return overlayOf({ ...built, files }, '/manuscript')
}
