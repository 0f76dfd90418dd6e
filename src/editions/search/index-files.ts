import { createHash } from 'node:crypto'
import { gunzipSync } from 'node:zlib'
import { gzipAsync } from '@gfx/zopfli'
import { keepSharedBytes } from '../../kept-results.ts'
import { bundleClassic } from '../classic-scripts.ts'
import { decodeFragment } from './fragments.ts'

/** A file of the index: its name within the folder of the index, and its bytes. */
export type IndexFile = { readonly path: string; readonly content: Uint8Array }

/**
 * The files of an index as a site publishes them: the engine as one classic script instead of Pagefind’s module, and
 * all files once more embedded in two classic scripts, for pages that may not fetch (decision 10).
 *
 * @param isEmbedded whether there are such pages
 * @param isPressed whether the program is made as small as it can be, which takes seconds
 * @returns the name of the folder, which changes with any byte in it, and its files
 */
export async function publishedFiles(
  files: readonly IndexFile[],
  isEmbedded = true,
  isPressed = true,
): Promise<{ folder: string; files: IndexFile[] }> {
  const source = files.find(({ path }) => path === 'pagefind.js')
  if (!source) throw new Error('Pagefind made no pagefind.js.')
  const others = files.filter((file) => file !== source)
  const read = isPressed ? await Promise.all(others.map(pressProgram)) : others
  const fragments = read.filter(({ path }) => path.endsWith('.pf_fragment'))
  const core = read.filter((file) => !fragments.includes(file))
  const all = [
    ...read,
    await engineOf(source),
    ...(isEmbedded ? [embeddedScript('embedded/core.js', core), embeddedScript('embedded/fragments.js', fragments)] : []),
  ]
  return { folder: hashOf(all), files: all }
}

/** The program is two thirds of what a first search costs, and Pagefind’s own compression leaves a twentieth of it. */
async function pressProgram(file: IndexFile): Promise<IndexFile> {
  if (!file.path.startsWith('wasm.')) return file
  const content = await keepSharedBytes('pressed', [file.content], () => gzipAsync(gunzipSync(file.content), { numiterations: 5 }))
  return { ...file, content }
}

/**
 * Pagefind’s own script, unedited, as a classic script that reads its files through a function the page gives it. Its
 * program, with the stems of one language, is of the script, not of an instance: it is run anew for each that is opened.
 */
async function engineOf({ content }: IndexFile): Promise<IndexFile> {
  const code = new TextDecoder().decode(content)
  if (!code.includes('noWorker')) throw new Error('This Pagefind does not know “noWorker” any more; the search from a disk needs it.')
  const script = await bundleClassic({
    stdin: { contents: `${code}\nmake = createInstance` },
    banner: { js: 'globalThis.pamphletEngine=options=>{let make;' },
    footer: { js: 'return make(options)};' },
    define: { fetch: 'pamphletRead', 'import.meta.url': '""' },
    charset: 'ascii',
  })
  return { path: 'engine.js', content: new TextEncoder().encode(script) }
}

/** A classic script that adds files to `pamphletIndex`: JSON as objects, which a zip compresses better, others in base64. */
function embeddedScript(path: string, files: readonly IndexFile[]): IndexFile {
  const json = JSON.stringify(Object.fromEntries(files.map((file) => [file.path, embedded(file)]))).replaceAll('<', '\\u003c')
  return { path, content: new TextEncoder().encode(`globalThis.pamphletIndex=Object.assign(globalThis.pamphletIndex??{},${json})`) }
}

function embedded({ path, content }: IndexFile): string | object {
  if (path.endsWith('.pf_fragment')) return decodeFragment(content)
  return path.endsWith('.json') ? JSON.parse(new TextDecoder().decode(content)) : Buffer.from(content).toString('base64')
}

function hashOf(files: readonly IndexFile[]): string {
  const hash = createHash('sha256')
  for (const { path, content } of [...files].sort((a, b) => (a.path < b.path ? -1 : 1)))
    hash.update(`${path}\0${content.length}\0`).update(content)
  return hash.digest('hex').slice(0, 12)
}
