import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findUnread } from './unread.ts'

const remedyOf = (path: string, ...others: string[]) => {
  const files = [path, ...others].map((path) => ({ path, text: '' }))
  return findUnread(files).find(({ file }) => file === path)?.remedy
}

const meant: Record<string, string> = {
  'part/one.mdx': 'parts/one.mdx',
  'Parts/One Lamp.md': 'parts/one-lamp.mdx',
  'essays/one.mdx': 'parts/one.mdx',
  'parts/first/one.mdx': 'parts/one.mdx',
  'parts/one.md': 'parts/one.mdx',
  'glosary/lenin.mdx': 'glossary/lenin.mdx',
  'glossary/lenin.markdown': 'glossary/lenin.mdx',
  'source/reed.yaml': 'sources/reed.yaml',
  'sources/reed.yml': 'sources/reed.yaml',
  'bibliography/reed.yaml': 'sources/reed.yaml',
  'images/tower.PNG': 'pictures/tower.PNG',
  'tower.svg': 'pictures/tower.svg',
  'parts/tower.svg': 'pictures/tower.svg',
  'series.yml': 'series.yaml',
  'timline.yaml': 'timeline.yaml',
  'page/method.md': 'pages/method.mdx',
}

for (const [path, right] of Object.entries(meant)) {
  test(`${path} is ${right}`, () => assert.equal(remedyOf(path), `Did you mean “${right}”?`))
}

test('what may be of two kinds is offered neither, but told of both', () => {
  assert.match(remedyOf('essay.mdx') ?? '', /^An essay goes into parts\/ as “essay\.mdx”, a glossary entry into glossary\//)
  assert.match(remedyOf('drafts/essay.md') ?? '', /^An essay goes into parts\//)
  assert.match(remedyOf('reed.yaml') ?? '', /^A source goes into sources\/ as “reed\.yaml”/)
})

test('a file is never taken for one of another folder or of another kind', () => {
  for (const path of [
    'sources/lenin.mdx',
    'glossary/reed.yaml',
    'parts/reed.yaml',
    'charts/one.mdx',
    'glossary/lenin.txt',
    'essay.mdx',
    'part/reed.yaml',
  ]) {
    assert.doesNotMatch(remedyOf(path) ?? '', /^Did you mean/, path)
  }
})

test('a name that is taken is not offered', () => {
  assert.doesNotMatch(remedyOf('parts/one.md', 'parts/one.mdx') ?? '', /parts\/one\.mdx/)
})

test('a document of a word processor is to be saved as text', () =>
  assert.match(remedyOf('parts/one.docx') ?? '', /^Save its text as Markdown: parts\/one\.mdx/))

test('a page of the writer’s own has any name', () => assert.equal(remedyOf('pages/contact.mdx'), undefined))
