import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readSheet } from './style-rules.ts'

const reduce = (css: string, present: readonly string[], text = '', media: 'all' | 'screen' = 'all') =>
  readSheet(css)({ present: new Set(present), letters: [...text].map((letter) => letter.codePointAt(0) ?? 0), media })

test('a rule stays where an element can match it, whatever its state', () => {
  assert.equal(reduce('p{a:b}h1,.x,li[open]:hover{a:b}', ['p', 'li']), 'p{a:b}li[open]:hover{a:b}')
  assert.equal(reduce('.a .b{a:b}#c{a:b}[role=note]{a:b}[data-x=y]{a:b}', ['.b', '#c']), '#c{a:b}[data-x=y]{a:b}')
})

test('a language, a direction and a role are there as the page was built', () => {
  assert.equal(reduce('em:is(:lang(ar),:lang(ja)){a:b}i:lang(ar){a:b}', ['em', 'i', 'lang=ja']), 'em:is(:lang(ar),:lang(ja)){a:b}')
  assert.equal(reduce('i:dir(rtl){a:b}i:dir(ltr){a:b}i:not(:dir(rtl)){c:d}', ['i']), 'i:dir(ltr){a:b}i:not(:dir(rtl)){c:d}')
  assert.equal(reduce('td[data-align=right]{a:b}td[data-x=y]{a:b}', ['td', 'data-align=center']), 'td[data-x=y]{a:b}')
})

test('of several that may be meant one is enough, and what must not be there is not asked for', () => {
  assert.equal(reduce(':is(.a,.b) p{a:b}p:has(>.c){a:b}p:not(.d){a:b}', ['p', '.b']), ':is(.a,.b) p{a:b}p:not(.d){a:b}')
})

test('layers keep their order, and what is left of them is left out with them where it is nothing', () => {
  const css = '@layer a,b;@layer b{p{a:b}i{a:b}}@media (width>=9em){i{a:b}}@layer a{i{a:b}}'
  assert.equal(reduce(css, ['p']), '@layer a,b;@layer b{p{a:b}}')
})

test('a face stays where the page has letters of it', () => {
  const css = '@font-face{font-family:A;unicode-range:U+41}@font-face{font-family:B;unicode-range:U+400-4FF}'
  assert.equal(reduce(css, [], 'жук'), '@font-face{font-family:B;unicode-range:U+400-4FF}')
  // The first file of a face is asked for all letters.
  assert.equal(reduce('@font-face{font-family:A;unicode-range:U+20-7E;src:x}', [], 'a'), '@font-face{font-family:A;src:x}')
})

test('a sheet is written for one page after the other as for each alone', () => {
  const css = '@font-face{font-family:A;unicode-range:U+41}p{a:b}i{a:b}@media print{p{c:d}}'
  const sheet = readSheet(css)
  for (const [present, text, media] of [
    [['p', '.x'], 'A', 'all'],
    [['p', '.y'], 'A', 'all'],
    [['p'], 'B', 'all'],
    [['p'], 'B', 'screen'],
    [['i', 'p'], 'B', 'screen'],
  ] as const) {
    const letters = [...text].map((letter) => letter.codePointAt(0) ?? 0)
    assert.equal(sheet({ present: new Set(present), letters, media }), reduce(css, present, text, media))
  }
  assert.equal(sheet({ present: new Set(['i', 'p']), letters: [], media: 'all', besides: new Set(['p']) }), 'i{a:b}')
})

test('paper can be left to the sheet behind the text', () => {
  assert.equal(reduce('p{a:b}@media print{p{c:d}}', ['p'], '', 'screen'), 'p{a:b}')
})
