import assert from 'node:assert/strict'
import { test } from 'node:test'
import { strToU8 } from 'fflate'
import type { FootnoteDefinition, Nodes } from 'mdast'
import { visit } from 'unist-util-visit'
import { isElement } from '../../manuscript/nodes.ts'
import { parseMdx } from '../../manuscript/parse.ts'
import { buildSeries } from '../../series/build-series.ts'
import { essayFormats } from '../../testing/essay-formats.ts'
import { type Essay, inventEssay, type Run } from '../../testing/invented-essay.ts'
import { importManuscript } from './import-manuscript.ts'

const series = { path: 'series.yaml', text: 'title: Lamps\nauthor: The Guild\n' }
const essay = inventEssay()

for (const [form, [path, write]] of Object.entries(essayFormats)) {
  test(`an essay of 5,000 words with 30 notes comes in whole from ${form}`, async () => {
    const result = await importManuscript({ path, bytes: write(essay) }, [series], [], {})
    assert.equal(result.problem, undefined)
    assert.equal(result.title, essay.title)
    const part = result.written.find((file) => file.path.startsWith('parts/'))
    assert.ok(part)
    assert.deepEqual(wordsIn(part.text), wordsOf(essay))
    assert.deepEqual(
      buildSeries([series, part]).diagnostics.filter(({ severity }) => severity === 'error'),
      [],
    )
  })
}

/** Plain pages with eleven notes at their end, in the ways in which people number them. */
const eleven = inventEssay(900, 11)
const marks: Readonly<Record<string, (n: number) => string>> = {
  '[1]': (n) => `[${n}]`,
  '(1)': (n) => ` (${n})`,
  raised: (n) => [...String(n)].map((digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)]).join(''),
  1: String,
  '[^1]': (n) => `[^${n}]`,
  '{1}': (n) => `{${n}}`,
}
const labels: Readonly<Record<string, (n: number) => string>> = {
  '[1]': (n) => `[${n}]`,
  '1.': (n) => `${n}.`,
  '1)': (n) => `${n})`,
  1: String,
  '↑1': (n) => `↑ ${n}.`,
  raised: (n) => [...String(n)].map((digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)]).join(''),
  'Note 1:': (n) => `Note ${n}:`,
}
const ends = ['Notes\n\n', 'NOTES\n', 'Footnotes:\n\n', '----------\n\n', '', '* * *\n\nEndnotes\n\n', 'Notes and references\n\n']

for (const [at, [mark, write]] of Object.entries(marks).entries()) {
  test(`eleven notes to which ${mark} points come in from plain text, however they are numbered`, async () => {
    for (const [row, [label, number]] of Object.entries(labels).entries()) {
      for (const [i, end] of ends.entries()) {
        // Every pair of ways stands in some text; all of them together would take half a minute.
        if ((i + row + at) % 4 !== 0) continue
        const width = i % 2 === 0 ? Number.POSITIVE_INFINITY : 72
        const [between, after] = [i % 3 === 0 ? '\n\n' : '\n', i % 4 === 1 ? '\n\nShare this page\n' : '\n']
        const text = plainText(eleven, { write, number, end, width, between }) + after
        const isWindows = i === 2 && /^[\0-\u00FF“”’–]*$/u.test(text)
        const bytes = isWindows ? windows(text) : strToU8(i === 3 ? text.replaceAll('\n', '\r\n') : text)
        const result = await importManuscript({ path: 'a.txt', bytes }, [series], [], isWindows ? { encoding: 'windows-1252' } : {})
        const part = result.written.find((file) => file.path.startsWith('parts/'))
        const said = `${mark} and ${label} after “${end}” in lines of ${width}`
        assert.deepEqual(notesIn(part?.text ?? ''), eleven.notes.map(plainWords), said)
        assert.deepEqual(wordsIn((part?.text ?? '').replace('Share this page\n', '')), wordsOf(eleven), said)
      }
    }
  })
}

type Shape = {
  readonly write: (n: number) => string
  readonly number: (n: number) => string
  readonly end: string
  readonly width: number
  readonly between: string
}

function plainText({ title, blocks, notes }: Essay, { write, number, end, width, between }: Shape): string {
  const inRuns = (runs: readonly Run[]) => runs.map((run) => (run.kind === 'note' ? write(run.number) : run.text)).join('')
  const text = blocks.map((block) => {
    if (block.kind === 'heading') return block.text
    return block.kind === 'list' ? block.items.map((item) => `* ${inRuns(item)}`).join('\n') : wrapped(inRuns(block.runs), width)
  })
  return `${title}\n\n${text.join('\n\n')}\n\n${end}${notes.map((note, i) => wrapped(`${number(i + 1)} ${note}`, width)).join(between)}`
}

function wrapped(text: string, width: number): string {
  let line = 0
  return text
    .split(' ')
    .map((word, i) => {
      line += word.length + 1
      if (i === 0 || line <= width) return i === 0 ? word : ` ${word}`
      line = word.length + 1
      return `\n${word}`
    })
    .join('')
}

/** Letters of Windows-1252 that are elsewhere in Unicode. */
const windows = (text: string) =>
  Uint8Array.from([...text].flatMap((letter) => ({ '“': 0x93, '”': 0x94, '’': 0x92, '–': 0x96 })[letter] ?? letter.codePointAt(0) ?? 63))

const plainWords = (text: string) => text.replace(/\s+/gu, ' ').trim()

/** The words of an essay in their order, and ‹3› where the third note is pointed to. */
const wordsOf = ({ blocks }: Essay): string[] =>
  blocks
    .map((block) => {
      if (block.kind === 'heading') return block.text
      const inRuns = (runs: readonly Run[]) => runs.map((run) => (run.kind === 'note' ? `‹${run.number}›` : run.text)).join('')
      return block.kind === 'list' ? block.items.map(inRuns).join(' ') : inRuns(block.runs)
    })
    .map(plainWords)
    .join(' ')
    .split(' ')

/** The same of a part; the notes have the numbers that they have in the essay. */
function wordsIn(text: string): string[] {
  const { tree } = parseMdx({ path: 'parts/a.mdx', text })
  assert.ok(tree)
  const numbers = new Map(definitionsIn(text).map(({ id }, i) => [id, i + 1]))
  const read = (node: Nodes): string => {
    if (node.type === 'text') return node.value
    if (node.type === 'break') return ' '
    if (node.type === 'footnoteReference') return `‹${numbers.get(node.label ?? node.identifier)}›`
    if (node.type === 'footnoteDefinition' || !('children' in node)) return ''
    const isBlock = !isElement(node) && !['emphasis', 'strong', 'link'].includes(node.type)
    return `${node.children.map(read).join('')}${isBlock ? ' ' : ''}`
  }
  return plainWords(read(tree)).split(' ')
}

const notesIn = (text: string): string[] => definitionsIn(text).map(({ words }) => words)

function definitionsIn(text: string): { readonly id: string; readonly words: string }[] {
  const notes: { id: string; words: string }[] = []
  const { tree } = parseMdx({ path: 'parts/a.mdx', text })
  const wordsIn = (node: Nodes): string =>
    node.type === 'text' ? node.value : 'children' in node ? node.children.map(wordsIn).join('') : ''
  if (tree)
    visit(
      tree,
      'footnoteDefinition',
      (node: FootnoteDefinition) => void notes.push({ id: node.label ?? node.identifier, words: plainWords(wordsIn(node)) }),
    )
  return notes
}
