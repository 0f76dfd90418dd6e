import { existsSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { project } from '../support/sites.ts'

/** Something in a manuscript that opens a door where a door is: what it changes, and the line that is to be named. */
export type HostileCase = {
  readonly file: string
  readonly change: (text: string) => string
  /** Words in the line that the message names; without them any line of the file will do. */
  readonly line?: string
  /** The message, where only one is right. */
  readonly code?: string
}

const program = (mark: string) =>
  `data:text/javascript,import%20f%20from%20'node:fs';f.writeFileSync('OPENED','${mark}');export%20default%20()=>'x'`
const call = (mark: string) => `process.getBuiltinModule('node:fs').writeFileSync('OPENED', '${mark}')`

const append = (words: string) => (text: string) => `${text}\n${words}\n`
const replace = (from: string, to: string) => (text: string) => {
  if (!text.includes(from)) throw new Error(`The miniature series has no “${from}”.`)
  return text.replace(from, () => to)
}
const term = (words: string) => () => `---\nname: ${words.replace(/[^a-z]+/giu, '')}\nkind: concept\n---\n\n${words}\n`
const work = (fields: string) => () => `type: book\n${fields}\n`

/** Each in a file of its own, or in a place of its own of a file, so that one build can tell of all of them. */
export const cases: Readonly<Record<string, HostileCase>> = {
  'an expression between two comments': {
    file: 'parts/one.mdx',
    change: append(`Words. {/* a */ ${call('comment')} /* b */}`),
    line: 'a */ process',
    code: 'html-unsafe',
  },
  'a second front matter': {
    file: 'pages/about.mdx',
    change: replace('edition\n---\n', `edition\n---\n--- \nlayout: "${program('second front matter')}"\n---\n`),
    line: '--- ',
    code: 'front-matter-misplaced',
  },
  'a front matter that begins late': {
    file: 'pages/home.mdx',
    change: (text) => `\n---  \nlayout: "${program('late front matter')}"\n---\n${text}`,
    line: '---  ',
    code: 'front-matter-misplaced',
  },
  'a layout in the front matter': {
    file: 'glossary/lamna.mdx',
    change: replace('kind: place\n', `kind: place\nlayout: "${program('layout')}"\n`),
    line: 'layout:',
    code: 'front-matter-invalid',
  },
  'an expression as a property': {
    file: 'glossary/property.mdx',
    change: term(`<Term id={${call('property')}}/>`),
    line: '<Term',
    code: 'html-unsafe',
  },
  'properties that are spread': {
    file: 'glossary/spread.mdx',
    change: term(`<Term {...${call('spread')}}/>`),
    line: '<Term',
    code: 'html-unsafe',
  },
  'an import': { file: 'glossary/import.mdx', change: term(`import x from "${program('import')}"`), line: 'import x', code: 'html-unsafe' },
  'an export': {
    file: 'glossary/export.mdx',
    change: term(`export const x = ${call('export')}`),
    line: 'export const',
    code: 'html-unsafe',
  },
  'an expression in a table': {
    file: 'glossary/table.mdx',
    change: term(`| a |\n|---|\n| {${call('table')}} |`),
    line: '| {',
    code: 'html-unsafe',
  },
  'a picture that is a program': {
    file: 'glossary/picture.mdx',
    change: term(`![words](<${program('picture')}>)`),
    line: '![',
    code: 'image-without-alt',
  },
  'a picture out of the manuscript': {
    file: 'glossary/outside.mdx',
    change: term('![words](../../../../../etc/passwd)'),
    line: '![',
    code: 'image-without-alt',
  },
  'a component of a module': { file: 'glossary/module.mdx', change: term('<process.exit/>'), line: '<process', code: 'html-unsafe' },
  'a name that is a request to a bundler': { file: "glossary/it's?raw&x.mdx", change: term('Words.'), code: 'file-name-invalid' },
  'a function in YAML': {
    file: 'sources/function.yaml',
    change: work(`title: !!js/function "${call('yaml')}"`),
    line: '!!js',
    code: 'yaml-syntax',
  },
  'fields of every object': {
    file: 'sources/proto.yaml',
    change: work('title: Proto\n__proto__: { note: OPENED }'),
    line: '__proto__',
    code: 'source-invalid',
  },
  'a constructor': {
    file: 'sources/constructor.yaml',
    change: work('title: Constructor\nconstructor: { prototype: { note: OPENED } }'),
    line: 'constructor:',
    code: 'source-invalid',
  },
  'a thousand laughs': {
    file: 'sources/laughs.yaml',
    change: work(
      `title: Laughs\na: &a [x]\n${[...'bcdefghij'].map((name, i) => `${name}: &${name} [${`*${'abcdefghi'[i]},`.repeat(9)}]`).join('\n')}`,
    ),
    code: 'yaml-syntax',
  },
  'an address with a port that none has': {
    file: 'glossary/address.mdx',
    change: term('A [link](http://example.org:99999/).'),
    line: 'A [link]',
  },
  'an address with a host that none has': { file: 'glossary/host.mdx', change: term('Another [one](https://[/).'), line: 'Another [' },
  'a day that no calendar has': {
    file: 'parts/one.mdx',
    change: replace("published: '2026-11-24'", "published: '2026-13-45'"),
    line: 'published',
  },
  'a language that is none': { file: 'series.yaml', change: replace('language: en-GB', 'language: de-1996-1996'), line: 'language' },
  'a site that is every site': {
    file: 'series.yaml',
    change: append('searched-with:\n  - { title: All, url: https://*/ }'),
    line: 'https://*/',
  },
  'a site with an order of the policy': {
    file: 'series.yaml',
    change: append("  - { title: Other, url: 'https://other.example;sandbox/' }"),
    line: ';sandbox',
  },
  'a picture that runs': {
    file: 'pictures/tower.svg',
    line: '<script>',
    code: 'picture-unsafe',
    change: () =>
      [
        '<?xml-stylesheet href="https://other.example/style.css"?>',
        `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 20" width="10" height="20" onload="document.title='OPENED'">`,
        `<script>document.title = 'OPENED'</script>`,
        '<image href="https://other.example/picture.png" width="10" height="10"/>',
        '<foreignObject width="10" height="10"><iframe xmlns="http://www.w3.org/1999/xhtml" src="https://other.example/"></iframe></foreignObject>',
        '<a href="javascript:alert(1)"><rect width="10" height="10"/></a>',
        '</svg>\n',
      ].join('\n'),
  },
}

/** What is published, so that nothing comes of it. */
const published: Readonly<Record<string, HostileCase>> = {
  'a title that ends the quotation it stands in': {
    file: 'parts/one.mdx',
    change: replace(
      'title: The lamp',
      `title: 'The lamp ]]> ]]><script xmlns="http://www.w3.org/1999/xhtml">document.title = "OPENED"</script><![CDATA['`,
    ),
  },
  'a particle of a name that ends the field it stands in': {
    file: 'sources/vardas-almanac.yaml',
    change: replace('given: Eleni }', "given: Eleni, non-dropping-particle: 'von }, note = {OPENED' }"),
  },
}

/** What sounds like an order to Astro, Vite or the compiler, and is words. */
export const orders = [
  `{/* @jsxImportSource ${program('comment')} */}Words after a comment.`,
  'The words export default function MDXContent, and “export default”.',
  '`__VITE_ASSET__abcd1234__` `__VITE_PUBLIC_ASSET__abcd1234__` `__ASTRO_ASSET_IMAGE__abcd__` `import.meta.env.SITE`',
  '`"@@ASTRO-STYLES@@"` `"@@ASTRO-LINKS@@"` `<!--astro:head-->` `</script><script>`',
]
export const title = `__ASTRO_IMAGE_${program('picture')}`

/** Changes a manuscript so that it has all of the cases, and says of each the line that is to be named. */
export function apply(chosen: Readonly<Record<string, HostileCase>>, folder: string): ReadonlyMap<string, number | undefined> {
  for (const { file, change } of Object.values(chosen)) {
    const path = join(folder, file)
    writeFileSync(path, change(existsSync(path) ? readFileSync(path, 'utf8') : ''))
  }
  return new Map(
    Object.entries(chosen).map(([what, { file, line }]) => {
      const lines = readFileSync(join(folder, file), 'utf8').split('\n')
      return [what, line === undefined ? undefined : lines.findIndex((words) => words.includes(line)) + 1]
    }),
  )
}

/** Puts into a manuscript what is hostile and no mistake: titles, names, and orders that are words. */
export function addHostileWords(folder: string) {
  writeFileSync(join(folder, 'pages/about.mdx'), `---\ntitle: About\n---\n\n${orders.join('\n\n')}\n`)
  writeFileSync(join(folder, 'sources/guild-minutes.yaml'), `type: document\ntitle: ${JSON.stringify(title)}\nissued: '1911'\n`)
  apply(published, folder)
}

/** Files of a manuscript that are links: out of it, to what has no end, to themselves. */
export const links = ['sources/outside.yaml', 'glossary/elsewhere.mdx', 'pictures/zero.png', 'sources/itself.yaml']

export function makeLinks(folder: string, secret: string) {
  symlinkSync('/etc/passwd', join(folder, 'sources/outside.yaml'))
  symlinkSync(secret, join(folder, 'glossary/elsewhere.mdx'))
  symlinkSync('/dev/zero', join(folder, 'pictures/zero.png'))
  symlinkSync('itself.yaml', join(folder, 'sources/itself.yaml'))
}

/**
 * The cases that a report does not name at their lines.
 *
 * @param manuscript the folder as the report names it
 * @param lines as `apply` says them
 */
export const unnamedIn = (report: string, manuscript: string, lines: ReadonlyMap<string, number | undefined>): string[] =>
  Object.entries(cases).flatMap(([what, { file, code }]) => {
    const place = `${manuscript}/${file.replaceAll(/[.?]/gu, '\\$&')}:${lines.get(what) ?? '\\d+'}:\\d+ {2}error {2}${code ?? '[a-z-]+'}`
    return new RegExp(`^${place}$`, 'mu').test(report) ? [] : [what]
  })

/** Files that a hostile text has written, where the commands ran or where they work. */
export function opened(): string[] {
  const working = ['.pamphlet', '.pamphlet-tests', '.astro', 'src', 'content', 'public'].map((name) => join(project, name))
  const written = working.filter(existsSync).flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter(({ name }) => name === 'OPENED')
      .map(({ parentPath, name }) => join(parentPath, name)),
  )
  return [...written, ...(existsSync(join(project, 'OPENED')) ? ['OPENED'] : [])]
}
