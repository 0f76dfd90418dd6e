import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Span } from '../model/facts.ts'
import { type Diagnostic, diagnose, startOfFile } from './diagnostic.ts'
import { printDiagnostics } from './print.ts'

const on = (line: number, column: number, length: number): Span => ({
  start: { line, column, offset: 0 },
  end: { line, column: column + length, offset: 0 },
})

const unused = (file: string, span = startOfFile) => diagnose('note-unused', file, span, { note: 'lamp' })
const uncited = (file: string) => diagnose('source-unused', file, startOfFile, { source: 'reed' })

const print = (diagnostics: readonly Diagnostic[], text = '') => printDiagnostics(diagnostics, [{ path: 'one.mdx', text }], 'content')

/** The line of the text and the line that underlines it. */
const frameOf = (diagnostic: Diagnostic, text: string) => {
  const [, , , line = '', underline = ''] = print([diagnostic], text).split('\n')
  return [line, underline] as const
}

test('a message has place, severity, code, words, remedy and the line, underlined', () => {
  assert.equal(
    print([unused('one.mdx', on(2, 7, 7))], 'First.\nThere [^lamp] is.\nLast.'),
    `content/one.mdx:2:7  error  note-unused
  Nothing in the text refers to the note “lamp”.
  Put “[^lamp]” where the note belongs, or remove the note.
    2 | There [^lamp] is.
      |       ^^^^^^^

1 error in 1 file. Nothing was published; the last build is as it was.`,
  )
})

test('messages stand by file, line and column, however they were found', () => {
  const places = [
    unused('two.mdx', on(1, 1, 1)),
    unused('one.mdx', on(10, 1, 1)),
    unused('one.mdx', on(2, 9, 1)),
    unused('one.mdx', on(2, 1, 1)),
  ]
  assert.deepEqual(
    print(places)
      .split('\n')
      .filter((line) => line.startsWith('content/'))
      .map((line) => line.split('  ')[0]),
    ['content/one.mdx:2:1', 'content/one.mdx:2:9', 'content/one.mdx:10:1', 'content/two.mdx:1:1'],
  )
})

test('a long line is shortened around the mistake, which stays underlined', () => {
  const words = Array.from({ length: 60 }, (_, i) => `word${i}`).join(' ')
  for (const word of ['word0', 'word7', 'word30', 'word52', 'word59']) {
    const [line, underline] = frameOf(unused('one.mdx', on(1, words.indexOf(word) + 1, word.length)), words)
    assert.ok(line.length < 120, line)
    const [from, to] = [underline.indexOf('^'), underline.lastIndexOf('^') + 1]
    assert.equal(line.slice(from, to), word)
  }
})

test('a shortened line says where it was cut', () => {
  const words = Array.from({ length: 60 }, (_, i) => `word${i}`).join(' ')
  const lineOf = (word: string) => frameOf(unused('one.mdx', on(1, words.indexOf(word) + 1, word.length)), words)[0]
  assert.match(lineOf('word0'), /^ {4}1 \| word0 .* …$/u)
  assert.match(lineOf('word30'), /^ {4}1 \| … .* …$/u)
  assert.match(lineOf('word59'), /^ {4}1 \| … .*word59$/u)
})

test('a mistake that goes on over lines is underlined to the end of its first', () => {
  const span: Span = { start: { line: 1, column: 5, offset: 4 }, end: { line: 3, column: 2, offset: 20 } }
  assert.deepEqual(frameOf(unused('one.mdx', span), 'One two three\nfour\nfive'), ['    1 | One two three', '      |     ^^^^^^^^^'])
})

test('a mistake without a line of text has none', () => {
  assert.equal(print([unused('one.mdx', on(1, 1, 1))], '\n').split('\n')[3], '')
  assert.equal(print([unused('nowhere.mdx')]).split('\n')[3], '')
})

test('lines with the ends of Windows are lines', () => {
  assert.deepEqual(frameOf(unused('one.mdx', on(2, 1, 6)), 'First.\r\nSecond.\r\n'), ['    2 | Second.', '      | ^^^^^^'])
})

test('what could turn the report round or write over it is shown as a box', () => {
  assert.deepEqual(frameOf(unused('one.mdx', on(1, 3, 1)), 'a \u202Eb\u202C\u001B[2J\tc'), ['    1 | a □b□□[2J c', '      |   ^'])
})

test('the last line counts errors, warnings and files', () => {
  const lastOf = (...diagnostics: Diagnostic[]) => print(diagnostics).split('\n').at(-1)
  assert.equal(lastOf(unused('one.mdx')), '1 error in 1 file. Nothing was published; the last build is as it was.')
  assert.equal(
    lastOf(unused('one.mdx'), unused('one.mdx', on(2, 1, 1)), uncited('two.yaml')),
    '2 errors and 1 warning in 2 files. Nothing was published; the last build is as it was.',
  )
  assert.equal(lastOf(uncited('one.yaml'), uncited('two.yaml')), '2 warnings in 2 files.')
})
