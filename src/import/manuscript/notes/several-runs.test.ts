import assert from 'node:assert/strict'
import { test } from 'node:test'
import { importManuscript } from '../import-manuscript.ts'

const series = { path: 'series.yaml', text: 'title: Lamps\nauthor: The Guild\n' }

/** Two chapters with marks {1} … {3} each, and what their notes say. */
const chapters = [
  [
    'The north pier',
    'The ferrymen met at the quay in March to argue over tolls,{1} and over the lamp of the pier.{2} Nobody kept minutes of it.{3}',
  ],
  [
    'The south pier',
    'A second meeting was called for June,{1} when the ice had gone,{2} and the toll-house stood open to whoever could pay.{3}',
  ],
] as const
const notes = [
  ['A letter of Brandt says so.', 'The lamp is in the museum.', 'Or they are lost.'],
  ['The date is disputed.', 'Ice is noted in the toll book.', 'Few could.'],
] as const

const raisedDigits = '⁰¹²³'
const written = (n: number, mark: (n: number) => string, chapter: number) =>
  (chapters[chapter]?.[n] ?? '').replace(/\{(\d)\}/gu, (_, number: string) => mark(Number(number)))

type Way = readonly [mark: (n: number) => string, label: (n: number) => string]
const ways: Readonly<Record<string, Way>> = {
  'numbers in brackets': [(n) => `[${n}]`, (n) => `[${n}] `],
  'raised numbers': [(n) => raisedDigits[n] ?? '', (n) => `${raisedDigits[n]} `],
  'numbers with a full stop': [(n) => `[${n}]`, (n) => `${n}. `],
  'bare numbers': [String, (n) => `${n}. `],
  letters: [(n) => `[${' abc'[n]}]`, (n) => `${' abc'[n]}. `],
  stars: [(n) => '*'.repeat(n), (n) => `${'*'.repeat(n)} `],
}

for (const [way, [mark, label]] of Object.entries(ways)) {
  const listOf = (chapter: number) => (notes[chapter] ?? []).map((note, i) => label(i + 1) + note).join('\n')
  const chapter = (i: number) => `${written(0, mark, i)}\n\n${written(1, mark, i)}\n\n`
  test(`notes by ${way} that begin anew in each chapter lead to those below it`, async () => {
    assert.match(await readOf(`Tolls\n\n${chapter(0)}Notes\n\n${listOf(0)}\n\n${chapter(1)}Notes\n\n${listOf(1)}\n`), whole)
  })
  test(`notes by ${way} of all chapters at the end lead each to its chapter`, async () => {
    const names = chapters.map(([name]) => name)
    assert.match(
      await readOf(`Tolls\n\n${chapter(0)}${chapter(1)}Notes\n\n${names[0]}\n\n${listOf(0)}\n\n${names[1]}\n\n${listOf(1)}\n`),
      whole,
    )
  })
}

test('notes below the paragraph that points to them leave the text after them in the text', async () => {
  const text =
    'Tolls\n\nThe ferrymen met at the quay in March to argue over tolls [1] and over the lamp of the north pier. [2]\n\n[1] A letter.\n[2] See Holm.\n\nA second meeting was called for June, [3] when the ice had gone and the toll-house stood open.\n\n[3] The date is disputed.\n\nThe last word was the council’s, which nobody heard. [4]\n\n[4] Toll book.\n'
  assert.equal(
    await readOf(text),
    'The ferrymen met at the quay in March to argue over tolls‹A letter.› and over the lamp of the north pier.‹See Holm.› A second meeting was called for June,‹The date is disputed.› when the ice had gone and the toll-house stood open. The last word was the council’s, which nobody heard.‹Toll book.›',
  )
})

