import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findAnswers } from './answers.ts'

const linesOf = (path: string, text: string) =>
  findAnswers({ path, text }).map(({ code, reason, lines }) => ({ code, reason, lines: [...lines] }))

test('an answer in a text is for its own line and the next that has words', () => {
  assert.deepEqual(
    linesOf('parts/one.mdx', 'Words.\n\n{/* allow ibid: it is the title */}\n\n{/* allow space-double: so printed */}\nWords.\n'),
    [
      { code: 'ibid', reason: 'it is the title', lines: [3, 6] },
      { code: 'space-double', reason: 'so printed', lines: [5, 6] },
    ],
  )
  assert.deepEqual(linesOf('parts/one.mdx', 'Words. {/* allow ibid: a: b */}\nMore.'), [{ code: 'ibid', reason: 'a: b', lines: [1, 2] }])
})

test('an answer in YAML is a comment; at the top it is for the file as a whole', () => {
  assert.deepEqual(
    linesOf('sources/a.yaml', '# By hand.\n# allow source-unused: the next part cites it\ntype: book\ntitle: A # allow ibid\n'),
    [
      { code: 'source-unused', reason: 'the next part cites it', lines: [2, 3, 1] },
      { code: 'ibid', reason: '', lines: [4] },
    ],
  )
  assert.deepEqual(linesOf('glossary/a.mdx', '---\r\n# allow term-unused: soon\r\nname: A\r\n---\r\n'), [
    { code: 'term-unused', reason: 'soon', lines: [2, 3, 1] },
  ])
})

test('what only looks like an answer is none', () => {
  assert.deepEqual(linesOf('parts/one.mdx', 'They allow ibid: it. {/* They allow it. */}'), [])
  assert.deepEqual(linesOf('pictures/a.svg', '# allow ibid: x'), [])
})
