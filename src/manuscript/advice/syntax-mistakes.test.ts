import assert from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import { blankPage } from '../ledger/page-ledger.ts'
import { readDocument } from '../read-document.ts'

const mistakesIn = (text: string): readonly Diagnostic[] =>
  readDocument({ path: 'parts/one.mdx', text }, { kind: 'part', id: 'one', ledger: blankPage, language: 'en' }, z.looseObject({}))
    .diagnostics

const told = ({ span, remedy }: Diagnostic) => `${span.start.line}:${span.start.column} ${remedy}`

/** What is typed, where it is told, and with which advice. */
const advice: readonly (readonly [typed: string, told: string])[] = [
  ['The set {red, green}.', '1:9 Braces hold only comments here. Write “\\{” for a brace that is printed: \\{red, green}'],
  ['A set {the first', '1:7 Braces hold only comments here. Write “\\{” for a brace that is printed: \\{the first'],
  ['## Heading {#soviet-turns}', '1:13 The id of a heading stands in brackets: “[#soviet-turns]”.'],
  ['[Words]{.smallcaps}', '1:9 Texts have no attributes in braces: take “{…}” away.'],
  ['Words{: .lead}', '1:7 Texts have no attributes in braces: take “{…}” away.'],
  ['The {{ site.title }}.', '1:12 Texts are no templates: take “{{ site.title }}” away.'],
  ['A word\\footnote{A note of LaTeX.}', '1:18 Write “[^id]” here and the note at the end of the file: “[^id]: …”.'],
  ['A \\emph{loud word}', '1:13 Write *loud word*.'],
  ['{/* a comment', '1:1 A comment ends with “*/}”: {/* … */}.'],
  ['export of grain fell.', '1:8 Begin the paragraph with another word, or write “\\export”'],
  ['Words.\n\nimport of coal rose.', '3:11 Begin the paragraph with another word, or write “\\import”'],
  ['One line<br/>two', '1:9 End the line with a backslash, “\\”, and go on in the next line.'],
  ['One line<br>two', '1:9 End the line with a backslash, “\\”, and go on in the next line.'],
  ['| a |\n|---|\n| b<br/>c |', '3:4 The cells of a table and headings have one line'],
  ['A <b>lamp</b>', '1:3 Write **lamp**.'],
  ['A <i>lamp', '1:3 Write *…*, or <Foreign lang="…">…</Foreign>'],
  ['A <a href="https://example.org/">lamp</a>', '1:3 Write [lamp](https://example.org/).'],
  ['<img src="pictures/tower.png"/>', '1:1 Write <Figure src="tower.png" alt="what it shows">caption</Figure>'],
  ['<p>A lamp.</p>', '1:1 Take the tag away and leave the words. An empty line divides paragraphs.'],
  ['<table>\n<tr><td>1899</td></tr>\n</table>', '1:1 Write a table as lines: “| Year | Votes |”, below it “|---|---|”'],
  ['A lamp<footnote>It burned.</footnote>', '1:7 Write “[^id]” here and the note at the end of the file'],
  ['The <term id="lamp">lamp</term>', '1:5 Its name is written <Term>.'],
  ['A lamp<Footnote>It burned.</Footnote>', '1:7 Write “[^id]” here and the note at the end of the file'],
  ['The <name of the lamp>', '1:5 There is no tag <name>. If none is meant, write “\\<name”'],
  ['The <lamp>lamp</lamp>', '1:5 There is no tag <lamp>. If none is meant, write “\\<lamp”'],
  ['I <3 lamps', '1:4 Write “\\<” for a sign that is printed: “\\<3 lamps”.'],
  ['Where a<b', '1:10 Write “\\<” for a sign that is printed: “\\<b”.'],
  ['The <Term id=“lamp”>lamp</Term>.', '1:14 Inside of a tag the quotation marks are straight ones: <Term id="lamp">'],
  ['The <Term id=„lamp“>lamp</Term>.', '1:14 Inside of a tag the quotation marks are straight ones: <Term id="lamp">'],
  [
    'The <Term id="lamp”>lamp</Term>, the <Term id="oil">oil</Term>.',
    '1:51 Inside of a tag the quotation marks are straight ones: <Term id="lamp">',
  ],
  ['The <Term id=lamp>lamp</Term>.', '1:14 Put what follows the “=” in straight quotation marks: <Term id="lamp">'],
  ['<Term id="lamp">\nLamp\n</Term> burns.', '3:1 Put it on one line, from <Term …> to </Term>, within one paragraph.'],
  ['A <Term id="lamp">lamp\n\nburns</Term>.', '1:3 Put it on one line, from <Term …> to </Term>, within one paragraph.'],
  ['A <Term id="lamp">lamp burns.', '1:3 Close it in the same paragraph with </Term>, or end the tag with “/>”.'],
  ['<Quotation source="almanac">\n\nWords.', '1:1 Close it with </Quotation> on a line of its own.'],
  ['<Quotation source="almanac">Words.\nMore.\n</Quotation>', '1:1 Put <Quotation …> and </Quotation> on lines of their own'],
  ['A lamp</Term> burns.', '1:8 Take </Term> away, or open it before: <Term …>.'],
  ['See <https://example.org/>.', '1:12 Write the bare address, which becomes a link by itself: https://example.org/'],
  ['Write to <keeper@example.org>.', '1:17 Write the bare address, which becomes a link by itself: keeper@example.org'],
  ['Words <!-- a <b>loud</b> comment -->.', '1:8 Write the comment as {/* a <b>loud</b> comment */}.'],
]