test('letters lead to the notes, and numbers beside them to the references', async () => {
  const text = (label: string) =>
    `Tolls\n\nThe ferrymen met at the quay in March[a] to argue over tolls,[1] and over the lamp of the pier.[2][b] So it went on.[1]\n\nNotes\n\na${label} Or April.\nb${label} A small one.\n\nReferences\n\n1. Holm 1902.\n2. Brandt 1871.\n`
  for (const label of ['.', ')'])
    assert.match(
      await readOf(text(label)),
      /March‹Or April\.› to argue over tolls,‹Holm 1902\.› and .* pier\.‹Brandt 1871\.›‹A small one\.› So it went on\.‹Holm 1902\.›$/u,
    )
  const page =
    '<h1>Tolls</h1><p>They met in March<sup>a</sup> over tolls,<sup>1</sup> and the lamp.<sup>2</sup><sup>b</sup></p><h2>Notes</h2><p>a. Or April.</p><p><sup>b</sup> A small one.</p><h2>References</h2><ol><li>Holm 1902.</li><li>Brandt 1871.</li></ol>'
  assert.equal(
    await readOf(page.replace('<sup>b</sup> A', 'b. A'), 'a.html'),
    'They met in March‹Or April.› over tolls,‹Holm 1902.› and the lamp.‹Brandt 1871.›‹A small one.›',
  )
})

test('pages whose marks are no links have notes by letters, Roman numbers and signs', async () => {
  for (const signs of [
    ['a', 'b', 'c'],
    ['i', 'ii', 'iii'],
    ['*', '†', '‡'],
    ['*', '**', '***'],
  ]) {
    for (const label of [(sign: string) => `<sup>${sign}</sup> `, (sign: string) => (/\w/u.test(sign) ? `${sign}. ` : sign)]) {
      const body = (chapters[0][1] as string).replace(/\{(\d)\}/gu, (_, n: string) => `<sup>${signs[Number(n) - 1]}</sup>`)
      const page = `<h1>Tolls</h1><p>${body}</p><hr>${notes[0].map((note, i) => `<p>${label(signs[i] ?? '')}${note}</p>`).join('')}`
      assert.match(await readOf(page, 'a.html'), /tolls,‹A letter of Brandt says so\.› .* it\.‹Or they are lost\.›$/u, signs.join())
    }
  }
})

test('a list in the text, a list of works behind the notes, and letters that point nowhere stay what they are', async () => {
  const list = '1. Toll.\n2. Lamp.'
  const text = `Tolls\n\nThey argued over two things in March, at the quay of the town:[1]\n\n${list}\n\nNothing else was said.[2] So the ferrymen of the coast went home.\n\nNotes\n\n1. A letter.\n2. Holm.\n\nBibliography\n\n1. Brandt, Letters.\n2. Holm, Ferries.\n3. Roe, Wicks.\n`
  const part = await partOf(text, 'a.txt')
  assert.equal(
    await readOf(text),
    'They argued over two things in March, at the quay of the town:‹A letter.› 1. Toll. 2. Lamp. Nothing else was said.‹Holm.› So the ferrymen of the coast went home. ## Bibliography 1. Brandt, Letters. 2. Holm, Ferries. 3. Roe, Wicks.',
  )
  assert.match(part, /^1\. Brandt, Letters\.\n2\. Holm, Ferries\.\n3\. Roe, Wicks\.$/mu)
  const lettered = await partOf('Tolls\n\nThey argued over two things in March, at the quay of the town.\n\na) Toll.\nb) Lamp.\n', 'a.txt')
  assert.match(lettered, /a\) Toll\.\n\nb\) Lamp\./u)
})

const whole = new RegExp(
  `${chapters[0][0]}.*tolls,‹A letter of Brandt says so\\.›.*pier\\.‹The lamp is in the museum\\.›.*it\\.‹Or they are lost\\.›.*${chapters[1][0]}.*June,‹The date is disputed\\.›.*gone,‹Ice is noted in the toll book\\.›.*pay\\.‹Few could\\.›$`,
  'u',
)

async function partOf(text: string, path: string): Promise<string> {
  const result = await importManuscript({ path, bytes: new TextEncoder().encode(text) }, [series], [], {})
  return result.written.find((file) => file.path.startsWith('parts/'))?.text ?? ''
}

/** The text of a part in one line, with the words of each note where it is pointed to. */
async function readOf(text: string, path = 'a.txt'): Promise<string> {
  const part = await partOf(text, path)
  const words = new Map([...part.matchAll(/^\[\^([^\]]+)\]: (.*)$/gmu)].map(([, id = '', note = '']) => [id, note]))
  return part
    .replace(/^---[\s\S]*?\n---\n/u, '')
    .replace(/\n\[\^[^\]]+\]: [\s\S]*$/u, '')
    .replace(/\[\^([^\]]+)\]/gu, (_, id: string) => `‹${words.get(id)}›`)
    .replace(/\s+/gu, ' ')
    .trim()
}
