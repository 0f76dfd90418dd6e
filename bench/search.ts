import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { publishedFiles } from '../src/editions/search/index-files.ts'
import { makeIndex } from '../src/editions/search/make-index.ts'
import type { Series } from '../src/model/series.ts'
import { measureColdSearch } from './cold-search.ts'
import { generateSeries } from './series.ts'

// How the search grows with the series. Run after `npm run build`:
//   node_modules/.bin/node bench/search.ts 2 100 1000
// It indexes generated records directly (what `npm run build` does after the pages are written) and asks the index from
// a page of the built site, served with gzip and with brotli. Each length is measured in a process of its own.

const dist = join(import.meta.dirname, '../dist')
const lengths = process.argv.slice(2).map(Number)

if (lengths.length > 1) {
  for (const length of lengths) spawnSync(process.execPath, [import.meta.filename, String(length)], { stdio: 'inherit' })
} else await measure(lengths[0] ?? 2)

async function measure(parts: number) {
  const model = JSON.parse(readFileSync(join(dist, 'series.json'), 'utf8')) as Series
  const { series, records } = generateSeries(model, parts)
  const begun = performance.now()
  const made = await makeIndex(series, records)
  const { folder, files, program } = await publishedFiles(made.files)
  const seconds = (performance.now() - begun) / 1000
  const memory = process.resourceUsage().maxRSS / 1024
  const site = mkdtempSync(join(tmpdir(), 'pamphlet-bench-'))
  try {
    writeSite(site, folder, program, files)
    const bytes = files.filter(({ path }) => !path.startsWith('embedded/')).reduce((sum, { content }) => sum + content.length, 0)
    const size = `${(bytes / 1e6).toFixed(1)} MB in ${files.length} files`
    say(`${parts} parts: ${made.records} records indexed in ${seconds.toFixed(1)} s, ${memory.toFixed(0)} MB of memory, ${size}`)
    for (const query of ['Lenin', 'insurrection', 'Cirque Moderne', `coined${parts}x7`]) {
      for (const compression of ['gzip', 'br'] as const) {
        const { total, bytes: by, coldTime, warmTime } = await measureColdSearch(site, '/part-1/', query, compression)
        const kinds = Object.entries(by).map(([kind, size]) => `${kind} ${size}`)
        const times = `cold ${coldTime.toFixed(0)} ms, warm ${warmTime.toFixed(0)} ms`
        say(`  ${query}, ${compression}: ${total} bytes (${kinds.join(', ')}), ${times}`)
      }
    }
  } finally {
    rmSync(site, { recursive: true })
  }
}

/** The built site’s first part and scripts with another index. */
function writeSite(site: string, folder: string, program: string, files: readonly { path: string; content: Uint8Array }[]) {
  for (const name of ['_astro', 'part-1']) cpSync(join(dist, name), join(site, name), { recursive: true })
  const page = join(site, 'part-1/index.html')
  writeFileSync(join(site, 'search.json'), JSON.stringify({ index: `pagefind/${folder}/`, program }))
  for (const { path, content } of files) {
    const file = join(site, 'pagefind', folder, path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, content)
  }
  if (readdirSync(site).length < 3 || !statSync(page).isFile()) throw new Error('The site for the benchmark is not complete.')
}

function say(line: string) {
  process.stdout.write(`${line}\n`)
}
