import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parse } from 'yaml'
import { fixFrontMatter, fixYaml } from './fix-yaml.ts'

const style = { language: 'en' } as const
const fix = (text: string, path = 'series.yaml', language = 'en') => fixYaml({ path, text }, { language })

test('words are mended, whichever way they are typed, and nothing else', () => {
  const before = `# The keepers' own "file"
title:   The keepers' "light"   # "as they said"
description: "He said \\"yes\\" - and
  went, on pp. 12-15."
publisher: "Brown" & Sons' Press
slug: o-neill
address: https://example.org/a--b/
follows:
  - { title: 'It''s "owed" to none', URL: 'https://example.org/1917-18/' }
style:
  without:
    quote-straight: >-
      The ship's log has
      "straight" ones.

parts: [one, two]
`
  const after = before
    .replace(`The keepers' "light"`, 'The keepers’ “light”')
    .replace(`He said \\"yes\\" - and`, 'He said “yes” – and')
    .replace('pp. 12-15', 'pp. 12–15')
    .replace(`It''s "owed" to none`, 'It’s “owed” to none')
    .replace(`The ship's log has`, 'The ship’s log has')
    .replace(`"straight" ones`, '“straight” ones')
  // A plain text cannot begin with a quotation mark: that line is no YAML, and is put right for the test.
  const legible = (text: string) => text.replace('publisher: "Brown" & Sons\' Press', "publisher: Brown & Sons' Press")
  assert.equal(fix(legible(before)), legible(after))
  assert.equal(fix(before), before)
})

test('a block keeps its lines, and what is right is not touched', () => {
  const before = `- id: fire\n  title: |\n    The "upper"\n      lock's gate\n\n    held  fast.\n  text: “Right” – 1917–18, 5'10".\n`
  assert.equal(
    fix(before, 'timeline.yaml'),
    before.replace('"upper"', '“upper”').replace("lock's", 'lock’s').replace('held  fast', 'held fast'),
  )
})

test('addresses lose their angle brackets and keep their hyphens', () => {
  assert.equal(fix('note: See <https://example.org/1917-18/a--b>.\n', 'sources/a.yaml'), 'note: See https://example.org/1917-18/a--b.\n')
})

test('a work has the marks of its own language, words in several languages each those of theirs', () => {
  assert.equal(fix(`title: Das "Licht"\nlanguage: de\n`, 'sources/a.yaml'), 'title: Das „Licht“\nlanguage: de\n')
  assert.equal(
    fix(`terms:\n  lock:\n    one: { en: The "lock", fr: "L'\\"écluse\\"" }\n    many: Locks'\n`, 'vocabulary.yaml'),
    `terms:\n  lock:\n    one: { en: The “lock”, fr: "L’«\u00A0écluse\u00A0»" }\n    many: Locks’\n`,
  )
})

test('ids, days, keys, names of people, words of the program and the ground of the map stay', () => {
  for (const [path, text] of [
    ['sources/a.yaml', `type: book\nauthor: [{ family: O'Neill, given: "A" }]\npage: 12-15\nissued: '1917-10-25'\nISBN: 0-19-852663-6\n`],
    ['words/nl.yaml', `notes:\n  title: "'t \\"licht\\""\n`],
    ['glossary/a.mdx', `aliases: [keeper's, "the 'light'"]\nforms: [keepers']\n`],
  ] as const)
    assert.equal(fix(text, path), text)
})

test('the front matter of a text is mended, its text is not', () => {
  const text = `---\r\ntitle: The "lamp"\r\n---\r\n\r\nThe "lamp".\r\n`
  assert.equal(fixFrontMatter({ path: 'parts/one.mdx', text }, style), text.replace('title: The "lamp"', 'title: The “lamp”'))
})

test('mending twice changes nothing more, and what is read is only mended words', () => {
  const text = `title: "A \\u0022 \\t'b'"\ndescription: 'Two  spaces, "said" it''s'\nnote: "one \\\n  two's"\n`
  const once = fix(text, 'charts/a.yaml')
  assert.equal(fix(once, 'charts/a.yaml'), once)
  assert.equal(parse(once).description, 'Two spaces, “said” it’s')
  assert.equal(parse(once).note, 'one two’s')
})
