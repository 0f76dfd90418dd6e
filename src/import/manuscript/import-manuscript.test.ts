import assert from 'node:assert/strict'
import { test } from 'node:test'
import { strToU8, zipSync } from 'fflate'
import type { SourceFile } from '../../model/files/source-file.ts'
import { buildSeries } from '../../series/build-series.ts'
import { importManuscript, type ManuscriptImport } from './import-manuscript.ts'

/** An essay that nobody wrote: sections of paragraphs, in which `[1]` points to a note. */
const notes = [
  'Orr, On the Lamp, ch. 3, has the whole story.',
  'Roe, Wicks, p. 12.',
  'The keepers’ own log says 1917.',
  'Lee disagrees & says why.',
  'A letter to Roe, of that spring.',
  'The same, later.',
  'Minutes of the guild; the vote was 12–3.',
  'Annals, vol. 3 (1920), pp. 1–20.',
  'Orr again, who quotes a keeper.',
  'So the almanac of 1903.',
  'The last word belongs to Vardas.',
]
const sections = [
  [
    'The first light',
    [
      'In 1910 the lamps of Lamna were lit for the second time,[1] and the keepers wrote of it at length in books which nobody read for 40 years.',
      'Then came the fog, with 3.5 litres of oil in each lamp.[2] Nobody had asked “why?”,[3] or whether {braces} and <signs> & *stars* would be read as they stand in the book.',
    ],
  ],
  [
    'What the keepers did',
    [
      'They went up in pairs.[4] One carried the oil, and the other carried the book in which every hour of the night had a line of its own.[5]',
      'Of the 12 lamps that were lit in that year only seven were still burning when the harbour master came to count them in the spring.[6]',
    ],
  ],
  [
    'After the fog',
    [
      'The count was disputed,[7] as counts are,[8] and the guild sent two of its members to look at every lamp again by daylight.[9]',
      'What they found is not known.[10] The book of that year was lent to a reader who never brought it back to the lamp room of the harbour.[11]',
    ],
  ],
] as const
const title = 'The Lamps of Lamna'

const body = (heading: (text: string) => string, paragraph: (text: string) => string) =>
  sections.flatMap(([name, paragraphs]) => [heading(name), ...paragraphs.map(paragraph)]).join('\n\n')
const marked = (text: string, mark: (n: string) => string) => text.replace(/\[(\d+)\]/gu, (_, n: string) => mark(n))
const inHtml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
const raised = (n: string) => [...n].map((digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)]).join('')

const plain = (mark: (n: string) => string, label: (n: number) => string, heading = 'Notes\n\n', between = '\n') =>
  `${title}\n\n${marked(body(String, String), mark)}\n\n${heading}${notes.map((note, i) => `${label(i + 1)} ${note}`).join(between)}\n`
const html = (mark: (n: string) => string, end: string, before = '') =>
  `<!doctype html><html><head><title>${title} – A Journal</title></head><body><nav>Home</nav>${before}<h1>${title}</h1>${marked(
    body(
      (text) => `<h2>${text}</h2>`,
      (text) => `<p>${inHtml(text)}</p>`,
    ),
    mark,
  )}${end}</body></html>`
const markdown = (text: string) => text.replace(/[{}<*&]/gu, '\\$&')

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

test('a numbered list at the end to which nothing points stays a list', async () => {
  const { counts, written } = await take(
    'a.txt',
    `${title}\n\nThree things were found in the lamp room after the fog had gone, and here they are.\n\n1. A lamp.\n2. A wick.\n3. A book.\n`,
  )
  assert.equal(counts?.notes, 0)
  assert.match(written[0]?.text ?? '', /^1\. A lamp\.\n2\. A wick\.\n3\. A book\.$/mu)
})

