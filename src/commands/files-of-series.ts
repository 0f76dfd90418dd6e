import type { z } from 'zod'
import { writeYaml } from '../manuscript/yaml/edit-yaml.ts'
import { explain } from '../manuscript/yaml/yaml.ts'
import { seriesFileSchema } from '../model/files/series-file.ts'
import { dependency } from './own-package.ts'

/** What a writer says of a new series. */
export type Wishes = {
  readonly title: string
  readonly author: string
  readonly language: string
  readonly licence?: string | undefined
  readonly address?: string | undefined
}

export type NewFile = {
  readonly path: string
  readonly text: string
  /** Written also where there is one: what was in it is in the new one too. */
  readonly isReplaced?: true
}

/** A sentence for each wish that cannot be granted. */
export function mistakesIn(wishes: Partial<Wishes>): string[] {
  const { shape } = seriesFileSchema
  const fields: Record<keyof Wishes, z.ZodType> = {
    title: shape.title,
    author: shape.author,
    language: shape.language,
    licence: shape.licence,
    address: shape.address,
  }
  return (Object.keys(fields) as (keyof Wishes)[]).flatMap((field) => {
    const value = wishes[field]
    if (value === undefined) return []
    const verdict = fields[field].safeParse(value)
    if (verdict.success) return []
    return [`The ${field} cannot be “${value}”. Expected: ${explain(verdict.error.issues)[0]?.expected ?? 'another'}.`]
  })
}

/** The files of a new series. @param packageFile the text of a package.json that is there already */
export function filesOfSeries(wishes: Wishes, folder: string, packageFile?: string): NewFile[] {
  return [
    { path: 'series.yaml', text: seriesYaml(wishes) },
    { path: 'parts/the-first-part.mdx', text: firstPart },
    {
      path: 'sources/a-first-book.yaml',
      text: writeYaml({ type: 'book', title: 'A first book', author: [{ family: 'Author', given: 'An' }], issued: '1911' }),
    },
    {
      path: 'glossary/a-first-term.mdx',
      text: '---\nname: A first term\nkind: idea\n---\n\nWhat the term means, in a sentence or two. Readers see it beside the text.\n',
    },
    { path: '.gitignore', text: 'node_modules/\ndist/\n.pamphlet/\n.astro/\n' },
    { path: 'package.json', text: packageJson(folder, packageFile), isReplaced: true },
    { path: '.vscode/settings.json', text: `${JSON.stringify(editorSettings, null, 2)}\n` },
    {
      path: '.vscode/extensions.json',
      text: `${JSON.stringify({ recommendations: ['redhat.vscode-yaml', 'unifiedjs.vscode-mdx'] }, null, 2)}\n`,
    },
  ]
}

function seriesYaml({ title, author, language, licence, address }: Wishes): string {
  const fields = writeYaml({ format: 1, title, author, language, ...(licence && { licence }), ...(address && { address }) })
  return `${fields}# “npx pamphlet fields series” tells what else can be said here.\n`
}

/** One dependency, the program as it was installed, and the commands by short names; what was there before stays. */
function packageJson(folder: string, before: string | undefined): string {
  const there = before === undefined ? {} : (JSON.parse(before) as Record<string, Record<string, string>>)
  const written = {
    ...(before === undefined && {
      name:
        folder
          .toLowerCase()
          .replace(/[^a-z0-9-]+/gu, '-')
          .replace(/^-+|-+$/gu, '') || 'series',
      private: true,
    }),
    ...there,
    scripts: { dev: 'pamphlet dev', build: 'pamphlet build', check: 'pamphlet check', ...there.scripts },
    dependencies: { pamphlet: dependency(), ...there.dependencies },
  }
  return `${JSON.stringify(written, null, 2)}\n`
}

const schema = (kind: string) => `./node_modules/pamphlet/.vscode/schemas/${kind}.json`

const editorSettings = {
  'yaml.schemas': {
    [schema('series')]: ['series.yaml'],
    [schema('source')]: ['sources/*.yaml'],
    [schema('timeline')]: ['timeline.yaml'],
    [schema('places')]: ['places.yaml'],
    [schema('map')]: ['map.yaml'],
    [schema('vocabulary')]: ['vocabulary.yaml'],
    [schema('chart')]: ['charts/*.yaml'],
  },
  'files.eol': '\n',
  'files.encoding': 'utf8',
}

const firstPart = `---
title: The first part
---

This is the first paragraph: write over it. A statement that rests on something has a note.[^first-note]

## A heading

A <Term id="a-first-term"/> has an entry in the folder *glossary*; a work has one in the folder *sources*.[^second-note]
Whoever reads can link to every paragraph, note and heading.

A note is typed where it belongs, as \`[^a-few-words]\`, and its text stands below. Its number is the program’s affair.

[^first-note]: <Source id="a-first-book" locator="p. 12"/> says so. A note can have more than one sentence.

[^second-note]: See also <Source id="a-first-book" locator="ch. 3"/>.
`
