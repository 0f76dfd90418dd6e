import assert from 'node:assert/strict'
import { test } from 'node:test'
import { writeBibliography } from '../formats/bibliography.ts'
import { readFiles } from '../manuscript/files.ts'
import { readManuscript } from '../manuscript/read-manuscript.ts'
import { readYaml } from '../manuscript/yaml/yaml.ts'
import { type SourceFile, sourceFileSchema } from '../model/files/source-file.ts'
import { buildSeries } from '../series/build-series.ts'
import { inventBibliography } from '../testing/invented-bibliography.ts'
import { type Import, importWorks } from './import-works.ts'
import type { KnownSource } from './library.ts'
import { printImport } from './print-import.ts'

const base = await readFiles('src/diagnostics/fixtures/_base')
const invented = inventBibliography()
/** The invented works as they come into a manuscript that has none. */
const imported = importWorks([{ path: 'invented.bib', text: invented.text }], [])

for (const manuscript of ['content', 'e2e/tiny-series']) {
  for (const format of ['bib', 'ris', 'json'] as const) {
    test(`${manuscript}: importing its own export as .${format} changes nothing`, async () => {
      const sources = sourcesOf(await readFiles(manuscript))
      const { outcomes, written } = importWorks([{ path: `bibliography.${format}`, text: exported(sources, format) }], sources, () => true)
      assert.deepEqual(written, [])
      assert.deepEqual(
        outcomes.filter(({ became, remarks }) => became !== 'same' || remarks.length > 0),
        [],
      )
      assert.equal(outcomes.length, sources.length)
    })
  }
}

test('300 entries are read in one run, and what is wrong with each is said at its line', () => {
  const { entries, problems, leftOut, same } = invented
  const result = imported
  const said = result.outcomes.flatMap(({ name, remarks }) => remarks.map(({ line, says }) => ({ name, line, says })))
  assert.equal(result.outcomes.length, entries)
  for (const { line, name, says } of problems) {
    const found = said.filter((remark) => remark.name === name && remark.line === line && says.test(remark.says))
    assert.equal(found.length, 1, `${name}, line ${line}: ${says}`)
  }
  assert.equal(said.length, problems.length, said.map(({ line, says }) => `${line}: ${says}`).join('\n'))
  assert.deepEqual(
    result.outcomes.filter(({ became }) => became === 'left out').map(({ name }) => name),
    leftOut,
  )
  assert.equal(result.written.length, entries - leftOut.length - same)
})

test('what was written is accepted by the reading pass, and the same file brings nothing more', () => {
  const { text, leftOut } = invented
  const { written } = imported
  assert.deepEqual(readManuscript([...base, ...written]).diagnostics, [])
  // To cite each in every style takes its time: what comes after reading has every sixth; `check:long` has all.
  const some = written.filter((_, i) => i % 6 === 0)
  const { series, diagnostics } = buildSeries([...base, ...some])
  assert.deepEqual([...new Set(diagnostics.map(({ code }) => code))], ['source-unused'])
  assert.equal(series?.sources.length, sourcesOf(base).length + some.length)
  const again = importWorks([{ path: 'invented.bib', text }], sourcesOf(written))
  assert.deepEqual(again.written, [])
  assert.equal(again.outcomes.filter(({ became }) => became !== 'same').length, leftOut.length)
})

test('names, macros and date ranges are read as they are meant', () => {
  const sources = new Map(sourcesOf(imported.written).map(({ id, file }) => [id, file]))
  assert.deepEqual(sources.get('work-1'), {
    type: 'book',
    title: 'The Lamp of Lamna, Volume 1',
    author: [{ family: 'Müller', given: 'Jörg' }],
    publisher: 'Guild Press',
    'publisher-place': 'Lamna',
    issued: '1801',
  })
  assert.deepEqual(sources.get('work-5')?.author, [{ family: 'Berg', given: 'Aaße', 'non-dropping-particle': 'van der' }])
  assert.deepEqual(sources.get('work-8')?.author, [{ family: 'Петров', given: 'Анна' }])
  assert.deepEqual(sources.get('work-9')?.author, [{ literal: 'The Guild of Keepers' }])
  assert.deepEqual(sources.get('work-10')?.author, [{ literal: 'Board of Lights & Buoys' }])
  assert.equal(sources.get('work-10')?.['container-title'], 'Annals of Lights & Tides')
  assert.equal(sources.get('work-10')?.issued, '1810-05')
  assert.equal(sources.get('work-10')?.page, '1–9')
  assert.equal(sources.get('work-2')?.issued, '1802-03/1804')
  assert.equal(sources.get('work-2')?.language, 'en-GB')
  assert.equal(sources.get('work-3')?.['container-title'], 'Signs — a Reader')
})

