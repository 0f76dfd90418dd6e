import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { test } from 'node:test'
import ts from 'typescript'

/**
 * Who may import whom: for each folder the folders of ours and the outside modules it may name. The path of the data is
 * one way, so what is not listed is forbidden. A file named by `new URL('…', import.meta.url)` counts as imported.
 */
const table: Record<string, { readonly ours: readonly string[]; readonly outside: readonly RegExp[] }> = {
  model: { ours: [], outside: [/^zod$/] },
  locales: { ours: ['model', 'tracked-reads.ts'], outside: [/^zod$/] },
  'memoize.ts': { ours: [], outside: [] },
  // Results that are kept on the disk; whoever made them need not touch it himself.
  'kept-results.ts': { ours: ['memoize.ts', 'write-in-folder.ts'], outside: [/^node:/] },
  'write-in-folder.ts': { ours: [], outside: [/^node:(?:fs|path)$/] },
  // How far a long piece of work is, for whoever shows it.
  'progress.ts': { ours: [], outside: [] },
  // What pages read of the Series: whoever hands it to them notes it.
  'tracked-reads.ts': { ours: [], outside: [] },
  'environment.ts': { ours: [], outside: [/^node:(?:fs|path)$/] },
  diagnostics: { ours: ['model'], outside: [/^fastest-levenshtein$/] },
  manuscript: {
    ours: ['model', 'diagnostics', 'locales', 'memoize.ts', 'kept-results.ts'],
    outside: [
      /^unified$/,
      /^unist-util-/,
      /^mdast/,
      /^hast/,
      /^temml$/,
      /^remark-/,
      /^@mdx-js\/mdx$/,
      /^rehype-slug$/,
      /^vfile-message$/,
      /^yaml$/,
      /^github-slugger$/,
      /^@noble\/hashes\//,
      /^saxes$/,
      /^sharp$/,
      // What a font is, before it is used.
      /^fontkitten$/,
      /^subset-font$/,
      /^shiki\//,
      /^zod$/,
    ],
  },
  series: {
    ours: ['model', 'manuscript', 'diagnostics', 'locales', 'memoize.ts', 'kept-results.ts'],
    outside: [/^citeproc$/, /^locale-en-gb$/, /^culori\/require$/],
  },
  formats: { ours: ['model', 'series', 'locales'], outside: [/^zod$/] },
  drawings: {
    ours: ['model', 'locales', 'kept-results.ts', 'tracked-reads.ts'],
    outside: [/^d3-scale$/, /^d3-geo$/, /^@dagrejs\/dagre$/, /^satori$/, /^@resvg\/resvg-js$/, /^@fontsource\//],
  },
  components: {
    ours: ['model', 'locales', 'styles', 'reader', 'drawings', 'formats'],
    outside: [/^astro(?:\/types)?$/, /^astro:assets$/, /^pamphlet:(?:ids|settings|languages)$/, /^zod$/],
  },
  layouts: {
    ours: ['model', 'locales', 'styles', 'reader', 'components'],
    outside: [/^astro\/types$/, /^@fontsource/, /^pamphlet:(?:theme\.css|languages|language-switch)$/],
  },
  pages: {
    ours: [
      'series',
      'layouts',
      'components',
      'styles',
      'model',
      'locales',
      'drawings',
      'formats',
      'integration',
      'kept-results.ts',
      'tracked-reads.ts',
    ],
    outside: [/^astro$/, /^astro:assets$/, /^pamphlet:languages$/],
  },
  tokenizer: { ours: [], outside: [] },
  reader: { ours: ['model', 'locales', 'tokenizer'], outside: [/^@floating-ui\/dom$/] },
  editions: {
    ours: ['model', 'locales', 'diagnostics', 'tokenizer', 'environment.ts', 'kept-results.ts', 'progress.ts', 'write-in-folder.ts'],
    outside: [
      /^node:/,
      /^pagefind$/,
      /^esbuild$/,
      /^cborg$/,
      /^@gfx\/zopfli$/,
      /^parse5$/,
      /^magic-string$/,
      /^@xmldom\/xmldom$/,
      /^fflate$/,
      /^subset-font$/,
      /^fontkitten$/,
      /^css-select$/,
      /^css-tree\/dist\/csstree\.esm$/,
      /^lightningcss$/,
      /^hast-util-(?:from-parse5|to-mdast)$/,
      /^mdast-util-(?:gfm|to-markdown)$/,
      /^@myriaddreamin\/typst-ts-node-compiler$/,
    ],
  },
  integration: {
    // Of components one file is named, that stands for another, and one of the pages, that only some sites have.
    ours: [
      'model',
      'diagnostics',
      'manuscript',
      'series',
      'drawings',
      'editions',
      'components',
      'pages',
      'memoize.ts',
      'tracked-reads.ts',
      'kept-results.ts',
      'progress.ts',
      'environment.ts',
    ],
    outside: [/^astro(?:\/|:|$)/, /^@astrojs\/(?:mdx|sitemap)$/, /^hast/, /^node:/, /^zod$/],
  },
  import: {
    ours: ['model', 'manuscript', 'diagnostics', 'series', 'formats'],
    outside: [
      /^unicode2latex$/,
      /^zod$/,
      /^mammoth$/,
      /^fflate$/,
      /^saxes$/,
      /^hast-util-/,
      /^mdast/,
      /^hast$/,
      /^unified$/,
      /^remark-/,
      /^unist-util-/,
    ],
  },
  export: {
    ours: ['model', 'locales', 'manuscript', 'series'],
    outside: [/^docx$/, /^mdast/, /^unist-util-/],
  },
  editor: {
    ours: ['model', 'diagnostics'],
    outside: [/^node:/, /^typescript$/, /^@volar\/kit$/, /^volar-service-typescript$/, /^@mdx-js\/language-service$/, /^zod$/],
  },
  commands: {
    ours: ['model', 'locales', 'diagnostics', 'manuscript', 'series', 'import', 'export', 'integration', 'editor', 'environment.ts'],
    outside: [/^node:/, /^commander$/, /^@clack\/prompts$/, /^zod$/],
  },
  styles: { ours: [], outside: [/^@fontsource/] },
  testing: {
    ours: ['model', 'diagnostics', 'manuscript', 'series', 'import', 'formats'],
    outside: [/^node:/, /^citeproc$/, /^fast-check$/, /^yaml$/, /^fflate$/, /^saxes$/],
  },
}

/** Files outside of `src/` that stand on it, with the folders they may name. */
const outer: Record<string, readonly string[]> = {
  'astro.config.mjs': ['integration'],
  e2e: ['testing', 'model'],
  // The catalogue with every word in brackets.
  'e2e/builds/pseudo-language.ts': ['locales'],
  // What a reader is told in each of them.
  'e2e/builds/every-language.long.ts': ['locales'],
  'e2e/tiny-series.config.mjs': ['integration'],
  // Asks the query side of the search without a browser (decision 10).
  'e2e/search/open-index.ts': ['reader'],
  'e2e/search/search-index.spec.ts': ['reader'],
  'e2e/search/probes.ts': ['reader'],
  // Publishes a site again and again as a build would.
  'e2e/offline/builds.ts': ['editions'],
  'e2e/offline/neighbours.spec.ts': ['editions'],
  bench: ['testing', 'model', 'editions', 'e2e'],
}

/** The only files below the editions that may touch the disk. */
const mayReadFiles = /^(?:manuscript\/(?:files|disk\/[^/]+)|series\/citations\/csl-styles)\.ts$/u

/** What a bundler is told to make a script of: code for the browser that an edition names and does not run. */
const bundled = /^reader\/offline\/(?:offline-worker|kill-switch-worker)\.ts$/u

/** The project’s folder itself, and files in it that are no code. */
const notCode = /^(?:\.\.(?:\/(?:public\/?|package\.json|tsconfig\.json|\.pamphlet(?:\/.*)?)?)?)?$/u

const src = import.meta.dirname
const project = dirname(src)
const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (path) => /\.(?:ts|mjs|astro|css)$/.test(path) && !path.endsWith('.d.ts') && !path.includes('diagnostics/fixtures/'),
  )
