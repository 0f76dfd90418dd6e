import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Ajv } from 'ajv'
import { parse } from 'yaml'
import { builtSeries, site } from '../testing/built-series.ts'
import { citationFile } from './citation-file.ts'

const text = { type: 'string', minLength: 1 }
const url = { type: 'string', pattern: '^(?:https|http|ftp|sftp)://.+' }
const date = { type: 'string', pattern: '^\\d{4}-(?:0[1-9]|1[012])-(?:0[1-9]|[12]\\d|3[01])$' }
const entity = { type: 'object', properties: { name: text }, required: ['name'], additionalProperties: false }
const person = { type: 'object', properties: { 'family-names': text, 'given-names': text }, additionalProperties: false }
const shared = {
  title: text,
  authors: { type: 'array', minItems: 1, uniqueItems: true, items: { anyOf: [person, entity] } },
  abstract: text,
  version: text,
  'date-released': date,
  url,
  license: { type: 'string', pattern: '^CC-[A-Z-]+-\\d\\.\\d$' },
  'license-url': url,
}
/**
 * Of the schema of the format (1.2.0, github.com/citation-file-format), as it has them: the fields that this program
 * writes. All that it does not write is forbidden here.
 */
const schema = {
  type: 'object',
  required: ['authors', 'cff-version', 'message', 'title', 'preferred-citation'],
  additionalProperties: false,
  properties: {
    ...shared,
    'cff-version': { type: 'string', pattern: '^1\\.2\\.0$' },
    message: text,
    type: { enum: ['dataset', 'software'] },
    'preferred-citation': {
      type: 'object',
      required: ['authors', 'title', 'type'],
      additionalProperties: false,
      properties: {
        ...shared,
        type: { enum: ['book', 'generic', 'serial', 'website'] },
        publisher: entity,
        year: { type: 'integer' },
        month: { type: 'integer', minimum: 1, maximum: 12 },
      },
    },
  },
}

type Cited = { readonly title: string; readonly version: string; readonly url: string; readonly authors: readonly Record<string, string>[] }
type CitationFile = Cited & { readonly 'preferred-citation': Cited }

for (const folder of ['content', 'e2e/tiny-series']) {
  test(`CITATION.cff of ${folder} is valid, and says who, what, which version and where`, async () => {
    const series = await builtSeries(folder)
    const file: CitationFile = parse(citationFile(series, site))
    const validate = new Ajv({ allErrors: true }).compile(schema)
    const isValid: boolean = validate(file)
    assert.ok(isValid, JSON.stringify(validate.errors))
    for (const cited of [file, file['preferred-citation']]) {
      assert.equal(cited.title, series.title)
      assert.equal(cited.version, series.edition.version)
      assert.equal(cited.url, site.href)
      assert.equal(
        cited.authors.map((author) => author.name ?? `${author['given-names']} ${author['family-names']}`).join(', '),
        series.byline,
      )
    }
  })
}

test('a licence that the SPDX list does not have is named by its address', async () => {
  const series = await builtSeries('e2e/tiny-series')
  const file = parse(citationFile({ ...series, rights: { name: 'Our own', url: 'https://example.org/licence' } }, site))
  assert.equal(file.license, undefined)
  assert.equal(file['license-url'], 'https://example.org/licence')
})
