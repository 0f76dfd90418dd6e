import { createHash } from 'node:crypto'
import { gunzipSync } from 'node:zlib'
import { gzipAsync } from '@gfx/zopfli'
import { keepSharedBytes } from '../../kept-results.ts'
import type { PublishedSearchManifest } from '../../model/search.ts'
import { decodeFragment } from './fragments.ts'

/** A file of the index: its name within the folder of the index, and its bytes. */
export type IndexFile = { readonly path: string; readonly content: Uint8Array }

/**
 * The files of an index as a site publishes them: its program as small as it can be, and all files once more embedded in
 * two classic scripts, for pages that may not fetch (decision 10).
 *
 * @param isEmbedded whether there are such pages
 * @param isPressed whether the program is made as small as it can be, which takes seconds
 * @returns the name of the folder, which changes with any byte in it, and its files; the program by its name there
 */
export async function publishedFiles(
  files: readonly IndexFile[],
  isEmbedded = true,
  isPressed = true,
): Promise<{ folder: string; files: IndexFile[]; program: string }> {
  const { path: program } = files.find(isProgram) ?? {}
  if (!program) throw new Error('Pagefind made no program.')
  const read = isPressed ? await Promise.all(files.map(pressProgram)) : files
  const fragments = read.filter(isFragment)
  const core = read.filter((file) => !isFragment(file) && !file.path.startsWith('first/')).map(withoutFirsts)
  const all = [
    ...read,
    ...(isEmbedded ? [embeddedScript('embedded/core.js', core), embeddedScript('embedded/fragments.js', fragments)] : []),
  ]
  return { folder: hashOf(all), files: all, program }
}

const isFragment = ({ path }: IndexFile) => path.endsWith('.pf_fragment')

const isProgram = ({ path }: IndexFile) => path.startsWith('wasm.')

/** Where all is there at once, the first results for frequent words spare nothing. */
function withoutFirsts({ path, content }: IndexFile): IndexFile {
  if (path !== 'search.json') return { path, content }
  const { frequent: _, ...manifest } = JSON.parse(new TextDecoder().decode(content)) as PublishedSearchManifest
  return { path, content: new TextEncoder().encode(JSON.stringify(manifest)) }
}

/** The program is two thirds of what a first search costs, and Pagefind’s own compression leaves a twentieth of it. */
async function pressProgram(file: IndexFile): Promise<IndexFile> {
  if (!isProgram(file)) return file
  const content = await keepSharedBytes('pressed', [file.content], () => gzipAsync(gunzipSync(file.content), { numiterations: 5 }))
  return { ...file, content }
}

/** A classic script that adds files to `pamphletIndex`: JSON as objects, which a zip compresses better, others in base64. */
function embeddedScript(path: string, files: readonly IndexFile[]): IndexFile {
  const json = JSON.stringify(Object.fromEntries(files.map((file) => [file.path, embedded(file)]))).replaceAll('<', '\\u003c')
  return { path, content: new TextEncoder().encode(`globalThis.pamphletIndex=Object.assign(globalThis.pamphletIndex??{},${json})`) }
}

function embedded({ path, content }: IndexFile): string | object {
  if (isFragment({ path, content })) return decodeFragment(content)
  return path.endsWith('.json') ? JSON.parse(new TextDecoder().decode(content)) : Buffer.from(content).toString('base64')
}

function hashOf(files: readonly IndexFile[]): string {
  const hash = createHash('sha256')
  for (const { path, content } of [...files].sort((a, b) => (a.path < b.path ? -1 : 1)))
    hash.update(`${path}\0${content.length}\0`).update(content)
  return hash.digest('hex').slice(0, 12)
}