const isTest = (path: string) => /\.(?:test|long)\.ts$/.test(path)
const files = filesIn(src).filter((path) => !isTest(path))

test('every folder imports only what it may', () => {
  const offences = files.flatMap((file) => {
    const folder = file.split('/')[0] ?? ''
    const allowed = table[folder]
    if (!allowed) return [`${file}: the table knows no folder ${folder}`]
    return importsOf(join(src, file)).flatMap((specifier) => {
      const target = targetOf(join(src, file), specifier)
      if (target !== undefined) {
        const isAllowed = target.startsWith(`${folder}/`) || target === folder || allowed.ours.includes(target.split('/')[0] ?? '')
        return isAllowed || (folder === 'editions' && bundled.test(target)) || notCode.test(target) ? [] : [`${file} imports ${specifier}`]
      }
      if (specifier.startsWith('node:') && mayReadFiles.test(file)) return []
      return allowed.outside.some((pattern) => pattern.test(specifier)) ? [] : [`${file} imports ${specifier}`]
    })
  })
  assert.deepEqual(offences, [])
})

test('what stands outside of src/ uses it through its doors', () => {
  const offences = ['e2e', 'bench', 'astro.config.mjs'].flatMap((place) => {
    const inside = place.endsWith('.mjs') ? [place] : filesIn(join(project, place)).map((file) => `${place}/${file}`)
    return inside.flatMap((file) =>
      importsOf(join(project, file)).flatMap((specifier) => {
        const target = targetOf(join(project, file), specifier)
        if (target === undefined || (target.startsWith('../') && !target.startsWith(`../src/`))) return []
        return [...(outer[place] ?? []), ...(outer[file] ?? [])].includes(target.split('/')[0] ?? '')
          ? []
          : [`${file} imports ${specifier}`]
      }),
    )
  })
  assert.deepEqual(offences, [])
})

