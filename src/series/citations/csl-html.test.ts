import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { SaxesParser } from 'saxes'
import { wordsOf } from '../../locales/words.ts'
import { type SourceFile, sourceTypes } from '../../model/files/source-file.ts'
import { inClasses } from './csl-html.ts'
import { sourceFormsOf } from './source-forms.ts'

const words = wordsOf({ language: 'en-GB' })

test('small capitals are a class, and no inline style is left', () => {
  const forms = sourceFormsOf(
    [{ id: 'a', file: { type: 'book', title: 'A', author: [{ family: 'B' }], volume: 'XII', issued: '1911', publisher: 'C' } }],
    words,
  )
  const mhra = forms.get('a')?.find(({ style }) => style === 'mhra')
  assert.match(`${mhra?.citation} ${mhra?.entry}`, /<span class="small-caps">xii<\/span>/iu)
  assert.equal(
    inClasses('<span style="baseline">x</span> <span style="font-style:normal;">y</span>'),
    '<span>x</span> <span class="upright">y</span>',
  )
})

test('whatever is typed in a work, its forms are well-formed, with nothing in them but what styles set apart', () => {
  const signs = [
    '<',
    '>',
    '&',
    '&amp;',
    '<i>',
    '</i>',
    '<b>',
    '<sup>',
    '</sup>',
    '<span class="nocase">',
    '</span>',
    '<sc>',
    '<script>',
    '</script>',
    '"',
    "'",
    '“',
    '\uE000',
    '\uE001',
    '\uE002',
    '\u0001',
    '\uFFFF',
    '{',
    '*',
    ' ',
    'a',
    'B',
    'ж',
  ]
  const typed = fc.array(fc.constantFrom(...signs), { minLength: 1, maxLength: 8 }).map((found) => `A${found.join('')}z`)
  const names = fc.array(fc.oneof(fc.record({ literal: typed }), fc.record({ family: typed, given: typed })), {
    minLength: 1,
    maxLength: 2,
  })
  const file = fc.record({
    type: fc.constantFrom(...sourceTypes),
    title: typed,
    author: names,
    editor: names,
    publisher: typed,
    'container-title': typed,
    volume: typed,
    'original-title': typed,
  })
  fc.assert(
    fc.property(file, (made) => {
      for (const { style, citation, entry } of sourceFormsOf([{ id: 'a', file: made as SourceFile }], words).get('a') ?? []) {
        for (const html of [citation, entry]) assert.doesNotThrow(() => readStrictly(html), `${style}: ${html}`)
      }
    }),
    { numRuns: 20, seed: 5 },
  )
})

/** Reads HTML as XML, which citeproc’s is, and refuses what is not for setting words apart. */
function readStrictly(html: string) {
  const parser = new SaxesParser({})
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => {
    assert.match(name, /^(?:cite|i|b|em|sup|sub|span|div)$/u)
    for (const [attribute, value] of Object.entries(attributes)) assert.match(`${attribute}="${value}"`, /^class="[a-z-]+"$/u)
  })
  parser.write(`<cite>${html.replaceAll('&nbsp;', '\u00A0')}</cite>`).close()
}
