import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readCaptions } from './read-captions.ts'
import { spokenWords } from './spoken-words.ts'

const captions = `WEBVTT - The lock
Kind: captions

STYLE
::cue { color: yellow }

NOTE 00:00.000 --> nothing

00:00.500 --> 00:02.000 align:start
<v.loud Ada Orr>The gate was <i>heavy</i>,

2
00:02.000 --> 01:00:03.000
and it moved &amp; held.
<v Tom>It did.

01:00:03.500 --> 01:00:04.000
<v Tom>Every day.
`

test('captions become paragraphs, one for each voice', () => {
  assert.deepEqual(readCaptions(captions).mistakes, [])
  assert.deepEqual(spokenWords('recordings/lock.vtt', captions), [
    { speaker: 'Ada Orr', text: 'The gate was heavy,' },
    { text: 'and it moved & held.' },
    { speaker: 'Tom', text: 'It did. Every day.' },
  ])
})

test('captions are read with the line ends of Windows, and times may follow the first line at once', () => {
  const { cues, mistakes } = readCaptions('WEBVTT\r\n00:01.000 --> 00:02.000\r\nOne\r\n\r\n00:02.000 --> 00:03.000\r\nTwo\r\n')
  assert.deepEqual(mistakes, [])
  assert.deepEqual(
    cues.map(({ from, to, text }) => [from, to, text]),
    [
      [1, 2, 'One'],
      [2, 3, 'Two'],
    ],
  )
})

test('a pause begins a paragraph, and so does a sentence after a long one', () => {
  const long = 'word '.repeat(120).trim()
  const at = (second: number) => `00:${String(second).padStart(2, '0')}.000`
  const cue = (from: number, to: number, text: string) => `${at(from)} --> ${at(to)}\n${text}\n`
  const file = `WEBVTT\n\n${cue(0, 1, 'First.')}\n${cue(5, 6, `${long}.`)}\n${cue(6, 7, 'Third')}\n${cue(7, 8, 'goes on.')}`
  assert.deepEqual(
    spokenWords('a.vtt', file).map(({ text }) => text),
    ['First.', `${long}.`, 'Third goes on.'],
  )
})

test('plain text has a paragraph between empty lines', () => {
  assert.deepEqual(spokenWords('a.txt', 'One\nline.\r\n\r\nTwo.\n'), [{ text: 'One line.' }, { text: 'Two.' }])
})

test('what browsers would pass over is named with its line', () => {
  const mistakesIn = (text: string) => readCaptions(text).mistakes.map(({ span, reason }) => `${span.start.line}: ${reason}`)
  assert.deepEqual(mistakesIn(''), ['1: Its first line is not “WEBVTT”.'])
  assert.deepEqual(mistakesIn('\n\nWEBVTT\n'), ['1: Its first line is not “WEBVTT”.'])
  assert.deepEqual(mistakesIn('WEBVTT\n'), ['1: There is no caption in it.'])
  assert.deepEqual(mistakesIn('WEBVTT\n\n1:00 --> 1:02\nA\n\nwords\nalone\n\n00:02.000 --> 00:02.000\nB\n'), [
    '3: Its times cannot be read.',
    '6: No times stand over these words.',
    '9: It ends before it begins.',
  ])
})