test('a document of LaTeX reads the files beside it, and its references lead to what they name', async () => {
  const asked: string[] = []
  const files: Readonly<Record<string, string>> = {
    'parts/oil.tex':
      '\\section{The oil}\\label{sec:oil}\nIt came in tuns.\\footnote{\\label{fn:tun}A tun is a cask.} See \\cref{tab:prices,fig:lamp}. % \\input{secret}\n\\input{oil-prices}\n\\input{parts/oil}',
    'oil-prices.tex':
      '\\begin{table}\\begin{tabular}{ll}Year & Price\\\\ 1801 & 4 l.\\end{tabular}\\caption{What it cost.}\\label{tab:prices}\\end{table}',
    'end.tex': '\\documentclass[main]{subfiles}\\begin{document}\\section{The end}So it ended, as note~\\ref{fn:tun} says.\\end{document}',
  }
  const text =
    '\\documentclass{article}\\title{On lamps}\\begin{document}\\maketitle\n\\section{Beginning}\nAs Section~\\ref{sec:oil} says, and Table~\\ref{tab:prices}, and p.~\\pageref{sec:oil}; not \\ref{sec:gone}.\n' +
    '\\begin{figure}\\includegraphics{lamp.png}\\caption{A lamp.}\\label{fig:lamp}\\end{figure}\n\\input{parts/oil}\n\\subfile{end}\n\\include{../outside}\n\\input{/etc/passwd}\n\\end{document}'
  const made = await importManuscript(
    {
      path: 'a.tex',
      bytes: strToU8(text),
      beside: async (path) => {
        asked.push(path)
        return path === 'lamp.png'
          ? Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)
          : files[path] === undefined
            ? undefined
            : strToU8(files[path])
      },
    },
    [series],
    [],
    {},
  )
  const part = partOf(made)
  assert.match(part, /As Section <See id="sec-oil" \/> says, and <See id="tab-prices" \/>, and p\. ; not \./u)
  assert.match(part, /^## The oil \[#sec-oil\]\n\nIt came in tuns\.\[\^(.+?)\] See <See id="tab-prices" \/>, <See id="fig-lamp" \/>\.$/mu)
  assert.match(part, /^<Figure id="fig-lamp" src="lamp\.png"/mu)
  assert.match(part, /^<Table id="tab-prices">\n {2}What it cost\.\n\n {2}\| Year \| Price \|/mu)
  assert.match(part, /^## The end\n\nSo it ended, as note \[\^(.+?)\] says\.$/mu)
  assert.equal(made.counts?.notes, 1)
  const said = made.losses.map(({ place }) => place)
  for (const place of ['\\ref{sec:gone}', '\\pageref{sec:oil}', 'the file “../outside”', 'the file “/etc/passwd”', 'the file “parts/oil”'])
    assert.ok(said.includes(place), `${place}: ${said.join()}`)
  assert.ok(!asked.includes('secret.tex'))
  assert.deepEqual(
    mistakesIn(part).filter((mistake) => !/^(?:image|alt)/u.test(mistake)),
    [],
  )
})

test('plain text has tables, verse and lists of its own, beside notes that are numbered like them', async () => {
  const text = [
    `${title}\n\nThe keepers had duties, and they are read out each evening in the lamp room, in this order.[1]`,
    '1. To trim the wick before dusk, and again\n   at midnight.\n2. To write the log.\n3. To wake the next.',
    'What the oil cost stands in the books of the guild, which nobody has read since then.',
    'Year    Oil     Price\n1801    12      4 l. 10 s.\n1802            4 l.',
    'Keeper\tYears\nOrr\t1801–1807',
    '| Lamp | Hours |\n|------|-------|\n| old  | 9     |',
    '    O lamp of the north, that never did stand,\n    O wick that was trimmed by nobody’s hand.',
    'And so they lived until the last of them left the rock.[2]',
    '1. Rule of the house, p. 3.\n2. Chronicle, p. 9.',
  ]
  for (const label of ['1.', '[1]']) {
    const numbered = text.map((block, i) => (i === text.length - 1 && label === '[1]' ? block.replace(/^(\d)\./gmu, '[$1]') : block))
    const made = await take('a.txt', `${numbered.join('\n\n')}\n`)
    const part = partOf(made)
    assert.equal(made.counts?.notes, 2)
    assert.match(part, /^1\. To trim the wick before dusk, and again at midnight\.\n2\. To write the log\.\n3\. To wake the next\.$/mu)
    assert.match(part, /^\| Year \| Oil \| Price {6}\|\n\|.*\|\n\| 1801 \| 12 {2}\| 4 l\. 10 s\. \|\n\| 1802 \| {5}\| 4 l\. {7}\|$/mu)
    assert.match(part, /^\| Keeper \| Years {5}\|\n\|.*\|\n\| Orr {4}\| 1801–1807 \|$/mu)
    assert.match(part, /^\| Lamp \| Hours \|\n\| -+ \| -+ \|\n\| old {2}\| 9 {5}\|$/mu)
    assert.match(part, /^O lamp of the north, that never did stand,\\\nO wick/mu)
    assert.deepEqual(mistakesIn(part), [])
  }
})

test('citations of Zotero in a Word document become citations, and their works sources', async () => {
  const { written, counts, losses } = await take('a.docx', word(true))
  assert.equal(counts?.citations, 1)
  assert.match(written[0]?.text ?? '', /so <Source id="orr-lamp-1917" locator="pp\. 12–13" \/>\./u)
  assert.match(written.find(({ path }) => path === 'sources/orr-lamp-1917.yaml')?.text ?? '', /title: 'The Lamp: A Life'/u)
  assert.deepEqual(
    losses.map(({ says }) => says),
    ['“struck” is left out: it was struck out by E'],
  )
})

test('a part that is there is not touched unasked, and keeps the ids of its notes', async () => {
  const first = await take(
    'a.txt',
    plain(
      (n) => `[${n}]`,
      (n) => `[${n}]`,
    ),
  )
  const before = { path: `parts/${first.part}.mdx`, text: partOf(first).replaceAll('letter-roe-spring', 'the-letter') }
  const changed = plain(
    (n) => `[${n}]`,
    (n) => `[${n}]`,
  ).replace('Of the 12 lamps', 'Of the 13 lamps')
  const again = await take('a.txt', changed, [before])
  assert.deepEqual(again.written, [])
  assert.equal(again.difference?.added.length, 1)
  const replaced = await take('a.txt', changed, [before], true)
  assert.match(partOf(replaced), /\[\^the-letter\]/u)
  assert.doesNotMatch(partOf(replaced), /letter-roe-spring/u)
})

for (const [what, files, says] of [
  ['with macros', { 'word/vbaProject.bin': 'x' }, /there are macros in it/u],
  ['with a name that leads out of it', { '../../evil.xml': 'x' }, /leads out of it/u],
  ['with entities', { 'word/settings.xml': '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>' }, /defines entities/u],
] as const) {
  test(`an archive ${what} is refused with a word`, async () => {
    const { problem, written } = await take(
      'a.docx',
      zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)]))),
    )
    assert.match(problem ?? '', says)
    assert.deepEqual(written, [])
  })
}