test('only tests import what stands in for something in tests', () => {
  const offences = files
    .filter((file) => !file.startsWith('testing/'))
    .flatMap((file) =>
      importsOf(join(src, file)).flatMap((specifier) =>
        targetOf(join(src, file), specifier)?.startsWith('testing/') ? [`${file} imports ${specifier}`] : [],
      ),
    )
  assert.deepEqual(offences, [])
})

test('no edition imports another; what they share lies beside their folders', () => {
  const offences = files
    .filter((file) => /^editions\/[^/]+\//.test(file))
    .flatMap((file) =>
      importsOf(join(src, file)).flatMap((specifier) => {
        const other = /^editions\/([^/]+)\//u.exec(targetOf(join(src, file), specifier) ?? '')?.[1]
        return other && !file.startsWith(`editions/${other}/`) ? [`${file} imports ${specifier}`] : []
      }),
    )
  assert.deepEqual(offences, [])
})

test('comments fit into a line of 140 characters, as the formatter sees to for code', () => {
  const all = ['src', 'e2e', 'bench'].flatMap((place) => filesIn(join(project, place)).map((file) => `${place}/${file}`))
  const offences = all.flatMap((file) =>
    readFileSync(join(project, file), 'utf8')
      .split('\n')
      .flatMap((line, i) => (line.length > 140 && /^\s*(?:\*|\/\/|\/\*)/u.test(line) ? [`${file}:${i + 1}`] : [])),
  )
  assert.deepEqual(offences, [])
})

test('a style sheet that pages ask for by itself says the order of the layers first: it may come before all others', () => {
  const asked = files
    .filter((file) => file.endsWith('.astro'))
    .flatMap((file) => importsOf(join(src, file)).flatMap((specifier) => targetOf(join(src, file), specifier) ?? []))
    .filter((target) => target.startsWith('styles/') && target.endsWith('.css'))
  assert.ok(asked.length > 3)
  const order = /^(?:\/\*[\s\S]*?\*\/\s*)?@layer reset, tokens, prose, furniture, state, print;/u
  assert.deepEqual(
    [...new Set(asked)].filter((sheet) => !order.test(readFileSync(join(src, sheet), 'utf8'))),
    [],
  )
})

test('no hook of a test stands outside of a suite: the tests of all files share one process, and it would be theirs', () => {
  const tests = filesIn(src).filter((file) => file.endsWith('.test.ts'))
  assert.ok(tests.length > 100)
  assert.deepEqual(
    tests.filter((file) => /^(?:before|after)Each\(/mu.test(readFileSync(join(src, file), 'utf8'))),
    [],
  )
})

test('one file reads the environment', () => {
  assert.deepEqual(
    files.filter((file) => /\bprocess\.env\b/u.test(readFileSync(join(src, file), 'utf8'))),
    ['environment.ts'],
  )
})

test('no file imports itself by way of others', () => {
  const graph = new Map(
    files.map((file) => [file, importsOf(join(src, file)).flatMap((specifier) => targetOf(join(src, file), specifier) ?? [])]),
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
  // Languages that everybody speaks; the tree of Markdown, which `manuscript/` reads and `import/` makes; archives, which
  // `editions/` writes and `import/` opens; XML that is read strictly, pictures in the one and documents in the other; fonts,
  // which `manuscript/` looks into and `editions/` cut.
  const shared =
    /^(?:zod|astro(?:[:/].*)?|node:.*|pamphlet:.*|@fontsource.*|unified|mdast.*|unist-util-.*|remark-.*|hast.*|fflate|saxes|subset-font|fontkitten)$/
  const importers = new Map<string, Set<string>>()
  for (const file of files.filter((path) => !path.startsWith('testing/'))) {
    for (const specifier of importsOf(join(src, file))) {
      if (specifier.startsWith('.') || specifier.startsWith('@manuscript') || shared.test(specifier)) continue
      importers.set(specifier, (importers.get(specifier) ?? new Set()).add(file.split('/')[0] ?? ''))
    }
  }
  assert.deepEqual(
    [...importers].filter(([, folders]) => folders.size > 1),
    [],
  )
})

/** What a specifier names, from `src/`; nothing for an outside module. */
function targetOf(file: string, specifier: string): string | undefined {
  return specifier.startsWith('.') ? relative(src, join(dirname(file), specifier)) : undefined
}

const found = new Map<string, readonly string[]>()

/** What a file imports; each is read once for all tests. */
function importsOf(file: string): readonly string[] {
  const imports = found.get(file) ?? findImports(file)
  found.set(file, imports)
  return imports
}

function findImports(file: string): string[] {
  const text = readFileSync(file, 'utf8')
  if (file.endsWith('.css')) return [...text.matchAll(/(?:@import|url\()\s*["']([^"']+)["']/g)].flatMap((match) => match[1] ?? [])
  const scripts = file.endsWith('.astro')
    ? [/^---\n([\s\S]*?)\n---/.exec(text)?.[1] ?? '', ...[...text.matchAll(/<script>([\s\S]*?)<\/script>/g)].map((match) => match[1] ?? '')]
    : [text]
  const named = scripts.flatMap((script) =>
    [...script.matchAll(/new URL\(\s*['"`]([^'"`$]+)['"`$][^)]*import\.meta\.url/g)].map((match) => `./${match[1] ?? ''}`),
  )
  return [
    ...scripts.flatMap((script) =>
      ts.preProcessFile(script, true, true).importedFiles.map(({ fileName }) => fileName.replace(/\?.*$/, '')),
    ),
    ...named,
  ]
}
