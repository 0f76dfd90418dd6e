import assert from 'node:assert/strict'
import { readFiles } from '../manuscript/files.ts'
import { ledgerPath, printLedger } from '../manuscript/ledger/ledger-files.ts'
import { readManuscript } from '../manuscript/read-manuscript.ts'
import type { ManuscriptFile } from '../model/facts.ts'
import type { Ledger } from '../model/ledger.ts'
import { recordPermalinks } from '../series/permalinks/record-permalinks.ts'

/**
 * The first part of the publication is edited thirty times. Each of its paragraphs begins with a word of its own, by
 * which the test knows it whatever the program thinks: “mark7”.
 */
export const part = 'parts/part-1.mdx'
const manuscript = (await readFiles('content')).filter(({ path }) => path !== ledgerPath)

export type Edition = { readonly text: string; readonly ledger: Ledger }
type Edit = (edition: Edition) => Edition

const isParagraph = (line: string) => /^(?:\p{Lu}|“|<(?:CalendarDate|Term|Source|Foreign)\b)/u.test(line)
export const markOf = (line: string) => /^mark\d+/u.exec(line)?.[0] ?? ''

function firstEdition(): Edition {
  let count = 0
  const [front = '', ...rest] = (manuscript.find(({ path }) => path === part)?.text ?? '').split(/(?<=^---\n[\s\S]*?^---\n)/mu)
  const body = rest
    .join('')
    .split('\n')
    .map((line) => (isParagraph(line) ? `mark${++count} ${line}` : line))
    .join('\n')
  return record({ text: front + body, ledger: { published: {}, retired: {} } })
}

export const filesOf = ({ text, ledger }: Edition): ManuscriptFile[] => [
  ...manuscript.map((file) => (file.path === part ? { path: part, text } : file)),
  { path: ledgerPath, text: printLedger(ledger) },
]

/** What `npm run permalinks` does; nothing may be lost. */
export function record(edition: Edition): Edition {
  const changes = recordPermalinks(readManuscript(filesOf(edition).filter(({ path }) => path === part || path === ledgerPath)).manuscript)
  assert.deepEqual(changes.lost, [])
  return { ...edition, ledger: changes.ledger }
}

const onText =
  (edit: (lines: string[]) => string[]): Edit =>
  ({ text, ledger }) => ({ text: edit(text.split('\n')).join('\n'), ledger })

/** Changes the line of one paragraph; it may become several lines, or none. */
const onParagraph = (mark: number, edit: (line: string) => string[]): Edit =>
  onText((lines) => {
    assert.ok(lines.some((line) => line.startsWith(`mark${mark} `)))
    return lines.flatMap((line) => (line.startsWith(`mark${mark} `) ? edit(line) : [line]))
  })

const mendTypo = (mark: number) =>
  onParagraph(mark, (line) => {
    const mended = line.replace(/ (?<word>\p{Ll}{5,})(?= \p{Ll})/u, ' mended')
    assert.notEqual(mended, line)
    return [mended]
  })

const split = (mark: number) =>
  onParagraph(mark, (line) => {
    const sentences = line.split(/(?<=\.(?:\[\^[\w-]+\])?) (?=\p{Lu}|<)/u)
    assert.ok(sentences.length > 1)
    const half = Math.ceil(sentences.length / 2)
    return [sentences.slice(0, half).join(' '), '', sentences.slice(half).join(' ')]
  })

/** Joins a paragraph with the next one. */
const join = (mark: number): Edit =>
  onText((lines) => {
    const at = lines.findIndex((line) => line.startsWith(`mark${mark} `))
    assert.equal(lines[at + 1], '')
    assert.match(markOf(lines[at + 2] ?? ''), /^mark/u)
    return lines.toSpliced(at, 3, `${lines[at]} ${lines[at + 2]}`)
  })

