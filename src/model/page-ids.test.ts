import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { furnitureIds, isLanguageName, isOwnPage } from './page-ids.ts'

const src = new URL('../', import.meta.url)

test('every page at the root of the site is the program’s own', () => {
  const names = readdirSync(new URL('pages/', src), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() || entry.name.endsWith('.astro'))
    .map(({ name }) => name.replace(/\.astro$/u, ''))
    .filter((name) => !/^[[_]/u.test(name))
  assert.ok(names.length > 8)
  assert.deepEqual(
    names.filter((name) => !isOwnPage(name)),
    [],
  )
})

test('the ids that a page of a text has of its own are known', () => {
  const files = [
    ...['layouts', 'components'].flatMap((folder) =>
      readdirSync(new URL(folder, src), { recursive: true, encoding: 'utf8' }).map((path) => `${folder}/${path}`),
    ),
    'pages/about.astro',
    'pages/glossary/[term]/index.astro',
  ].filter((path) => path.endsWith('.astro') && !/drawings\/(?:Family|Timeline)/u.test(path))
  const known = new Set<string>(Object.values(furnitureIds).flat())
  const missing = files.flatMap((path) =>
    [...readFileSync(new URL(path, src), 'utf8').matchAll(/\sid="([^"]+)"/gu)].flatMap(([, id = '']) =>
      known.has(id) || onSources.has(id) ? [] : [`${path}: ${id}`],
    ),
  )
  assert.deepEqual(missing, [])
})

/** On pages of sources no text stands. */
const onSources = new Set(['cite-this-work'])

test('a name of two letters is a language’s, or it is none', () => {
  assert.deepEqual(['de', 'ru', 'zz', 'one', 'the-watch'].map(isLanguageName), [true, true, false, false, false])
})