test('a field of the writer’s is kept and named, one that is missing added; comments and order stay', () => {
  const text =
    "# Found in a drawer.\ntype: book\ntitle: Oil and Wick # as on the spine\nissued: '1911'\nnote: >-\n  Two lines\n  of ours.\n"
  const bib = '@book{oil-wick,\n title = {Oil & Wick},\n publisher = {Guild Press},\n year = 1911\n}'
  const ours = sourcesOf([{ path: 'sources/oil-wick.yaml', text }])
  const kept = importWorks([{ path: 'a.bib', text: bib }], ours)
  assert.equal(kept.written[0]?.text, text.replace("issued: '1911'", "publisher: Guild Press\nissued: '1911'"))
  assert.deepEqual(kept.outcomes[0]?.remarks, [{ line: 2, says: 'kept title: “Oil and Wick” (yours) is not “Oil & Wick”' }])
  const replaced = importWorks([{ path: 'a.bib', text: bib }], ours, (field) => field === 'title')
  assert.match(replaced.written[0]?.text ?? '', /^# Found in a drawer\.\ntype: book\ntitle: Oil & Wick # as on the spine\n/u)
  assert.deepEqual(replaced.outcomes[0]?.remarks, [{ line: 2, says: 'replaced title: “Oil and Wick” by “Oil & Wick”' }])
})

test('a work is found under another key by ISBN, DOI, or title and year, and keeps the id it has', () => {
  const ours = sourcesOf([
    { path: 'sources/lamp.yaml', text: "type: book\ntitle: Lamp\nISBN: '0306406152'\n" },
    { path: 'sources/tide.yaml', text: 'type: article-journal\ntitle: Tide\nDOI: 10.5555/Tide\n' },
    { path: 'sources/reef.yaml', text: "type: book\ntitle: 'The Réef: a Life'\nissued: '1950'\nauthor:\n  - { family: Vardas }\n" },
  ])
  const text = `@book{a, title={Lamps}, isbn={978-0-306-40615-7}}
@article{b, title={Tides}, doi={https://doi.org/10.5555/tide}}
@book{c, title={The reef -- A life}, year=1950, author={Vardas, Eleni}}
@book{d, title={The reef -- A life}, year=1951}`
  const { outcomes } = importWorks([{ path: 'a.bib', text }], ours)
  assert.deepEqual(
    outcomes.map(({ source }) => source),
    ['lamp', 'tide', 'reef', 'd'],
  )
})

test('any of several ISBNs finds a work; one of the same title and another year is said to be here', () => {
  const ours = sourcesOf([{ path: 'sources/lamp.yaml', text: "type: book\ntitle: Lamp\nissued: '1950'\nISBN: '9780306406157'\n" }])
  const several = importWorks(
    [{ path: 'a.bib', text: '@book{a, title={Lamp}, year=1951, isbn={978-3-16-148410-0 978-0-306-40615-7}}' }],
    ours,
  )
  assert.deepEqual([several.outcomes[0]?.source, several.outcomes[0]?.became], ['lamp', 'same'])
  const later = importWorks([{ path: 'a.bib', text: '@book{a, title={Lamp}, author={Vardas, Eleni}, year=1951}' }], ours)
  assert.deepEqual(saidOf(later), ['1 “lamp” (1950) has the same title and author: is it another edition of this?'])
})

test('a key that is another work’s id is not taken for that work, which gets another', () => {
  const ours = sourcesOf([{ path: 'sources/lamp.yaml', text: "type: book\ntitle: Lamp\nissued: '1950'\n" }])
  const { outcomes, written } = importWorks([{ path: 'a.bib', text: '@book{lamp, title={Reef}, year=1999}' }], ours)
  assert.deepEqual(
    written.map(({ path }) => path),
    ['sources/lamp-2.yaml'],
  )
  assert.match(outcomes[0]?.remarks[0]?.says ?? '', /the key “lamp” is the id of another work here: “Lamp”; this one is “lamp-2”/u)
})

test('a key that cannot be an id gives way to author, short title and year', () => {
  const text =
    '@book{Vardas_99, title={The Lamp and the Wick: A Life}, author={Ørsted, Zoë}, year=1899}\n@book{Vardas:00, title={The Lamp, the Wick}, author={Ørsted, Zoë}, year=1899}'
  const { outcomes } = importWorks([{ path: 'a.bib', text }], [])
  assert.deepEqual(
    outcomes.map(({ source }) => source),
    ['orsted-lamp-wick-1899', 'orsted-lamp-wick-1899-2'],
  )
})

test('RIS and CSL-JSON: problems at their lines, types and fields without a place named', () => {
  const ris =
    'TY  - BOOK\r\nAU  - Vardas, Eleni\r\nTI  - Lamp\r\nPY  - 1950\r\nSN  - 978-0-306-40615-2\r\nER  - \r\n\r\nTY  - BOOK\r\nAU  - Vardas, Eleni\r\nTI  - Reef\r\nN2  - Long.\r\nPY  - 1951\r\n'
  assert.deepEqual(saidOf(importWorks([{ path: 'a.ris', text: ris }], [])), [
    '5 ISBN “9780306406152” is left out; expected: an ISBN as the book has it: after 978030640615 the last digit would be 7',
    '12 the record does not end with “ER  - ”',
    '11 no place for N2',
  ])
  const json =
    '[\n\t{\n\t\t"id": "lamp",\n\t\t"type": "hymn",\n\t\t"title": "Lamp",\n\t\t"author": [{ "family": "Vardas" }],\n\t\t"tempo": "slow",\n\t\t"issued": { "date-parts": [["1950", "13"]] }\n\t}\n]'
  assert.deepEqual(saidOf(importWorks([{ path: 'a.json', text: json }], [])), [
    '2 the type “hymn” has no place; taken as “document”',
    '8 issued: “1950-13” is read as 1950; there is no month 13',
    '7 no place for tempo',
  ])
  assert.deepEqual(saidOf(importWorks([{ path: 'a.json', text: '[\n{"id": "x"\n' }], [])), ['3 this is not JSON'])
  assert.deepEqual(saidOf(importWorks([{ path: 'a.txt', text: '' }], [])), ['1 a file that ends in .bib, .ris or .json is wanted'])
})

test('a chapter takes from its book what it has not itself', () => {
  const text =
    '@book{whole, title={Signs}, editor={Vardas, Eleni}, publisher={Guild}, year=1950}\n@inbook{piece, title={Flags}, author={Minkov, Todor}, crossref={whole}, pages={3-4}}'
  const sources = sourcesOf(importWorks([{ path: 'a.bib', text }], []).written)
  assert.deepEqual(sources[1]?.file, {
    type: 'chapter',
    title: 'Flags',
    author: [{ family: 'Minkov', given: 'Todor' }],
    editor: [{ family: 'Vardas', given: 'Eleni' }],
    publisher: 'Guild',
    issued: '1950',
    'container-title': 'Signs',
    page: '3–4',
  })
})

test('the report says for each work what became of it, at its line, and sums up', () => {
  const text = '@book{lamp, title={Lamp}, author={Vardas, Eleni}, year=1950}\n@book{reef, year=1950}'
  assert.equal(
    printImport(importWorks([{ path: 'a.bib', text }], []), true),
    [
      'a.bib:1  lamp  would be new: sources/lamp.yaml',
      'a.bib:2  reef  left out',
      '  a.bib:2  it has no title.',
      '',
      '2 works read: 1 new, 0 updated, 0 unchanged, 1 left out.',
      'Nothing was written: this only shows what would be.',
      'Correct what was left out in its file, and import it again: what is here already stays.',
    ].join('\n'),
  )
})

const saidOf = ({ outcomes }: Import) => outcomes.flatMap(({ remarks }) => remarks.map(({ line, says }) => `${line} ${says}`))

function sourcesOf(files: readonly { readonly path: string; readonly text: string }[]): KnownSource[] {
  return files.flatMap(({ path, text }) => {
    const id = /^sources\/(.+)\.yaml$/u.exec(path)?.[1]
    if (id === undefined) return []
    const { value, diagnostics } = readYaml<SourceFile>(text, sourceFileSchema, { file: path, code: 'source-invalid' })
    assert.deepEqual(diagnostics, [])
    return value ? [{ id, file: value, text }] : []
  })
}

const exported = (sources: readonly KnownSource[], format: 'bib' | 'ris' | 'json'): string =>
  writeBibliography(
    sources.map(({ id, file }) => ({ id, ...file })),
    format,
  )
