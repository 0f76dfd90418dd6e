import assert from 'node:assert/strict'
import { test } from 'node:test'
import { mistakesIn, partOf, take } from '../../../testing/lamp-manuscripts.ts'

/** What Pandoc and MultiMarkdown write, and what a part has of it. */
const shapes: Readonly<Record<string, string>> = {
  'Lamp\n:   What burns.\n\nWick\n:   What *soaks*.\n:   Or a town.': '- **Lamp** What burns.\n- **Wick** What _soaks_.\n\n  Or a town.\n',
  'Lamp\n\n:   What burns.\n\nOil (the fuel)\n: burns': '- **Lamp** What burns.\n- **Oil (the fuel)** burns\n',
  'One ~~two~~ H~2~O.^[A note.] Then ~~three~~ and x~4~.':
    'One ~~two~~ H<sub>2</sub>O.[^note] Then ~~three~~ and x<sub>4</sub>.\n\n[^note]: A note.\n',
  'Cited.[#orr] And [#x].\n\n[#orr]: Orr, *Lamps*.': 'Cited.[^orr-lamps] And \\[#x].\n\n[^orr-lamps]: Orr, _Lamps_.\n',
  '## Oil [the-oil] ##\n\nIt burns.': '## Oil [#the-oil]\n\nIt burns.\n',
  ' Year   Lamp and oil\n-----  --------------\n 1801  old | new\n 1802  _tall_\n\nSo it was.':
    '| Year | Lamp and oil |\n| ---- | ------------ |\n| 1801 | old \\| new   |\n| 1802 | _tall_       |\n\nSo it was.\n',
  '-----  ------\n 1801  old\n 1802  new\n-----  ------\n\nSo.': '| 1801 | old |\n| ---- | --- |\n| 1802 | new |\n\nSo.\n',
  'One.\n\n---\n\nTwo, three.\n\n```\na  b\n-- --\n1  2\n```': 'One.\n\n---\n\nTwo, three.\n\n```\na  b\n-- --\n1  2\n```\n',
}

for (const [written, stands] of Object.entries(shapes))
  test(`Markdown of Pandoc and MultiMarkdown comes in: ${written.split('\n')[0]}`, async () => {
    const part = partOf(await take('a.md', `---\ntitle: "The *lamps*"\n---\n\n${written}\n`))
    assert.equal(part, `---\ntitle: The lamps\n---\n\n${stands}`)
    assert.deepEqual(mistakesIn(part), [])
  })
