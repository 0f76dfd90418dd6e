import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  body,
  html,
  inHtml,
  markdown,
  marked,
  mistakesIn,
  notes,
  partOf,
  plain,
  raised,
  take,
  title,
  word,
} from '../../testing/lamp-manuscripts.ts'

const forms: Readonly<Record<string, readonly [name: string, text: string | Uint8Array]>> = {
  'brackets in plain text': [
    'a.txt',
    plain(
      (n) => `[${n}]`,
      (n) => `[${n}]`,
    ),
  ],
  'numbers at words in plain text': ['a.txt', plain(String, (n) => `${n}.`)],
  'raised numbers in plain text, no heading': ['a.txt', plain(raised, (n) => raised(String(n)), '')],
  'round brackets in plain text': [
    'a.txt',
    plain(
      (n) => ` (${n})`,
      (n) => `(${n})`,
      'Footnotes:\n\n',
      '\n\n',
    ),
  ],
  'plain text from Windows': [
    'a.txt',
    plain(
      (n) => `[${n}]`,
      (n) => `${n}.`,
    ).replaceAll('\n', '\r\n'),
  ],
  'plain text of an old Mac': [
    'a.txt',
    plain(
      (n) => `[${n}]`,
      (n) => `[${n}]`,
    ).replaceAll('\n', '\r'),
  ],
  'a web page with a list of notes': [
    'a.html',
    html(
      (n) => `<sup><a href="#fn${n}" id="r${n}">${n}</a></sup>`,
      `<hr><h2>Notes</h2><ol>${notes.map((note, i) => `<li id="fn${i + 1}"><p>${inHtml(note)} <a href="#r${i + 1}">↩</a></p></li>`).join('')}</ol>`,
    ),
  ],
  'Google Docs': [
    'a.html',
    html(
      (n) => `<sup><a href="#ftnt${n}" id="ftnt_ref${n}">[${n}]</a></sup>`,
      `<hr>${notes.map((note, i) => `<div><p><a href="#ftnt_ref${i + 1}" id="ftnt${i + 1}">[${i + 1}]</a><span>&nbsp;${inHtml(note)}</span></p></div>`).join('')}`,
    ),
  ],
  WordPress: [
    'a.html',
    html(
      (n) => `<sup data-fn="x${n}" class="fn"><a href="#x${n}" id="x${n}-link">${n}</a></sup>`,
      `<ol class="wp-block-footnotes">${notes.map((note, i) => `<li id="x${i + 1}">${inHtml(note)} <a href="#x${i + 1}-link" aria-label="Jump to footnote reference ${i + 1}">↩︎</a></li>`).join('')}</ol>`,
    ),
  ],
  Substack: [
    'a.html',
    html(
      (n) => `<a class="footnote-anchor" id="footnote-anchor-${n}" href="https://x.example/p/a#footnote-${n}">${n}</a>`,
      notes
        .map(
          (note, i) =>
            `<div class="footnote"><a id="footnote-${i + 1}" href="#footnote-anchor-${i + 1}" class="footnote-number">${i + 1}</a><div class="footnote-content"><p>${inHtml(note)}</p></div></div>`,
        )
        .join(''),
    ),
  ],
  'a web page whose numbers are no links': [
    'a.html',
    html((n) => `<sup>${n}</sup>`, `<h2>Notes</h2>${notes.map((note, i) => `<p><sup>${i + 1}</sup> ${inHtml(note)}</p>`).join('')}`),
  ],
  'Markdown of GFM': [
    'a.md',
    `# ${title}\n\n${marked(
      body((text) => `## ${text}`, markdown),
      (n) => `[^${n}]`,
    )}\n\n${notes.map((note, i) => `[^${i + 1}]: ${markdown(note)}`).join('\n')}\n`,
  ],
  'Markdown of Pandoc, notes in the line': [
    'a.md',
    `---\ntitle: ${title}\n---\n\n${marked(
      body((text) => `# ${text}`, markdown),
      (n) => `^[${markdown(notes[Number(n) - 1] ?? '')}]`,
    )}\n`,
  ],
  Word: ['a.docx', word()],
}

for (const [form, [name, text]] of Object.entries(forms)) {
  test(`${form}: every word and every note comes in at its place, and the part has no mistake`, async () => {
    const result = await take(name, text)
    assert.equal(result.problem, undefined)
    assert.equal(result.title, title)
    assert.deepEqual(result.counts, { headings: 3, paragraphs: 6, notes: 11, citations: 0, pictures: 0, mentions: 0, proposals: 0 })
    const part = partOf(result)
    const [front = '', ...rest] = part.split(/^---$/mu).slice(1)
    assert.match(front, new RegExp(`title: ${title}`, 'u'))
    const [essay = '', definitions = ''] = rest
      .join('---')
      .split(/\n(?=\[\^)/u)
      .reduce<[string, string]>(([before, after], block, i) => (i === 0 ? [block, after] : [before, `${after}\n${block}`]), ['', ''])
    const byId = new Map([...definitions.matchAll(/^\[\^([^\]]+)\]: (.*)$/gmu)].map(([, id = '', words = '']) => [id, words]))
    // The notes are found by their ids and put where the original had their numbers.
    const read = essay.replace(
      /\[\^([^\]]+)\]/gu,
      (_, id: string) => `[${notes.findIndex((note) => wordsOf(note) === wordsOf(byId.get(id) ?? '')) + 1}]`,
    )
    assert.equal(wordsOf(read), wordsOf(body(String, String)))
    assert.deepEqual([...byId.values()].map(wordsOf), notes.map(wordsOf))
    for (const id of byId.keys()) assert.match(id, /^[a-z0-9]+(?:-[a-z0-9]+)*[a-z]|^[a-z]/u)
    assert.deepEqual(mistakesIn(part), [])
  })
}

/** Words without marks of Markdown and white space. */
const wordsOf = (text: string) =>
  text
    .replace(/\\(?=[^\p{L}\p{N}\s])|^#+ /gmu, '')
    .replace(/\s+/gu, ' ')
    .trim()
