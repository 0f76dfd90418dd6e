import assert from 'node:assert/strict'
import { test } from 'node:test'
import { writeBibliography } from '../formats/bibliography.ts'
import { dateFields, nameFields, type SourceFile, sourceFileSchema, sourceTypes } from '../model/files/source-file.ts'
import { readWorks } from './read-works.ts'
import { toSource } from './to-source.ts'

const own = { note: 'A remark of ours.', keyword: 'primary', language: 'en-GB' }
const special: Readonly<Record<string, unknown>> = {
  ...own,
  title: 'The Lamp: A Life of “Light” & {Braces} 100 % – # $ _ ~ \\',
  ISBN: '9780306406157',
  ISSN: '0378-5955',
  DOI: '10.1002/(SICI)1097-4636(199823)43:4<338::AID-JBM16>3.0.CO;2-B',
  URL: 'https://example.org/a_b?x=1&y=%20z#part~2',
  page: '12–15',
}

/** A work with every field there is. */
function everyField(type: SourceFile['type']): SourceFile {
  const fields = Object.keys(sourceFileSchema.shape).filter((field) => field !== 'further-reading')
  const dates = ['1917-03-02', '1905', '2020-01-01', '1916-12', '1915', '1918']
  return sourceFileSchema.parse(
    Object.fromEntries(
      fields.map((field) => {
        if (field === 'type') return [field, type]
        if (special[field] !== undefined) return [field, special[field]]
        const [name, date] = [nameFields.indexOf(field as never), dateFields.indexOf(field as never)]
        if (name >= 0)
          return [field, [{ family: `Orr${name}`, given: 'Ada', 'non-dropping-particle': 'van der' }, { literal: `Guild of ${field}` }]]
        return [field, date >= 0 ? dates[date] : `7 ${field}`]
      }),
    ),
  )
}

const back = (format: 'bibtex' | 'ris' | 'json', ending: 'bib' | 'ris' | 'json', file: SourceFile) =>
  readWorks(format, writeBibliography([{ id: 'lamp', ...file }], ending), '').map((work) => toSource(work).file)

for (const [format, ending] of [
  ['bibtex', 'bib'],
  ['ris', 'ris'],
  ['json', 'json'],
] as const) {
  test(`every field of every type of work comes back from .${ending} as it was`, () => {
    for (const type of sourceTypes) {
      const { note: _, ...file } = everyField(type)
      assert.deepEqual(back(format, ending, { ...file, note: 'A remark of ours.' }), [file], type)
    }
  })

  test(`every form of a date comes back from .${ending} as it was`, () => {
    const forms = [
      '1917',
      '1917-04',
      '1917-04-07',
      '1930/1933',
      '1917-04/1918',
      '1917~',
      '1917-04?',
      '1917-04-07%',
      '195X',
      '18XX',
      '1917-21',
      '1997/..',
      '../2006',
      '/2006',
      '-0043',
      '-0299/-0199',
      '0987',
      { literal: 'an VII' },
    ]
    for (const issued of forms) {
      const file: SourceFile = { type: 'book', title: 'Lamp', issued, 'original-date': issued, accessed: issued }
      assert.deepEqual(back(format, ending, file), [file], JSON.stringify(issued))
    }
  })
}