test('an archive that would be too large unpacked is refused before it is unpacked', async () => {
  const bomb = zipSync({ 'word/document.xml': new Uint8Array(40_000_000) }, { level: 9 })
  assert.ok(bomb.length < 100_000)
  assert.match((await take('a.docx', bomb)).problem ?? '', /too large unpacked/u)
  const pictures = Object.fromEntries(Array.from({ length: 4 }, (_, i) => [`word/media/${i}.png`, new Uint8Array(60_000_000)]))
  assert.match((await take('a.odt', zipSync(pictures, { level: 1 }))).problem ?? '', /all of it 200 MB/u)
})

test('what is no text and no document says what to do', async () => {
  for (const [name, bytes, says] of [
    ['a.doc', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0), /save it as \.docx/u],
    ['a.docx', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0), /old format/u],
    ['a.pdf', strToU8('%PDF-1.7'), /take the file it was made of/u],
    ['a.txt', Uint8Array.of(0x50, 0x4b, 3, 4), /it is no text, but an archive/u],
    ['a.odt', zipSync({ 'content.xml': strToU8('<a><b></a>') }), /no text of LibreOffice/u],
    ['a.epub', zipSync({ mimetype: strToU8('application/epub+zip') }), /it is no book/u],
    ['a.txt', new Uint8Array(9_000_000).fill(97), /it has 9 MB; a text may have 8/u],
  ] as const) {
    const { problem, written } = await take(name, bytes)
    assert.match(problem ?? '', says)
    assert.deepEqual(written, [])
  }
})

test('pictures come along with their words, names of terms are linked where it is asked for, and works are proposed', async () => {
  const png = new Uint8Array(
    Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64'),
  )
  const source: SourceFile = { type: 'book', title: 'On the Lamp', author: [{ family: 'Orr', given: 'Ada' }], issued: '1917' }
  const text =
    '# The lamps\n\nThe Guild of Keepers lit it. The Guild of Keepers left.\n\n![A tower](tower.png) ![](other.png) ![](https://example.org/a.png)\n\n## Bibliography\n\nOrr, Ada. *On the Lamp*. Lamna, 1917.\n\nRoe, Tim. *Wicks*. 1920.\n'
  const result = await importManuscript(
    { path: 'a.md', bytes: strToU8(text), beside: (name) => Promise.resolve(name.endsWith('.png') ? png : undefined) },
    [series, { path: 'glossary/guild.mdx', text: '---\nname: Guild of Keepers\nkind: body\n---\n\nIt kept the lamps.\n' }],
    [{ id: 'orr-1917', file: source, text: '' }],
    { linksTerms: true },
  )
  const part = partOf(result)
  assert.match(part, /The <Term id="guild">Guild of Keepers<\/Term> lit it\. The Guild of Keepers left/u)
  assert.match(part, /<Figure src="tower\.png" alt="A tower" \/>/u)
  assert.match(part, /<Figure src="other\.png" alt="other\.png" \/>/u)
  assert.match(part, /1917\. \{\/\* proposal: this is the source “orr-1917”, by author, title and year \*\/\}/u)
  assert.doesNotMatch(part, /Wicks.*proposal/u)
  assert.deepEqual(
    result.pictures.map(({ path }) => path),
    ['pictures/tower.png', 'pictures/other.png'],
  )
  assert.ok(result.losses.some(({ place, says }) => place.includes('other.png') && says.includes('write into “alt” what it shows')))
  assert.ok(result.losses.some(({ says }) => says.startsWith('left out: nothing is fetched')))
})

