import assert from 'node:assert/strict'
import { test } from 'node:test'
import { importManuscript } from '../import-manuscript.ts'

const notes = [
  'Minutes of the guild, vol. 2, p. 14.',
  'Orr, Lamps, 1901, 22–23. See also Roe.',
  '1899 was a bad year for oil, as Roe writes.',
  'Town archive, box 3.',
  'The names are those of twelve keepers.',
]
const text = [
  'The Lamps of the Coast',
  'The keepers of the coast met in 1899 to decide what oil they would burn in the coming winter.{1} Nobody had asked them before.',
  'In 1901 the price had risen to 12 pounds a barrel,{2} and the council answered with a letter of 3 pages (and 2 maps).{3}',
  'The letter is lost, but [a]n answer survives in the archive, as item 4/5 of the list.{4} It ends with names.{5}',
]

const series = { path: 'series.yaml', text: 'title: Lamps\nauthor: The Guild\n' }
const roman = ['', 'i', 'ii', 'iii', 'iv', 'v']

/** Ways to mark notes in the text and to label them below it. */
const ways: Readonly<Record<string, readonly [mark: (n: number) => string, label: (n: number) => string]>> = {
  'brackets with blanks': [(n) => ` [ ${n} ]`, (n) => `[ ${n} ] `],
  'wide brackets': [(n) => `［${n}］`, (n) => `［${n}］`],
  '“note” in brackets': [(n) => `[note ${n}]`, (n) => `[note ${n}] `],
  '“fn” in brackets': [(n) => `[fn${n}]`, (n) => `[fn${n}] `],
  'a caret': [(n) => `^${n}`, (n) => `${n}. `],
  strokes: [(n) => `/${n}/`, (n) => `/${n}/ `],
  'Roman numbers, as Word saves them': [(n) => `[${roman[n]}]`, (n) => `[${roman[n]}] `],
  letters: [(n) => `[${'-abcde'[n]}]`, (n) => `[${'-abcde'[n]}] `],
  stars: [(n) => '*'.repeat(n), (n) => `${'*'.repeat(n)} `],
  'printers’ signs': [(n) => '-*†‡§‖'[n] ?? '', (n) => `${'-*†‡§‖'[n]} `],
  'numbers alone on their lines': [(n) => `[${n}]`, (n) => `${n}\n`],
  'numbers alone in their paragraphs': [(n) => `[${n}]`, (n) => `${n}.\n\n`],
  'indented numbers': [(n) => `[${n}]`, (n) => `     ${n}.   `],
}

for (const [way, [mark, label]] of Object.entries(ways))
  test(`notes are found by ${way}`, async () => {
    const written = `${marked(mark)}\n\nNotes\n\n${notes.map((note, i) => label(i + 1) + note).join('\n\n')}\n`
    await comesIn(written)
  })

test('several numbers in one mark point to several notes', async () => {
  const below = notes.map((note, i) => `[${i + 1}] ${note}`).join('\n')
  for (const [together, first] of [
    ['[4, 5]', 4],
    ['[4–5]', 4],
    ['[4; 5]', 4],
  ] as const) {
    const body = marked((n) => (n < first ? `[${n}]` : n === first ? together : ''))
    const part = await partOf(`${body}\n\nNotes\n\n${below}\n`)
    assert.match(part, /the list\.\[\^town-archive-box-3\]\[\^names-those-twelve-keepers\] It ends with names\.\n/u, together)
  }
})

for (const [before, behind] of [
  ['', ' ↩︎'],
  ['', ' ↩'],
  ['', ' ↩ ↩2'],
  ['', ' ↩︎²'],
  ['', ' [back]'],
  ['', ' [↑]'],
  ['', ' ↑ Back to text'],
  ['', ' (return to text)'],
  ['↩ ', ''],
  ['^ ', ''],
  ['^ a b ', ''],
  ['Jump up ^ ', ''],
] as const)
  test(`what leads back to the text is left out of a note: “${before}…${behind}”`, async () => {
    const below = notes.map((note, i) => `${i + 1}. ${before}${note}${behind}`).join('\n\n')
    await comesIn(`${marked((n) => `[${n}]`)}\n\nNotes\n\n${below}\n`)
  })

test('numbers of pages, alone on their lines, are no notes', async () => {
  const page = 'The keepers went up in pairs and wrote of it at length in the book of the lamp room.\n'.repeat(12)
  const part = await partOf(`The Lamps of the Coast\n\n${[1, 2, 3].map((n) => `${page}\n${n}\n`).join('\n')}`)
  assert.doesNotMatch(part, /\[\^/u)
})

const marked = (mark: (n: number) => string) => text.join('\n\n').replace(/\{(\d)\}/gu, (_, n: string) => mark(Number(n)))

async function partOf(written: string): Promise<string> {
  const result = await importManuscript({ path: 'a.txt', bytes: new TextEncoder().encode(written) }, [series], [], {})
  return result.written.find(({ path }) => path.startsWith('parts/'))?.text ?? ''
}

/** Every note stands where its mark stood, with its words and nothing else. */
async function comesIn(written: string) {
  const part = await partOf(written)
  const found = [...part.matchAll(/^\[\^([^\]]+)\]: (.*)$/gmu)]
  assert.deepEqual(
    found.map(([, , words]) => words),
    notes,
  )
  const ids = found.map(([, id]) => id)
  const essay = part.replace(/^---[\s\S]*?\n---\n/u, '').replace(/\n\[\^[^\]]+\]: [\s\S]*$/u, '')
  assert.equal(
    essay
      .replace(/\[\^([^\]]+)\]/gu, (_, id: string) => `{${ids.indexOf(id) + 1}}`)
      .replace(/\\(?=[[\]])/gu, '')
      .trim(),
    text.slice(1).join('\n\n'),
  )
}
