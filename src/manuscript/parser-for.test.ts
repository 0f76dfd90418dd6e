import assert from 'node:assert/strict'
import { test } from 'node:test'
import remarkGfm from 'remark-gfm'
import remarkMdx from 'remark-mdx'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { parserFor } from './parser-for.ts'

const whole = unified().use(remarkParse).use(remarkMdx).use(remarkGfm)

const texts = [
  'When words have no address, who looks?[^a] H_e wrote *how* [it](/was/).\n\n[^a]: Www, http, and www-x.',
  'Write to keeper@example.org.',
  'See WWW.example.org, and HTTPS://example.org/a_b, then http://example.org.',
  'See www.example.org or keeper@example.org, **https://example.org**.',
  '| www.example.org | a |\n|---|---|\n| h | w@x.org |',
] as const

for (const text of texts) {
  test(`a parser that leaves out what a text has not reads the same: ${JSON.stringify(text.slice(0, 40))}`, () => {
    assert.deepEqual(parserFor(text).parse(text), whole.parse(text))
  })
}

for (const text of [
  'Words without any of it.\nMore of them\n---\n\n- one\n- two',
  'Write to keeper&#64;example.org, or see &#119;ww.example.org.',
  'See www\\.example.org, https\\://example.org and h&#116;tp://example.org.',
  'One\n:-\ntwo',
  'One\n-:\ntwo',
  'a\n|-\nb',
]) {
  test(`a parser without tables, or without addresses in words, reads the same: ${JSON.stringify(text.slice(0, 40))}`, () => {
    assert.deepEqual(parserFor(text).parse(text), whole.parse(text))
  })
}
