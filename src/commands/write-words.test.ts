import assert from 'node:assert/strict'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { readFiles } from '../manuscript/files.ts'
import { buildSeries } from '../series/build-series.ts'
import { writeWords } from './write-words.ts'

let folder: string
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pamphlet-words-'))
})
after(() => rm(folder, { recursive: true, force: true }))

/** A series of one part, in a language, in a folder of its own. */
async function seriesIn(language: string): Promise<string> {
  const content = join(folder, language)
  await mkdir(join(content, 'parts'), { recursive: true })
  await writeFile(join(content, 'series.yaml'), `title: Lampen\nauthor: Ada Orr\nlanguage: ${language}\n`)
  await writeFile(join(content, 'parts/one.mdx'), '# De lamp\n\nHij brandde.\n')
  return content
}

const errorsIn = async (content: string) =>
  buildSeries(await readFiles(content)).diagnostics.flatMap(({ severity, code }) => (severity === 'error' ? [code] : []))

test('a series in a language that the program does not speak gets a file with all its words, and is then without mistakes', async () => {
  const content = await seriesIn('nl')
  assert.deepEqual(await errorsIn(content), ['language-unsupported'])
  assert.match((await writeWords(content)).said ?? '', /^words\/nl\.yaml: \d{3} messages added, in English\./u)
  assert.deepEqual(await errorsIn(content), [])
})

test('a file of words gets what it has not, and nothing of it is changed', async () => {
  const content = await seriesIn('sv')
  await mkdir(join(content, 'words'))
  await writeFile(join(content, 'words/sv.yaml'), '# By Ada.\nsite:\n  skip: Till texten # short\n')
  await writeWords(content, 'sv')
  assert.match(
    await readFile(join(content, 'words/sv.yaml'), 'utf8'),
    /^# By Ada\.\nsite:\n {2}skip: Till texten # short\n {2}menu: Site\n/u,
  )
  assert.deepEqual(await errorsIn(content), [])
  assert.match((await writeWords(content)).said ?? '', /^words\/sv\.yaml has a word for everything/u)
})

test('the words of a translation go into its folder; those of what nothing is written in, nowhere', async () => {
  const content = await seriesIn('en')
  await mkdir(join(content, 'translations/da/parts'), { recursive: true })
  await writeFile(join(content, 'translations/da/parts/one.mdx'), '# Lampen\n\nDen brændte.\n')
  assert.match((await writeWords(content, 'da')).said ?? '', /^translations\/da\/words\/da\.yaml: /u)
  assert.match((await writeWords(content, 'fi')).problem ?? '', /^Nothing is in “fi”: the series is in “en”\./u)
  assert.match((await writeWords(content)).said ?? '', /^The program speaks “en”/u)
})