const series = { path: 'series.yaml', text: 'title: Lamps\nauthor: The Guild\n' }

/** What `check` says of the part as a series of its own. */
const mistakesIn = (part: string) =>
  buildSeries([series, { path: 'parts/lamps.mdx', text: part }]).diagnostics.map(({ code, span }) => `${code} ${span.start.line}`)

const take = (path: string, text: string | Uint8Array, others: readonly { path: string; text: string }[] = [], overwrites = false) =>
  importManuscript(
    { path, bytes: typeof text === 'string' ? strToU8(text) : text },
    [series, ...others],
    [],
    overwrites ? { overwrites: true } : {},
  )

const partOf = ({ written }: ManuscriptImport) => written.find(({ path }) => path.startsWith('parts/'))?.text ?? ''

/** Words without marks of Markdown and white space. */
const wordsOf = (text: string) =>
  text
    .replace(/\\(?=[^\p{L}\p{N}\s])|^#+ /gmu, '')
    .replace(/\s+/gu, ' ')
    .trim()

/** The essay as Word writes it; or a sentence with a citation of Zotero and a tracked change. */
function word(withCitation = false): Uint8Array {
  const space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
  const run = (text: string) => `<w:r><w:t xml:space="preserve">${inHtml(text)}</w:t></w:r>`
  const inStyle = (style: string, text: string) => `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${run(text)}</w:p>`
  const paragraph = (text: string) =>
    `<w:p>${text
      .split(/(\[\d+\])/u)
      .map((piece) => {
        const n = /^\[(\d+)\]$/u.exec(piece)?.[1]
        return n === undefined ? run(piece) : `<w:r><w:footnoteReference w:id="${Number(n) + 1}"/></w:r>`
      })
      .join('')}</w:p>`
  const work = {
    id: 5,
    type: 'book',
    title: 'The Lamp: A Life',
    author: [{ family: 'Orr', given: 'Ada' }],
    issued: { 'date-parts': [[1917]] },
  }
  const code = inHtml(
    ` ADDIN ZOTERO_ITEM CSL_CITATION ${JSON.stringify({ citationItems: [{ id: 5, itemData: work, locator: '12-13', label: 'page' }] })}`,
  )
  const field = (kind: string) => `<w:r><w:fldChar w:fldCharType="${kind}"/></w:r>`
  const cited = `<w:p>${run('A lamp burned, so ')}${field('begin')}<w:r><w:instrText xml:space="preserve">${code}</w:instrText></w:r>${field('separate')}${run('Orr 1917, 12–13')}${field('end')}${run('.')}<w:del w:id="1" w:author="E"><w:r><w:delText>struck</w:delText></w:r></w:del></w:p>`
  const text = withCitation ? cited : body((name) => inStyle('Heading1', name), paragraph)
  const relation = (kind: string, target: string) =>
    `<Relationship Id="${kind}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}" Target="${target}"/>`
  const relations = (inside: string) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inside}</Relationships>`
  const files = {
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    '_rels/.rels': relations(relation('officeDocument', 'word/document.xml')),
    'word/_rels/document.xml.rels': relations(relation('styles', 'styles.xml') + relation('footnotes', 'footnotes.xml')),
    'word/document.xml': `<w:document ${space}><w:body>${inStyle('Title', title)}${text}</w:body></w:document>`,
    'word/footnotes.xml': `<w:footnotes ${space}>${notes.map((note, i) => `<w:footnote w:id="${i + 2}"><w:p><w:r><w:footnoteRef/></w:r>${run(` ${note}`)}</w:p></w:footnote>`).join('')}</w:footnotes>`,
    'word/styles.xml': `<w:styles ${space}>${[
      ['Title', 'Title'],
      ['Heading1', 'heading 1'],
    ]
      .map(([id, name]) => `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/></w:style>`)
      .join('')}</w:styles>`,
  }
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, content]) => [name, strToU8(content)])))
}
