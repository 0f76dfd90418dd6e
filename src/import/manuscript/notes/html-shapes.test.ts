import assert from 'node:assert/strict'
import { test } from 'node:test'
import { importManuscript } from '../import-manuscript.ts'

const notes = ['Minutes of the guild, vol. 2.', 'Orr, _Lamps_, 1901.', '1899 was a bad year.']
const inHtml = notes.map((note) => note.replace(/_(.*)_/u, '<i>$1</i>'))
const each = (write: (n: number, note: string) => string) => inHtml.map((note, i) => write(i + 1, note)).join('')

/** Pages whose notes stand in other shapes than a list of items or paragraphs. */
const shapes: Readonly<Record<string, readonly [mark: (n: number) => string, end: string]>> = {
  'the margin of Tufte CSS': [
    (n) =>
      `<label for="sn-${n}" class="margin-toggle sidenote-number"></label><input type="checkbox" id="sn-${n}" class="margin-toggle"/><span class="sidenote">${inHtml[n - 1]}</span>`,
    '',
  ],
  'the margin, with a sign to press and a number before each': [
    (n) => `<label class="margin-toggle">&#8853;</label><span class="marginnote"><sup>${n}</sup> ${inHtml[n - 1]}</span>`,
    '',
  ],
  'lines of one paragraph': [(n) => `[${n}]`, `<h2>Notes</h2><p>${each((n, note) => `[${n}] ${note}<br>`)}</p>`],
  'lines of one paragraph, with raised numbers': [
    (n) => `<sup>${n}</sup>`,
    `<h2>Notes</h2><p>${each((n, note) => `<sup>${n}</sup> ${note}<br>`)}</p>`,
  ],
  'lines of one paragraph, linked': [
    (n) => `<a href="#n${n}" id="r${n}">[${n}]</a>`,
    `<p>${each((n, note) => `<a href="#r${n}" id="n${n}">[${n}]</a> ${note}<br>`)}</p>`,
  ],
  'a list of definitions': [
    (n) => `<a href="#n${n}">[${n}]</a>`,
    `<dl>${each((n, note) => `<dt id="n${n}">[${n}]</dt><dd>${note}</dd>`)}</dl>`,
  ],
  'a table': [
    (n) => `<sup><a href="#n${n}">${n}</a></sup>`,
    `<h2>Notes</h2><table>${each((n, note) => `<tr><td><a name="n${n}">${n}</a></td><td>${note}</td></tr>`)}</table>`,
  ],
  'a table whose rows are linked': [
    (n) => `<sup><a href="#n${n}" id="r${n}">${n}</a></sup>`,
    `<table>${each((n, note) => `<tr id="n${n}"><td><a href="#r${n}">${n}.</a></td><td>${note}</td></tr>`)}</table>`,
  ],
}

for (const [shape, [mark, end]] of Object.entries(shapes))
  test(`notes of a page are found in ${shape}`, async () => {
    const part = await partOf(
      `<p>They met to decide what oil they would burn.${mark(1)} Nobody had asked them before.</p><p>The price had risen to 12 pounds.${mark(2)} The answer was a letter.${mark(3)}</p>${end}`,
    )
    const found = [...part.matchAll(/^\[\^([^\]]+)\]: (.*)$/gmu)]
    assert.deepEqual(
      found.map(([, , words]) => words),
      notes,
    )
    const [first, second, third] = found.map(([, id]) => `[^${id}]`)
    assert.equal(
      part
        .replace(/^---[\s\S]*?\n---\n/u, '')
        .split('\n\n[^')[0]
        ?.trim(),
      `They met to decide what oil they would burn.${first} Nobody had asked them before.\n\nThe price had risen to 12 pounds.${second} The answer was a letter.${third}`,
    )
  })

test('a table of numbers to which nothing leads stays a table, and numbered lines of a paragraph stay words', async () => {
  const part = await partOf(
    '<p>Two lamps were sold, and nobody knows who had them after that.</p><table><tr><th>1</th><td>Orr</td></tr><tr><td>2</td><td>Roe</td></tr></table><p>1. One lamp<br>2. Another</p><p>So it ended.</p><p>And began again.</p><p>And ended once more.</p><p>And then nobody wrote of it.</p>',
  )
  assert.match(part, /^\| 2 +\| Roe +\|$/mu)
  assert.match(part, /One lamp/u)
  assert.doesNotMatch(part, /\[\^/u)
})

async function partOf(body: string): Promise<string> {
  const page = `<!doctype html><html><head><title>Lamps</title></head><body><h1>Lamps</h1>${body}</body></html>`
  const series = { path: 'series.yaml', text: 'title: Lamps\nauthor: The Guild\n' }
  const result = await importManuscript({ path: 'a.html', bytes: new TextEncoder().encode(page) }, [series], [], {})
  return result.written.find(({ path }) => path.startsWith('parts/'))?.text ?? assert.fail(result.problem ?? 'nothing was written')
}
