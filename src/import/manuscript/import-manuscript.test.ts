import assert from 'node:assert/strict'
import { test } from 'node:test'
import { strToU8 } from 'fflate'
import type { SourceFile } from '../../model/files/source-file.ts'
import { mistakesIn, partOf, plain, series, take, title, word } from '../../testing/lamp-manuscripts.ts'
import { importManuscript } from './import-manuscript.ts'

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
