import assert from 'node:assert/strict'
import { test } from 'node:test'
import { partOf, take } from '../../../testing/lamp-manuscripts.ts'

test('an export of Google Docs has its lists, quotations, links and notes, and its comments are listed', async () => {
  const page = `<html><head><style>.c1{font-style:italic}.c5{margin-left:36pt;margin-right:36pt}.c6{margin-left:36pt}</style></head><body>
<p class="title"><span>The lamps</span></p><h1><span>North</span></h1>
<p><span>They met </span><span class="c1">in March</span><sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup><span> by </span><a href="https://www.google.com/url?q=https://example.org/a&amp;sa=D">boat</a><span>.</span><sup><a href="#cmnt1" id="cmnt_ref1">[a]</a></sup></p>
<p class="c5"><span>Nobody paid.</span></p><p class="c5"><span>Not even once.</span></p><p class="c6"><span>So it was.</span></p>
<ul class="lst-kix_x-0 start"><li><span>one</span></li></ul><ul class="lst-kix_x-1 start"><li><span>nested</span></li></ul><ul class="lst-kix_x-0"><li><span>two</span></li></ul>
<hr><div><p><a href="#ftnt_ref1" id="ftnt1">[1]</a><span>&nbsp;A note.</span></p><p><span>Its end.</span></p></div>
<div><p><a href="#cmnt_ref1" id="cmnt1">[a]</a><span>Is this so?</span></p></div></body></html>`
  const made = await take('a.html', page)
  assert.equal(
    partOf(made).replace(/^---[\s\S]*?\n---\n\n/u, ''),
    '## North\n\nThey met _in March_[^note-end] by [boat](https://example.org/a).\n\n> Nobody paid.\n>\n> Not even once.\n\nSo it was.\n\n- one\n\n  - nested\n\n- two\n\n[^note-end]: A note.\n\n    Its end.\n',
  )
  assert.deepEqual(
    made.losses.map(({ says }) => says),
    ['left out: “Is this so?”'],
  )
})