const moveTo = (mark: number, other: number): Edit =>
  onText((lines) => {
    const moved = lines.find((line) => line.startsWith(`mark${mark} `)) ?? ''
    const without = lines.filter((line) => line !== moved)
    const at = without.findIndex((line) => line.startsWith(`mark${other} `))
    assert.ok(moved && at > 0)
    return without.toSpliced(at, 0, moved, '')
  })

const insertBefore = (mark: number, text: string) => onParagraph(mark, (line) => [text, '', line])

const rewriteEnd = (mark: number) =>
  onParagraph(mark, (line) => {
    const words = line.replace(/<[^>]*>|\[\^[^\]]*\]/gu, '').split(' ')
    return [[...words.slice(0, Math.ceil(words.length * 0.6)), 'and of what followed nobody at the time had any notion.'].join(' ')]
  })

/** Renames a note wherever it stands; the ledger says where it went. */
const renameNote =
  (from: string, to: string): Edit =>
  ({ text, ledger }) => {
    assert.ok(text.includes(`[^${from}]`))
    return {
      text: text.replaceAll(`[^${from}]`, `[^${to}]`),
      ledger: retire(ledger, `/part-1/#note-${from}`, { movedTo: `/part-1/#note-${to}` }),
    }
  }

const renameSection = (from: string, to: string): Edit => onText((lines) => lines.map((line) => line.replace(from, to)))

const moveSection =
  (from: string, to: string): Edit =>
  ({ text, ledger }) => ({
    text: text.replace(`[#${from}]`, `[#${to}]`),
    ledger: retire(ledger, `/part-1/#${from}`, { movedTo: `/part-1/#${to}` }),
  })

const withdraw =
  (mark: number): Edit =>
  (edition) => {
    const address = addressOfMark(edition, `mark${mark}`)
    const { text } = onParagraph(mark, () => [])(edition)
    return {
      text: text.replace(/\n{3,}/gu, '\n\n'),
      ledger: retire(edition.ledger, address, { withdrawn: 'It told what the next paragraph tells.' }),
    }
  }

const retire = (ledger: Ledger, address: string, fate: Ledger['retired'][string]): Ledger => ({
  ...ledger,
  retired: { ...ledger.retired, [address]: fate },
})

export const addressOfMark = ({ ledger }: Edition, mark: string): string =>
  Object.entries(ledger.published).find(([address, { text }]) => address.startsWith('/part-1/') && text.startsWith(`${mark} `))?.[0] ?? ''

/** The part as it is published first, with its ledger. */
export const first = firstEdition()
export const sections = [...first.text.matchAll(/^## (?<title>.*) \[#(?<id>.*)\]$/gmu)].map(({ groups }) => ({
  title: groups?.title ?? '',
  id: groups?.id ?? '',
}))
const [note = ''] = [...first.text.matchAll(/^\[\^(?<id>[\w-]+)\]:/gmu)].map(({ groups }) => groups?.id ?? '')

/** Words changed; paragraphs split, joined, moved, inserted and withdrawn; notes and sections under other names. */
export const edits: readonly Edit[] = [
  mendTypo(2),
  mendTypo(5),
  insertBefore(3, 'A paragraph that nobody had asked for, set between two others by an editor in a hurry.'),
  split(4),
  mendTypo(8),
  moveTo(20, 9),
  join(12),
  renameSection(sections[0]?.title ?? '', 'A title that says the same in other words'),
  insertBefore(1, 'Before everything else stands this, and it moves all numbers by one.'),
  mendTypo(11),
  split(16),
  renameNote(note, `${note}-renamed`),
  rewriteEnd(18),
  moveTo(6, 25),
  mendTypo(6),
  join(22),
  insertBefore(30, 'A paragraph that nobody had asked for, set between two others by an editor in no hurry at all.'),
  moveSection(sections[1]?.id ?? '', 'another-name-for-it'),
  mendTypo(27),
  split(28),
  moveTo(31, 2),
  withdraw(33),
  join(14),
  mendTypo(14),
  rewriteEnd(10),
  insertBefore(19, 'One sentence.'),
  split(26),
  moveTo(4, 29),
  join(34),
  mendTypo(7),
]
