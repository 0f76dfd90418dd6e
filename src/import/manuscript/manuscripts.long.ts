import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { buildSeries } from '../../series/build-series.ts'
import { essayFormats } from '../../testing/essay-formats.ts'
import { inventEssay } from '../../testing/invented-essay.ts'
import { importManuscript } from './import-manuscript.ts'

/** Essays in the files that Pandoc and LibreOffice write. */
const essay = inventEssay()
const folder = mkdtempSync(join(tmpdir(), 'pamphlet-essays-'))
after(() => rmSync(folder, { recursive: true }))
const series = { path: 'series.yaml', text: 'title: Lamps\nauthor: The Guild\n' }
const has = (program: string) => spawnSync(program, ['--version']).status === 0
const at = (name: string) => join(folder, name)

const [, writeMarkdown] = essayFormats['Markdown of GFM'] ?? []
const [, writeOdt] = essayFormats.LibreOffice ?? []
const [, writeDocx] = essayFormats.Word ?? []
assert.ok(writeMarkdown && writeOdt && writeDocx)
writeFileSync(at('essay.md'), writeMarkdown(essay))
writeFileSync(at('essay.odt'), writeOdt(essay))
writeFileSync(at('essay.docx'), writeDocx(essay))

for (const ending of ['docx', 'odt', 'epub', 'html', 'tex']) {
  test(`an essay that Pandoc writes as .${ending} comes in with all notes`, {
    skip: !has('pandoc') && 'Pandoc is not installed',
  }, async () => {
    execFileSync('pandoc', ['-s', '-f', 'gfm', '-M', `title=${essay.title}`, at('essay.md'), '-o', at(`pandoc.${ending}`)])
    await comesIn(`pandoc.${ending}`)
  })
}

for (const [from, ending, filter] of [
  ['essay.odt', 'docx', 'docx:MS Word 2007 XML'],
  ['essay.docx', 'odt', 'odt'],
  ['essay.docx', 'html', 'html'],
] as const) {
  test(`an essay that LibreOffice saves as .${ending} comes in with all notes`, {
    skip: !has('soffice') && 'LibreOffice is not installed',
  }, async () => {
    execFileSync('soffice', ['--headless', '--convert-to', filter, '--outdir', at('office'), at(from)], { stdio: 'ignore' })
    await comesIn(`office/essay.${ending}`)
  })
}

async function comesIn(name: string) {
  const { problem, counts, written } = await importManuscript({ path: name, bytes: readFileSync(at(name)) }, [series], [], {})
  assert.equal(problem, undefined)
  assert.equal(counts?.notes, essay.notes.length)
  const part = written.find(({ path }) => path.startsWith('parts/'))
  const errors = buildSeries([series, ...(part ? [part] : [])]).diagnostics.filter(({ severity }) => severity === 'error')
  assert.deepEqual(errors, [])
  const words = wordsOf(part?.text ?? '')
  const missing = essay.notes.flatMap((note) => wordsOf(note).filter((word) => !words.includes(word)))
  assert.deepEqual(missing, [])
  const expected = essay.blocks.flatMap((block) =>
    block.kind === 'heading'
      ? wordsOf(block.text)
      : (block.kind === 'list' ? block.items : [block.runs]).flatMap((runs) =>
          wordsOf(runs.map((run) => (run.kind === 'note' ? '' : run.text)).join('')),
        ),
  )
  const [body = ''] = (part?.text ?? '').replace(/^---\n[\s\S]*?\n---\n/u, '').split(/\n(?=\[\^[^\]]+\]: )/u)
  assert.deepEqual(wordsOf(body.replace(/\[\^[^\]]+\]/gu, '')), expected)
}

/** Letters and digits alone: programs write quotation marks, dashes and blanks in several ways. */
const wordsOf = (text: string): string[] =>
  text
    .replace(/<\/?\w+[^>]*>|\\(?=[^\p{L}])/gu, (mark) => (mark.startsWith('<s') || mark.startsWith('</s') || mark === '\\' ? '' : ' '))
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? []
