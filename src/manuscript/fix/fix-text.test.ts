import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fixText, type HouseStyle } from './fix-text.ts'

const fix = (text: string, style: HouseStyle = { language: 'en' }) =>
  fixText({ path: 'parts/one.mdx', text }, style, (notes) => new Map(notes.map(({ identifier }) => [identifier, `note-${identifier}`])))

const cases: Readonly<Record<string, readonly (readonly [typed: string, meant: string])[]>> = {
  en: [
    [`"Light," she said, "is 'owed' to none."`, '“Light,” she said, “is ‘owed’ to none.”'],
    [`It's the keepers' oil of the '90s, 'tis said.`, 'It’s the keepers’ oil of the ’90s, ’tis said.'],
    [`("*Vardas*" and "**the lamp**")`, '(“*Vardas*” and “**the lamp**”)'],
    [`the "<Term id="guild"/>" and "[the lamp](/one/)".[^a]`, 'the “<Term id="guild"/>” and “[the lamp](/one/)”.[^a]'],
    ['It burned - mostly - on pp. 12-15 and in 1917-18.', 'It burned – mostly – on pp. 12–15 and in 1917–18.'],
    ['It burned--mostly---well.', 'It burned—mostly—well.'],
    ['Two  spaces   here.', 'Two spaces here.'],
    [`6' 2" by 5'10" at \`x="1"\``, `6' 2" by 5'10" at \`x="1"\``],
    ['Call 020-7946-0958 about 1917-10-25, a well-known day.', 'Call 020-7946-0958 about 1917-10-25, a well-known day.'],
  ],
  de: [[`Er sagte: "Das ist 'gut'."`, 'Er sagte: „Das ist ‚gut‘.“']],
  'de-CH': [[`Er sagte: "Das ist 'gut'."`, 'Er sagte: «Das ist ‹gut›.»']],
  fr: [[`Il dit : "Est-ce l'heure ?"`, 'Il dit\u00A0: «\u00A0Est-ce l’heure\u202F?\u00A0»']],
  pl: [[`Rzekł: "Dobrze."`, 'Rzekł: „Dobrze.”']],
  ru: [[`Он сказал: "Да" - и вышел.`, 'Он сказал: «Да» — и вышел.']],
  ja: [['彼は"灯台"と言った。', '彼は「灯台」と言った。']],
}

for (const [language, pairs] of Object.entries(cases)) {
  for (const [typed, meant] of pairs) test(`${language}: ${typed}`, () => assert.equal(fix(typed, { language }), meant))
}

test('a series chooses its quotation marks', () => {
  assert.equal(fix('"Gut"', { language: 'de', marks: 'inward-guillemets' }), '»Gut«')
  assert.equal(fix('"Good"', { language: 'en', marks: 'french' }), '«\u00A0Good\u00A0»')
})

test('what other dialects write becomes what this one reads', () => {
  assert.equal(
    fix('## The lamp {#lamp}\n\nSee <https://example.org/a/>, or (<https://example.org/a_(b)>).\n'),
    '## The lamp [#lamp]\n\nSee https://example.org/a/, or ([example.org/a\\_(b)](https://example.org/a_%28b%29)).\n',
  )
  const code = '`<https://example.org>`\n\n```\n## Lamp {#lamp}\n"x" -- <https://example.org>\n```\n'
  assert.equal(fix(code), code)
})

test('notes with numbers have words for ids, wherever they are referred to', () => {
  assert.equal(
    fix('One.[^1] Two.[^a] Three.[^1]\n\n[^1]: A note.[^2]\n\n[^2]: Another.\n\n[^a]: A third.\n'),
    'One.[^note-1] Two.[^a] Three.[^note-1]\n\n[^note-1]: A note.[^note-2]\n\n[^note-2]: Another.\n\n[^a]: A third.\n',
  )
})

test('front matter, comments, properties and what is right already stay to the letter', () => {
  const text = `---\ntitle: The "lamp" - 1\n---\n\n{/* "x" -- y */}\n\n“Right” – and ‘so’, 12–15.\n\n<Figure src="a.png" alt="The 'lamp'  - 1"/>\n\n| "a" | b |\n|---|---|\n`
  assert.equal(fix(text), text.replace('| "a" |', '| “a” |'))
})

test('what was mended once is not mended again', () => {
  for (const [language, pairs] of Object.entries(cases)) {
    for (const [typed] of pairs) {
      const once = fix(typed, { language })
      assert.equal(fix(once, { language }), once)
    }
  }
})

test('a text that cannot be read stays as it is', () => {
  const text = 'A "word" and {an expression.\n'
  assert.equal(fix(text), text)
})
