import assert from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import { blankPage } from '../ledger/page-ledger.ts'
import { readDocument } from '../read-document.ts'

const warningsIn = (text: string): readonly Diagnostic[] =>
  readDocument(
    { path: 'parts/one.mdx', text },
    { kind: 'part', id: 'one', ledger: blankPage, language: 'en' },
    z.looseObject({}),
  ).diagnostics.filter(({ severity }) => severity === 'warning')

/** What reads as it looks. */
const ordinary: readonly string[] = [
  'Write to keeper@example.org, @keeper, or see www.example.org and https://example.org/a_(b)?x==y==&z=~2~.',
  'It cost $5, then $10 and $7.50; a share was $5 = £4, and $6 = £5.',
  'As [1] says, and [sic], [emphasis added], [a] [b], “[T]he lamp” [keeper@example.org].',
  'At 10:30 in a ratio of 3:4, a^b, x^2, ^_^, a == b == c, ~5 to ~10, 100%% sure %%.',
  'snake_case_name, 2 * 3 * 4, 5 ** 6, d**n, f***, “**lamp**” and **lamp**: a **light**house, *Lamna*’s.',
  'AT&T, Q&A; R&D; fish & chips; &nbsp;&amp;&#160;&hellip;',
  'C:\\Users\\keeper and \\*\\*, \\[\\[x\\]\\], \\==x\\==, x\\^2\\^, \\^[x], [\\@orr1999], \\$x^2\\$, \\[x\\][y].',
  '日本**語**です。これは「**強調**」です。',
  '`^[a]` and `[[x]]`\n\n```\n##No\n:::note\n| a\n: b\n5. Mai\n```\n\n{/* ==a== [[b]] */}',
  '#1 in the list\n\n#hashtag\n\n#Hashtag, and more.',
  '1. One\n2. Two\n3. Three',
  '1. One\n1. Two\n1. Three',
  '3. Three\n4. Four',
  '1. One\n\nText.\n\n2. Two',
  '- one item only',
  'The year was 1917.\nIn 1918\nall was over.',
  '5\\. Mai war der Tag.\n\n1917\\. Ein Jahr.',
  'Text.\n\n---\n\nMore.\n\n***\n\nAnd more.',
  '## A heading [#a-heading]\n\nText\n\n### A note in it[^a]\n\n[^a]: A note.',
  'Another\n---\n\n'.replace('Another', 'Another [#another]'),
  '| a | b |\n|---|---|\n| c == d | e |',
  '- an item that\n  goes on\n- another that\n  goes on',
  '> a quotation\n> that goes on',
  'See [the lamp][lamp], [lamp][] and [lamp].\n\n[lamp]: https://example.org/ "The lamp"',
  '[Anna]: Who goes there?',
  'A note.[^a]\n\n[^a]: It is\n    broken into lines\n  like this.\n\n    It has two paragraphs.',
  'A.[^a]\n\n[^a]: A note where it belongs.\n\nB.[^b]\n\n[^b]: Another.\n\n## C\n\nD.',
  'A.[^a] B.[^b]\n\n[^a]: One.\n[^b]: Two.\n\n{/* the end */}',
  'A.[^a]\n\n[^a]: A note where it belongs.\n\nB.\n\nC.\n\nD.',
  'A line\\\nand another.',
]

for (const text of ordinary) {
  test(`${JSON.stringify(text.slice(0, 60))} reads as it looks`, () => assert.deepEqual(warningsIn(text), []))
}

