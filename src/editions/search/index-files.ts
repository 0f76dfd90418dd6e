import { createHash } from 'node:crypto'
import { build } from 'esbuild'
import { decodeFragment } from './fragments.ts'

/** A file of the index: its name within the folder of the index, and its bytes. */
export type IndexFile = { readonly path: string; readonly content: Uint8Array }

const utf8 = new TextEncoder()

/**
 * The files of the index as a site publishes them: those of Pagefind’s that are needed, its engine as one classic
 * script, and the same files embedded in two classic scripts for pages that may not fetch (decisions/0010).
 *
 * @param files what Pagefind made, and what lies beside it
 * @returns the name of the folder, which changes with any byte in it, and its files
 */
export async function indexFilesOf(files: readonly IndexFile[]): Promise<{ folder: string; files: IndexFile[] }> {
  const needed = files.filter(({ path }) => /\.(?:pf_meta|pf_index|pf_fragment|json|txt)$/u.test(path) || isWasmFor(files, path))
  const source = files.find(({ path }) => path === 'pagefind.js')
  if (!source) throw new Error('Pagefind made no pagefind.js.')
  const fragments = needed.filter(({ path }) => path.endsWith('.pf_fragment'))
  const core = needed.filter((file) => !fragments.includes(file))
  const all = [...needed, await engineOf(source), embeddedScript('embedded/core.js', core), embeddedScript('embedded/fragments.js', fragments)]
  return { folder: hashOf(all), files: all }
}

/** Whether it is the program for the language of the index; Pagefind adds one for unknown languages. */
function isWasmFor(files: readonly IndexFile[], path: string): boolean {
  const entry = files.find((file) => file.path === 'pagefind-entry.json')
  const { languages } = JSON.parse(new TextDecoder().decode(entry?.content)) as { languages: Record<string, { wasm: string | null }> }
  return Object.values(languages).some(({ wasm }) => path === `wasm.${wasm ?? 'unknown'}.pagefind`)
}

/** Pagefind’s own script, unedited, as a classic script that reads its files through a function the page gives it. */
async function engineOf({ content }: IndexFile): Promise<IndexFile> {
  const code = new TextDecoder().decode(content)
  if (!code.includes('noWorker')) throw new Error('This Pagefind does not know “noWorker” any more; the search from a disk needs it.')
  const { outputFiles } = await build({
    stdin: { contents: `${code}\nglobalThis.pamphletEngine = createInstance` },
    define: { fetch: 'pamphletRead', 'import.meta.url': '""' },
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    write: false,
  })
  const script = outputFiles[0]
  if (!script) throw new Error('esbuild made no script of Pagefind.')
  return { path: 'engine.js', content: script.contents }
}

/** A classic script that adds files to `pamphletIndex`: fragments as objects, which a zip compresses better, others in base64. */
function embeddedScript(path: string, files: readonly IndexFile[]): IndexFile {
  const entries = files.map((file) => [file.path, embedded(file)])
  return {
    path,
    content: utf8.encode(
      `globalThis.pamphletIndex=Object.assign(globalThis.pamphletIndex??{},${JSON.stringify(Object.fromEntries(entries)).replaceAll('<', '\\u003c')})`,
    ),
  }
}

const embedded = ({ path, content }: IndexFile) => (path.endsWith('.pf_fragment') ? decodeFragment(content) : Buffer.from(content).toString('base64'))

function hashOf(files: readonly IndexFile[]): string {
  const hash = createHash('sha256')
  for (const { path, content } of [...files].sort((a, b) => (a.path < b.path ? -1 : 1))) hash.update(`${path}\0${content.length}\0`).update(content)
  return hash.digest('hex').slice(0, 12)
}
