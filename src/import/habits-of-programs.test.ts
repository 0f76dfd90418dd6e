import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readYaml } from '../manuscript/yaml/yaml.ts'
import { type SourceFile, sourceFileSchema } from '../model/files/source-file.ts'
import { importWorks } from './import-works.ts'

// What programs and publishers write in their own way; the kinds are those of the public test files of Zotero and Better BibTeX.

/** The only work of a file, as a source. */
function only(text: string, ending = 'bib'): SourceFile {
  const [written] = importWorks([{ path: `a.${ending}`, text }], []).written
  const { value } = readYaml<SourceFile>(written?.text ?? '', sourceFileSchema, { file: 'a.yaml', code: 'source-invalid' })
  return value ?? assert.fail(`nothing was taken of ${text}`)
}
const ris = (...lines: string[]) => only(`${lines.join('\n')}\nER  - \n`, 'ris')

test('an entry in parentheses may have parentheses in its values', () => {
  const work = only('@book(lamp, title = "Lamps (the second part): a list (of 9)", note = "(in ink)", year = "1950")')
  assert.deepEqual([work.title, work.issued], ['Lamps (the second part): a list (of 9)', '1950'])
})

test('what has no title is called as it is described', () => {
  const { outcomes } = importWorks([{ path: 'a.bib', text: '@misc{a, author={Orr, Ada},\n titleaddon={[View of a lamp]}, year=1950}' }], [])
  assert.deepEqual(outcomes[0]?.remarks, [{ line: 2, says: 'titleaddon: taken as the title, for there is no other' }])
  assert.equal(only('@misc{a, author={Orr, Ada}, titleaddon={View of a lamp}}').title, 'View of a lamp')
})

test('an entry that is but another name of its parent is the whole of it', () => {
  const text = '@article{short, crossref={long}}\n@article{long, title={Wicks}, author={Orr, Ada}, journal={Oil}, year=1950}'
  const { outcomes } = importWorks([{ path: 'a.bib', text }], [])
  assert.deepEqual(
    outcomes.map(({ source, became }) => [source, became]),
    [
      ['short', 'new'],
      ['short', 'same'],
    ],
  )
})

test('names and places in two forms have a place each', () => {
  const article = only('@article{a, title={Wicks}, author={Orr, Ada}, fjournal={Annals of Oil}, journal={Ann. Oil}, year=1950}')
  assert.deepEqual([article['container-title'], article['container-title-short']], ['Annals of Oil', 'Ann. Oil'])
  const paper = only('@inproceedings{a, title={Wicks}, booktitle={Papers}, location={Lamna}, address={Tarn}, publisher={Guild}, year=1950}')
  assert.deepEqual([paper['event-place'], paper['publisher-place']], ['Lamna', 'Tarn'])
})

test('who writes a name in small letters has no particle; raised and lowered letters stay letters', () => {
  const { author, title } = only(
    '@book{a, title={Le 4$^{\\textrm{ème}}$ phare, CO\\textsubscript{2} et Al\\textsubscript{x}, H$_h$ $\\sim$ 5}, author={ada orr and von Roe, Tim and Bo{\\d}il Lee}}',
  )
  assert.deepEqual(author, [
    { family: 'orr', given: 'ada' },
    { family: 'Roe', given: 'Tim', 'non-dropping-particle': 'von' },
    // Nothing stands below this accent.
    { family: 'Lee', given: 'Bo\\dil' },
  ])
  assert.equal(title, 'Le 4ème phare, CO₂ et Alₓ, Hₕ ∼ 5')
})

test('tags of EndNote mean what they are for their type', () => {
  const volume = ris(
    'TY  - CONF',
    'AU  - Orr, Ada',
    'A2  - Roe, Tim',
    'A3  - Lee, Bo',
    'TI  - Of wicks',
    'T2  - Meeting of Keepers',
    'C3  - Papers',
    'CY  - Lamna',
    'C1  - Tarn',
  )
  assert.deepEqual(
    [
      volume.editor,
      volume['collection-editor'],
      volume['event-title'],
      volume['container-title'],
      volume['event-place'],
      volume['publisher-place'],
    ],
    [[{ family: 'Roe', given: 'Tim' }], [{ family: 'Lee', given: 'Bo' }], 'Meeting of Keepers', 'Papers', 'Lamna', 'Tarn'],
  )
  const edited = ris('TY  - EDBOOK', 'AU  - Orr, Ada', 'A2  - Roe, Tim', 'TA  - Орр, А.', 'TI  - Lamps', 'T2  - Keepers’ library')
  assert.deepEqual(
    [edited.editor, edited['collection-editor'], edited.translator, edited['collection-title']],
    [[{ family: 'Orr', given: 'Ada' }], [{ family: 'Roe', given: 'Tim' }], undefined, 'Keepers’ library'],
  )
  assert.deepEqual(ris('TY  - PAT', 'TI  - A wick', 'M1  - 12/345', 'SN  - US 1234567').number, 'US 1234567')
  assert.deepEqual(ris('TY  - RPRT', 'TI  - A wick', 'SN  - LL-17', 'T2  - Reports').number, 'LL-17')
  assert.deepEqual(ris('TY  - ART', 'TI  - A wick', 'M3  - Oil on wood').medium, 'Oil on wood')
  const papers = ris('TY  - MANSCPT', 'TI  - A log', 'AN  - box 4', 'H2  - Ms. 12')
  assert.deepEqual([papers.archive_location, papers['call-number']], ['box 4', 'Ms. 12'])
})

test('an abbreviation may be defined behind what uses it, or of others; what it lacks is said', () => {
  const text = `@article{a, author={Orr, Ada}, title={Wicks}, journal=jol, year=1950}
@string{jol = "Journal of " # lmp}
@string(LMP = {Lamps})`
  assert.equal(only(text)['container-title'], 'Journal of Lamps')
  const lacking = `@string{jol = "Journal of " # oils}\n@article{a, author={Orr, Ada}, title={Wicks}, journal=jol, year=1950}`
  const { outcomes } = importWorks([{ path: 'a.bib', text: lacking }], [])
  assert.deepEqual(outcomes[0]?.remarks, [{ line: 1, says: '“oils” (jol) is an abbreviation that no @string defines; taken as it is' }])
})

test('proceedings that have their title twice are no part of themselves', () => {
  const work = only('@proceedings{a, editor={Orr, Ada}, title={Lamps of 1950}, booktitle={Lamps of 1950}, year=1950}')
  assert.deepEqual([work.title, work['container-title']], ['Lamps of 1950', undefined])
})

test('pages with blanks around their dash, and “circa” in a date of RIS', () => {
  assert.equal(only('@article{a, author={Orr, Ada}, title={Wicks}, journal={Oil}, year=1950, pages={10\\,--\\,12}}').page, '10–12')
  assert.equal(ris('TY  - BOOK', 'AU  - Orr, Ada', 'TI  - Wicks', 'PY  - 1932/05//circa').issued, '1932-05~')
  assert.equal(ris('TY  - BOOK', 'AU  - Orr, Ada', 'TI  - Wicks', 'PY  - 1932///ca.').issued, '1932~')
})

test('lines of RIS end as on any machine, and only there; a whole periodical is called as it is', () => {
  assert.deepEqual(only('TY  - JFULL\rJF  - Journal of Tolls:\u2028a quarterly\rPY  - 1999\rER  - \r', 'ris'), {
    type: 'periodical',
    title: 'Journal of Tolls: a quarterly',
    issued: '1999',
  })
})
