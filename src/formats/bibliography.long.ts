import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import type { Source } from '../model/series.ts'
import { builtSeries } from '../testing/built-series.ts'
import { hardWorks } from '../testing/hard-works.ts'
import { poisoned } from '../testing/poisoned-series.ts'
import { writeBibliography } from './bibliography.ts'

const tiny = await builtSeries('e2e/tiny-series')
const ours: readonly Source[] = [...(await builtSeries('content')).sources, ...tiny.sources]
const hard: readonly Source[] = [...poisoned(tiny).sources, ...hardWorks]

/** Debian has them in the packages `biber` and `texlive-binaries`. */
const missing = (program: string) => (spawnSync(program, ['--version']).error ? `the program ${program} is not installed` : false)

/** Runs a program in a folder of its own with the bibliography in it. */
function run(
  sources: readonly Source[],
  files: Readonly<Record<string, string>>,
  program: string,
  words: readonly string[],
  written: string,
) {
  const folder = mkdtempSync(join(tmpdir(), 'pamphlet-bib-'))
  try {
    for (const [name, text] of Object.entries({ 'works.bib': writeBibliography(sources, 'bib'), ...files }))
      writeFileSync(join(folder, name), text)
    const { stdout, stderr, status } = spawnSync(program, words, {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, BIBINPUTS: '.', BSTINPUTS: '.' },
    })
    return { status, said: stdout + stderr, file: readFileSync(join(folder, written), 'utf8') }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const biber = (sources: readonly Source[]) =>
  run(sources, {}, 'biber', ['--tool', '--validate-datamodel', '--nolog', 'works.bib', '-O', 'out.bib'], 'out.bib')

test('Biber finds nothing in our bibliographies that BibLaTeX has no place for; works may lack what their kind should have', {
  skip: missing('biber'),
}, () => {
  const { status, said, file } = biber(ours)
  assert.equal(status, 0, said)
  assert.deepEqual(
    said.split('\n').filter((line) => /^(?:WARN|ERROR)/u.test(line) && !line.includes('Missing mandatory field')),
    [],
  )
  assert.equal(file.match(/^@/gmu)?.length, ours.length)
})

test('Biber reads as many works whatever is typed in them', { skip: missing('biber') }, () => {
  const { status, said, file } = biber(hard)
  assert.equal(status, 0, said)
  assert.doesNotMatch(said, /ERROR|syntax/u)
  assert.equal(file.match(/^@/gmu)?.length, hard.length)
})

/** A style that prints of every work its key, its first author and its title. */
const style = `ENTRY { author title } { } { }
FUNCTION {default.type} { newline$ "KEY " cite$ * write$ newline$ author empty$ { "" } { author #1 "{ll}" format.name$ } if$ write$ newline$ title empty$ { "" } { title } if$ write$ newline$ }
READ
ITERATE {call.type$}
`

for (const [name, sources] of Object.entries({ 'our bibliographies': ours, 'works with whatever is typed in them': hard })) {
  test(`BibTeX reads ${name} without a complaint`, { skip: missing('bibtex') }, () => {
    const { status, said, file } = run(
      sources,
      { 'works.aux': '\\relax\n\\citation{*}\n\\bibstyle{keys}\n\\bibdata{works}\n', 'keys.bst': style },
      'bibtex',
      ['works'],
      'works.bbl',
    )
    // Kinds of entry that only BibLaTeX knows are printed by every style as one that it does not know.
    assert.equal(status, 0, said)
    assert.doesNotMatch(said, /error message|isn't a brace-balanced|Warning--(?!entry type)/u)
    assert.deepEqual(
      [...file.matchAll(/^KEY (.*)$/gmu)].map(([, key]) => key),
      sources.map(({ id }) => id),
    )
  })
}
