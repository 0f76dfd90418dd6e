import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Ajv } from 'ajv'
import { exportFormats } from '../model/exports.ts'
import { sourceFileSchema, sourceTypes } from '../model/files/source-file.ts'
import { builtSeries } from '../testing/built-series.ts'
import { hardWorks } from '../testing/hard-works.ts'
import { bibliographyResponse, writeBibliography } from './bibliography.ts'

const works = [...hardWorks, ...(await builtSeries('content')).sources, ...(await builtSeries('e2e/tiny-series')).sources]

const text = { type: 'string' }
const number = { type: ['string', 'number'] }
const names = {
  type: 'array',
  items: {
    type: 'object',
    properties: Object.fromEntries(['family', 'given', 'non-dropping-particle', 'suffix', 'literal'].map((part) => [part, text])),
    additionalProperties: false,
  },
}
const dates = {
  type: 'object',
  properties: {
    'date-parts': { type: 'array', minItems: 1, maxItems: 2, items: { type: 'array', minItems: 1, maxItems: 3, items: number } },
  },
  additionalProperties: false,
}
const fieldsOf = (schema: object, fields: string) => Object.fromEntries(fields.split(' ').map((field) => [field, schema]))
/**
 * Of the schema of CSL-JSON (csl-data.json 1.0.2, github.com/citation-style-language/schema), as it has them: the fields
 * that sources have.
 */
const cslData = {
  type: 'array',
  items: {
    type: 'object',
    required: ['type', 'id'],
    additionalProperties: false,
    properties: {
      type: { enum: sourceTypes },
      ...fieldsOf(text, 'id language container-title DOI ISBN keyword note original-title publisher publisher-place title title-short URL'),
      ...fieldsOf(number, 'edition issue page volume'),
      ...fieldsOf(names, 'author editor translator'),
      ...fieldsOf(dates, 'issued original-date'),
    },
  },
}

type CslDate = { readonly 'date-parts': readonly (readonly number[])[] }
type Work = { readonly issued?: CslDate; readonly 'original-date'?: CslDate; readonly [field: string]: unknown }

test('the CSL-JSON is valid, and has every field of every work', () => {
  const data: Work[] = JSON.parse(writeBibliography(works, 'json'))
  const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(cslData)
  assert.ok(validate(data), JSON.stringify(validate.errors))
  const edtf = (date: CslDate) => date['date-parts'].map((parts) => parts.map((part) => String(part).padStart(2, '0')).join('-')).join('/')
  const read = data.map(({ issued, 'original-date': original, ...fields }) => ({
    ...fields,
    ...(issued && { issued: edtf(issued) }),
    ...(original && { 'original-date': edtf(original) }),
  }))
  const known = new Set([...Object.keys(sourceFileSchema.shape), 'id'])
  assert.deepEqual(
    read,
    works.map((work) =>
      Object.fromEntries(
        Object.entries(work).filter(([field, value]) => known.has(field) && field !== 'further-reading' && value !== undefined),
      ),
    ),
  )
})

test('every format is served under its media type, in UTF-8', async () => {
  for (const { ending, type } of exportFormats) {
    const response = bibliographyResponse(works, ending)
    assert.equal(response.headers.get('content-type'), `${type}; charset=utf-8`)
    assert.match(await response.text(), /Ёлка/u)
  }
})
