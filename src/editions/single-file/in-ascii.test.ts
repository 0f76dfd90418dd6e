import assert from 'node:assert/strict'
import { test } from 'node:test'
import { runInNewContext } from 'node:vm'
import { inAscii } from './in-ascii.ts'

const script = [
  'globalThis.found = [`\u{10FFFF}é`, "</script>", "<!-- <script>", `<!--$1`, "\u2028", /[\u{10FFFF}ж]<!--/u.source, String.raw`a\\n`]',
  'var script = 1; globalThis.less = 0<script; globalThis.more = 3< !--script',
].join('\n')

test('a script in a page is in ASCII, ends where it ends, and says the same', async () => {
  const ascii = await inAscii(script)
  assert.match(ascii, /^[\n\x20-\x7e]*$/u)
  assert.doesNotMatch(ascii, /<!--|<\/script/iu)
  const [before, after] = [{}, {}] as [Record<string, unknown>, Record<string, unknown>]
  runInNewContext(script.replace('3< !--script', '3< !--script'), before)
  runInNewContext(ascii, after)
  const { source: _, ...kept } = after
  assert.deepEqual(
    JSON.parse(JSON.stringify({ found: (kept.found as string[]).with(5, ''), less: kept.less, more: kept.more })),
    JSON.parse(JSON.stringify({ found: (before.found as string[]).with(5, ''), less: before.less, more: before.more })),
  )
  assert.ok(new RegExp((kept.found as string[])[5] ?? '', 'u').test('\u{10FFFF}<!--'))
})