/** What reads otherwise, with its place and what its advice says. */
const otherwise: readonly (readonly [typed: string, told: string, advice: string])[] = [
  ['A remark^[of Pandoc]', '1:9 other-dialect', '[^id]'],
  ['[see @orr1999, p. 33; @reed1919]', '1:1 other-dialect', '<Source id="orr1999" locator="p. 33" prefix="see"/>; <Source id="reed1919"/>'],
  ['As @orr1999 says', '1:4 other-dialect', '<Source id="orr1999"/>'],
  ['[-@orr1999]', '1:1 other-dialect', '<Source id="orr1999" suppress-author/>'],
  ['H~2~O', '1:2 other-dialect', 'H<sub>2</sub>O'],
  ['The 10^th^', '1:5 other-dialect', '10<sup>th</sup>'],
  ['^14^C', '1:1 other-dialect', '<sup>14</sup>'],
  ['==marked==', '1:1 other-dialect', '*marked*'],
  ['[[Lamp|the lamp]]', '1:1 other-dialect', '[the lamp](/…/)'],
  ['![[tower.png]]', '1:1 other-dialect', '<Figure src="tower.png"'],
  ['##No space', '1:1 other-dialect', '“## No space”'],
  ['#Only one sign', '1:1 other-dialect', '“## Only one sign”'],
  ['::: note\nInside.\n:::', '1:1 other-dialect', '“:::” away'],
  [':::note\n\nInside.\n\n:::', '1:1 other-dialect', '“:::” away'],
  ['!!! note', '1:1 other-dialect', '[^id]'],
  ['> [!NOTE]\n> Inside.', '1:3 other-dialect', '[^id]'],
  ['Lamp\n: A thing that burns.', '2:1 other-dialect', '“**Lamp**: …”'],
  ['Lamp\n\n: A thing that burns.', '3:1 other-dialect', '“**Lamp**: …”'],
  ['| A verse\n| of two lines', '1:1 other-dialect', '<Verse>'],
  ['| a | b |\n| c | d |', '1:1 other-dialect', '“|---|---|”'],
  ['[TOC]', '1:1 other-dialect', 'made from the headings'],
  ['[[_TOC_]]', '1:1 other-dialect', 'made from the headings'],
  ['The mass $E=mc^2$', '1:10 other-dialect', '$$E=mc^2$$'],
  ['%%hidden%%', '1:1 other-dialect', '{/* hidden */}'],
  ['A [b]loud[/b] word', '1:3 other-dialect', '**loud**'],
  ['[url=https://example.org]words[/url]', '1:1 other-dialect', '[words](https://…)'],
  ['A&nbps;b', '1:2 other-dialect', 'Type the character itself'],
  ['A&nbsp b', '1:2 other-dialect', 'Type the character itself'],
  ['[the lamp][lamp]', '1:1 other-dialect', '“[lamp]: https://…”'],
  ['[a list](my list.pdf)', '1:8 other-dialect', '%20'],
  ['[a [lamp](/b/) c](/d/)', '1:17 other-dialect', 'no link inside of another'],
  ['And so on\\ldots', '1:10 other-dialect', '“…”'],
  ['.. note:: words', '1:1 other-dialect', '[^id]'],
  ['== Heading ==', '1:1 other-dialect', '“## Heading”'],
  ['+++\ntitle = 1\n+++\n\nText', '1:1 other-dialect', '“---”'],
  ['これは**「強調」**です', '1:4 emphasis-literal', '「**強調**」'],
  ['**Lamp:**it burns', '1:1 emphasis-literal', '**Lamp**:'],
  ['_Lamna_s light', '1:1 emphasis-literal', '*Lamna*'],
  ['**never closed', '1:1 emphasis-literal', 'directly before and after the words'],
  ['A.[^a]\n\n[^a]: A note.\nThe essay goes on.', '4:1 line-swallowed', '“    The essay goes on.”'],
  ['- An item.\nThe essay goes on.', '2:1 line-swallowed', '“  The essay goes on.”'],
  ['> A quotation.\nThe essay goes on.', '2:1 line-swallowed', '“> The essay goes on.”'],
  ['A.[^a]\n\n[^a]: A note.\n\n  Its second paragraph.', '5:3 paragraph-outside-note', '“    Its second paragraph.”'],
  [
    'A.[^a] B.[^b]\n\n[^a]: A note.\n\nIts second paragraph.\n\n[^b]: Another.',
    '5:1 paragraph-outside-note',
    '“    Its second paragraph.”',
  ],
  ['A.[^a]\n\n[^a]: A note.\n\n- Its list.', '5:1 paragraph-outside-note', '“    - Its list.”'],
  ['5. Mai war der Tag.', '1:1 list-by-accident', '“5\\. Mai war der Tag.”'],
  ['1. Mai war der Tag.', '1:1 list-by-accident', '“1\\. Mai war der Tag.”'],
  ['1917. A year.', '1:1 list-by-accident', '“1917\\. A year.”'],
  ['He was born in\n1870. He died.', '', ''],
  ['Er kam am\n1. Mai an.', '2:1 list-by-accident', '“1\\. Mai an.”'],
  ['1. One\n2. Two\n4. Four', '3:1 list-by-accident', '“4\\. Four”'],
  ['He came\n- late - home.', '2:1 list-by-accident', '“\\- late - home.”'],
  ['The lamp\n---', '1:1 heading-by-accident', '“## The lamp”'],
  ['[Keeper]: Yes.', '1:1 line-not-printed', '“\\[Keeper]: Yes.”'],
]

for (const [text, told, advice] of otherwise) {
  test(`${JSON.stringify(text.slice(0, 60))} ${told ? `gets ${told}` : 'reads as it looks'}`, () => {
    const found = warningsIn(text)
    assert.deepEqual(
      found.map(({ span, code }) => `${span.start.line}:${span.start.column} ${code}`),
      told ? [told] : [],
    )
    assert.ok(!told || found[0]?.remedy.includes(advice), found[0]?.remedy)
  })
}

const links = {
  link: (words: string) => `[${words}](/one/)`,
  'link by reference': (words: string) => `[${words}][one]`,
  term: (words: string) => `<Term id="lamp">${words}</Term>`,
  source: (words: string) => `<Source id="almanac">${words}</Source>`,
}
const insides = {
  ...links,
  note: () => '[^a]',
  'bare address': () => 'https://example.org/',
  'term without words': () => '<Term id="lamp"/>',
  'source without words': () => '<Source id="almanac"/>',
}

for (const [outer, around] of Object.entries(links)) {
  for (const [inner, inside] of Object.entries(insides)) {
    // Markdown itself leaves these as they are typed, of which another warning tells, or makes no link of the address.
    if (outer.startsWith('link') && (inner.startsWith('link') || inner === 'bare address')) continue
    test(`a ${inner} cannot stand in a ${outer}, however deep`, () => {
      for (const words of [`the ${inside('lamp')}`, `the *<Foreign lang="el">${inside('lamp')}</Foreign>*`]) {
        const text = `See ${around(words)}.[^a]\n\n[one]: /one/\n\n[^a]: A note.\n`
        const found = readDocument(
          { path: 'parts/one.mdx', text },
          { kind: 'part', id: 'one', ledger: blankPage, language: 'en' },
          z.looseObject({}),
        ).diagnostics
        const errors = found.filter(({ code }) => code === 'link-inside-link')
        assert.deepEqual(
          errors.map(({ span }) => text.slice(span.start.offset, span.end.offset)),
          [inside('lamp')],
        )
      }
    })
  }
}
