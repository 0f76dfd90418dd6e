import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setFields, setFrontMatter, writeYaml } from './edit-yaml.ts'

const order = ['type', 'title', 'author', 'publisher', 'issued', 'note']
const text = "# Mine.\ntype: book\n\ntitle: >-\n  A long\n  title\n# About the year.\nissued: '1911' # or 1912\n"

test('a new field comes after the one before it in the order; all else stays', () => {
  assert.equal(setFields(text, { publisher: 'A: B' }, order), text.replace('  title\n', "  title\npublisher: 'A: B'\n"))
  assert.equal(setFields(text, { note: 'N' }, order), `${text}note: N\n`)
  assert.equal(setFields('title: T', { type: 'book', note: 'N' }, order), 'type: book\ntitle: T\nnote: N\n')
})

test('a field that is there gets another value in its place, and keeps the comment behind it', () => {
  assert.equal(setFields(text, { issued: '1913' }, order), text.replace("'1911'", "'1913'"))
  assert.equal(setFields(text, { title: 'Short' }, order), text.replace('>-\n  A long\n  title', 'Short'))
  assert.equal(
    setFields('author:\n  - { literal: A }\ntype: book\n', { author: [{ literal: 'B' }, { literal: 'C' }] }, order),
    'author:\n  - { literal: B }\n  - { literal: C }\ntype: book\n',
  )
})

test('lists of short maps stand on a line each', () => {
  assert.equal(
    writeYaml({ title: 'T', author: [{ family: 'Vardas', given: 'E.' }], issued: '1911' }),
    "title: T\nauthor:\n  - { family: Vardas, given: E. }\nissued: '1911'\n",
  )
})

test('fields are set in the front matter of a text, which stays as it is; one without any gets it', () => {
  const order = ['title', 'published']
  assert.equal(
    setFrontMatter('---\ntitle: A # mine\n---\n\nText.\n', { published: 'B' }, order),
    '---\ntitle: A # mine\npublished: B\n---\n\nText.\n',
  )
  assert.equal(setFrontMatter('# A\n\nText.\n', { published: 'B' }, order), '---\npublished: B\n---\n\n# A\n\nText.\n')
})