for (const [typed, expected] of advice) {
  test(`advises on ${JSON.stringify(typed)}`, () => {
    const found = mistakesIn(typed)
    assert.equal(found.length, 1, found.map(told).join('\n'))
    assert.ok(told(found[0] as Diagnostic).startsWith(expected), told(found[0] as Diagnostic))
  })
}

test('all mistakes of a text are told in one run, whatever they are', () => {
  const text = `A {b} and <3.\n\nexport of grain fell.\n\nA <Term id=“lamp”>lamp</Term>, a <Lamp/>, a note.[^none]\n\n[see <b>here](/x/)\n\n{oil and {more\n`
  const found = mistakesIn(text).toSorted((a, b) => a.span.start.offset - b.span.start.offset)
  assert.deepEqual(
    found.map(({ code, span }) => `${span.start.line} ${code}`),
    [
      '1 html-unsafe',
      '1 mdx-syntax',
      '3 mdx-syntax',
      '5 mdx-syntax',
      '5 component-unknown',
      '5 note-unknown',
      '7 mdx-syntax',
      '9 mdx-syntax',
      '9 mdx-syntax',
    ],
  )
})

test('a text with hundreds of mistakes is told of the first of them, and soon', () => {
  for (const sign of ['{a b ', '<Term id="lamp">', '<3 ', '</b>', '\n\nexport of grain\n\n']) {
    const found = mistakesIn(sign.repeat(500))
    assert.ok(found.length > 1 && found.length <= 20, `${sign}: ${found.length}`)
  }
})

test('“export” and “import” begin a paragraph behind a backslash, which is not printed', () => {
  const file = { path: 'parts/one.mdx', text: '\\export of grain fell.\n\n\\import rose, \\export fell.\n' }
  const { facts, diagnostics } = readDocument(file, { kind: 'part', id: 'one', ledger: blankPage, language: 'en' }, z.looseObject({}))
  assert.deepEqual(diagnostics, [])
  assert.deepEqual(
    facts?.paragraphs.map(({ knownBy }) => knownBy),
    ['export of grain fell.', 'import rose, \\export fell.'],
  )
})

test('an address between angle brackets is one mistake, and what follows it is read', () => {
  assert.deepEqual(
    mistakesIn('See <https://example.org> and <Nothing/>.').map(({ code, span }) => `${span.start.column} ${code}`),
    ['12 mdx-syntax', '31 component-unknown'],
  )
})
