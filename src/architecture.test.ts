import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

/**
 * Who may import whom: for each folder the folders of ours and the outside modules it may name. The path of the data is
 * one way, so what is not listed is forbidden. An outside module stands with one folder, but for the types and
 * functions of the languages everybody speaks (zod, mdast, Astro’s types).
 */
const table: Record<string, { ours: string[]; outside: RegExp[] }> = {
  model: { ours: [], outside: [/^zod$/] },
  diagnostics: { ours: ['model'], outside: [/^fastest-levenshtein$/] },
  manuscript: {
    ours: ['model', 'diagnostics'],
    outside: [/^unified$/, /^unist-util-/, /^mdast/, /^remark-/, /^vfile-message$/, /^yaml$/, /^github-slugger$/, /^saxes$/, /^@noble\/hashes\//, /^zod$/],
  },
  'content.config.ts': { ours: ['model', 'series'], outside: [/^astro:content$/, /^astro\/loaders$/, /^zod$/] },
  series: {
    ours: ['model', 'manuscript', 'diagnostics'],
    outside: [/^astro:content$/, /^astro(?:\/loaders)?$/, /^citeproc$/, /^@citation-js\//, /^locale-en-gb$/, /^sharp$/, /^zod$/, /^fast-check$/],
  },
  formats: { ours: ['model', 'series'], outside: [/^zod$/] },
  drawings: { ours: ['model'], outside: [/^d3-scale$/, /^d3-geo$/, /^@dagrejs\/dagre$/, /^satori$/, /^@resvg\/resvg-js$/, /^@fontsource\//] },
  components: { ours: ['model', 'styles', 'reader', 'drawings', 'formats'], outside: [/^astro(?:\/types)?$/, /^astro:assets$/, /^pamphlet:ids$/, /^zod$/] },
  layouts: { ours: ['model', 'styles', 'reader', 'components'], outside: [/^astro\/types$/, /^@fontsource/] },
  pages: { ours: ['series', 'layouts', 'components', 'model', 'drawings', 'formats'], outside: [/^astro$/, /^astro:content$/] },
  words: { ours: [], outside: [] },
  reader: { ours: ['model', 'words'], outside: [/^@floating-ui\/dom$/] },
  editions: {
    ours: ['model', 'diagnostics', 'words'],
    outside: [
      /^node:/,
      /^astro$/,
      /^pagefind$/,
      /^esbuild$/,
      /^cborg$/,
      /^@gfx\/zopfli$/,
      /^parse5$/,
      /^magic-string$/,
      /^@xmldom\/xmldom$/,
      /^fflate$/,
      /^subset-font$/,
    ],
  },
  editor: { ours: ['model'], outside: [/^node:/, /^typescript$/, /^@volar\/kit$/, /^volar-service-typescript$/, /^@mdx-js\/language-service$/, /^zod$/] },
  styles: { ours: [], outside: [/^@fontsource/] },
}

/** The only files that may touch the disk outside the editions. */
const mayReadFiles = new Set(['series/files.ts', 'series/disk/list-folder.ts', 'series/disk/read-bounded.ts', 'series/disk/stage-files.ts'])

const src = dirname(fileURLToPath(import.meta.url))
const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter(
  (path) => /\.(?:ts|astro|css)$/.test(path) && !/\.(?:test|long)\.ts$|\.d\.ts$/.test(path),
)

test('every folder imports only what it may', () => {
  const offences = files.flatMap((file) => {
    const folder = file.split('/')[0] ?? ''
    const allowed = table[folder]
    if (!allowed) return [`${file}: the table knows no folder ${folder}`]
    return importsOf(file).flatMap((specifier) => {
      if (specifier.startsWith('.')) {
        const target = relative(src, join(src, dirname(file), specifier)).split('/')[0] ?? ''
        return target === folder || allowed.ours.includes(target) ? [] : [`${file} imports ${specifier}`]
      }
      if (specifier.startsWith('node:') && mayReadFiles.has(file)) return []
      return allowed.outside.some((pattern) => pattern.test(specifier)) ? [] : [`${file} imports ${specifier}`]
    })
  })
  assert.deepEqual(offences, [])
})

test('no edition imports another; what they share lies beside their folders', () => {
  const offences = files
    .filter((file) => /^editions\/[^/]+\//.test(file))
    .flatMap((file) =>
      importsOf(file)
        .filter((specifier) => /^\.\.\/[^.].*\//.test(specifier))
        .map((specifier) => `${file} imports ${specifier}`),
    )
  assert.deepEqual(offences, [])
})

test('no file imports itself by way of others', () => {
  const graph = new Map(
    files.map((file) => [
      file,
      importsOf(file)
        .filter((specifier) => specifier.startsWith('.'))
        .map((specifier) => relative(src, join(src, dirname(file), specifier))),
    ]),
  )
  const done = new Set<string>()
  const follow = (file: string, chain: string[]): string[] => {
    if (chain.includes(file)) return [[...chain.slice(chain.indexOf(file)), file].join(' → ')]
    if (done.has(file)) return []
    const circles = (graph.get(file) ?? []).flatMap((next) => follow(next, [...chain, file]))
    done.add(file)
    return circles
  }
  assert.deepEqual(
    [...graph.keys()].flatMap((file) => follow(file, [])),
    [],
  )
})

test('every outside module is imported from one folder', () => {
  const shared = /^(?:zod|astro(?:[:/].*)?|node:.*|pamphlet:ids|@fontsource.*)$/
  const importers = new Map<string, Set<string>>()
  for (const file of files) {
    for (const specifier of importsOf(file)) {
      if (specifier.startsWith('.') || specifier.startsWith('@manuscript') || shared.test(specifier)) continue
      importers.set(specifier, (importers.get(specifier) ?? new Set()).add(file.split('/')[0] ?? ''))
    }
  }
  assert.deepEqual(
    [...importers].filter(([, folders]) => folders.size > 1),
    [],
  )
})

function importsOf(file: string): string[] {
  const text = readFileSync(join(src, file), 'utf8')
  if (file.endsWith('.css')) return [...text.matchAll(/(?:@import|url\()\s*["']([^"']+)["']/g)].flatMap((match) => match[1] ?? [])
  const scripts = file.endsWith('.astro')
    ? [/^---\n([\s\S]*?)\n---/.exec(text)?.[1] ?? '', ...[...text.matchAll(/<script>([\s\S]*?)<\/script>/g)].map((match) => match[1] ?? '')]
    : [text]
  return scripts.flatMap((script) => ts.preProcessFile(script, true, true).importedFiles.map(({ fileName }) => fileName.replace(/\?.*$/, '')))
}
