import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { parse } from 'yaml'
import { z } from 'zod'
import { readFiles } from '../manuscript/files.ts'
import { blankPage } from '../manuscript/ledger/page-ledger.ts'
import { readDocument } from '../manuscript/read-document.ts'
import { timelineFileSchema } from '../model/files/event-file.ts'
import { partFileSchema } from '../model/files/series-file.ts'
import { sourceFileSchema } from '../model/files/source-file.ts'
import { termFileSchema } from '../model/files/term-file.ts'
import { kindsOf } from '../model/kinds/kinds.ts'
import { vocabulary } from '../model/kinds/vocabulary.ts'
import { editorFiles } from './schemas.ts'

const snippet = z.strictObject({
  scope: z.enum(['mdx', 'yaml']),
  prefix: z.string(),
  body: z.union([z.string(), z.array(z.string())]),
  description: z.string(),
})
const snippets = z
  .record(z.string(), snippet)
  .parse(JSON.parse(readFileSync(new URL('../../.vscode/pamphlet.code-snippets', import.meta.url), 'utf8')))

const bodyOf = (prefix: string): string => {
  const found = Object.values(snippets).find((candidate) => candidate.prefix === prefix)
  assert.ok(found, `there is no snippet ${prefix}`)
  return [found.body].flat().join('\n')
}

/** What stands in the file when a writer takes every suggestion. */
const typed = (prefix: string): string =>
  bodyOf(prefix)
    .replace(/\$CURRENT_YEAR-\$CURRENT_MONTH-\$CURRENT_DATE/u, '2026-11-28')
    .replace(/\$\{\d+\|([^,|]*)[^|]*\|\}/gu, '$1')
    .replace(/\$\{\d+:([^}]*)\}/gu, '$1')
    .replace(/(?<!\\)\$\d+/gu, '')
    .replaceAll('\\$', '$')

const codesIn = (text: string, schema: z.ZodType = z.looseObject({})) => {
  const { diagnostics } = readDocument(
    { path: 'parts/one.mdx', text },
    { kind: 'part', id: 'one', ledger: blankPage, language: 'en' },
    schema,
  )
  return diagnostics.map(({ code }) => code)
}

test('every component of the vocabulary has a snippet', () => {
  const all = Object.values(snippets).map(({ body }) => [body].flat().join('\n'))
  for (const name of Object.keys(vocabulary))
    assert.ok(
      all.some((body) => new RegExp(`<${name}[ >]`, 'u').test(body)),
      name,
    )
})

for (const { scope, prefix } of Object.values(snippets).filter(({ prefix }) => !/^(?:new-|note|certainty)/u.test(prefix))) {
  test(`what the snippet “${prefix}” writes has no mistake`, () => {
    assert.equal(scope, 'mdx')
    assert.deepEqual(codesIn(`Words.\n\n${typed(prefix)}\n`), [])
  })
}

test('a note and its text belong together', () => {
  assert.deepEqual(codesIn(`Words.${typed('note')}\n\n${typed('note-text')}\n`), [])
})

test('a statement of a note may be marked as unsure', () => {
  assert.deepEqual(codesIn(`Words.${typed('note')}\n\n${typed('note-text')} ${typed('certainty')}\n`), [])
})

test('a new part, term, work and event have the fields they need', () => {
  assert.deepEqual(codesIn(typed('new-part'), partFileSchema), [])
  assert.deepEqual(codesIn(typed('new-term'), termFileSchema), [])
  assert.equal(sourceFileSchema.safeParse(parse(typed('new-source'))).error, undefined)
  assert.equal(timelineFileSchema.safeParse(parse(typed('new-event'))).error, undefined)
})

test('the kinds that snippets offer are those that a series of any subject has, in their order', () => {
  const neutral = kindsOf(undefined, 1, 'en')
  const offered = (prefix: string) => /kind: \$\{\d+\|([^|]*)\|\}/u.exec(bodyOf(prefix))?.[1]?.split(',')
  assert.deepEqual(offered('new-term'), neutral.terms)
  assert.deepEqual(offered('new-event'), neutral.events)
})

test('the schemas of the editor accept what the program accepts', async () => {
  const settings = JSON.parse(editorFiles().get('settings.json') ?? '') as { 'yaml.schemas': Record<string, string[]> }
  const files = [...(await readFiles('content')), ...(await readFiles('src/diagnostics/fixtures/relation-unfit'))]
  for (const [schema, patterns] of Object.entries(settings['yaml.schemas'])) {
    const accepts = z.fromJSONSchema(JSON.parse(editorFiles().get(schema.replace('./.vscode/', '')) ?? ''))
    const meant = files.filter(({ path }) =>
      patterns.some((pattern) => new RegExp(`^${pattern.replace('content/', '').replace('*', '[^/]+')}$`, 'u').test(path)),
    )
    assert.ok(meant.length > 0, schema)
    for (const { path, text } of meant) assert.equal(accepts.safeParse(parse(text)).error, undefined, path)
  }
})
