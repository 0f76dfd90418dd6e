import assert from 'node:assert/strict'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { checkTexts } from './mdx-checker.ts'

/** Inside the project, so that its packages are found, and in a folder that its own checks pass over. */
const folder = fileURLToPath(new URL('../../.pamphlet-tests/mdx/', import.meta.url))
after(() => rmSync(folder, { recursive: true, force: true }))

const text = `---
title: The lamp
---

The <Term id="lamp">lamp</Term> of <CalendarDate julian="1917-10-25" year/>, as <Source id="reed" locator="ch. 1"/> has it.[^a-note] The 10<sup>th</sup> H<sub>2</sub>O.
Nobody lit the <Term id="lamb">lamp</Term> or read <Source ident="reed"/>.

<Quotation source="read" by="A keeper">
Words.
</Quotation>

<Lantern/>

[^a-note]: On <CalendarDate julian="1917" day="25"/>, <Foreign lang="ru-Latn">lampa</Foreign>.
`

test('a wrong property and a wrong id are underlined where they stand, and nothing else is', async () => {
  mkdirSync(folder, { recursive: true })
  const write = (name: string, content: string) => writeFileSync(join(folder, name), content)
  write('part.mdx', text)
  write(
    'ids.d.ts',
    "declare module 'pamphlet:ids' {\n  export type SourceId = 'reed'\n  export type TermId = 'lamp'\n  export type ChartId = never\n}\n",
  )
  write(
    'tsconfig.json',
    JSON.stringify({
      extends: '../../src/editor/tsconfig.texts.json',
      include: ['../../src/mdx-components.d.ts', 'ids.d.ts', 'part.mdx'],
      exclude: [],
    }),
  )
  const mistakes = await checkTexts(join(folder, 'tsconfig.json'))
  assert.deepEqual(
    mistakes.map(({ line, column, message }) => [
      text
        .split('\n')
        [line - 1]?.slice(column - 1)
        .split(/[=>/]/u)[0],
      message
        .split('\n')
        .at(-1)
        ?.replace(/ on type.*/u, '')
        .trim(),
    ]),
    [
      ['id', `Type '"lamb"' is not assignable to type '"lamp"'.`],
      ['ident', "Property 'ident' does not exist"],
      ['source', `Type '"read"' is not assignable to type '"reed"'.`],
      ['Lantern', "Property 'Lantern' does not exist"],
      ['day', "Property 'day' does not exist"],
    ],
  )
})
