import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { ManuscriptFile } from '../model/facts.ts'
import { readPixels } from './read-pixels.ts'

/** The folder of the manuscript: `content/`, or the one that the environment variable `PAMPHLET_CONTENT` names. */
export const manuscriptFolder = (): string => resolve(process.env.PAMPHLET_CONTENT ?? 'content')

/** The folder as messages call it: relative to where the command was given. */
export const nameOfFolder = (folder: string): string => relative(process.cwd(), folder).split(sep).join('/') || '.'

/** A file of the manuscript as Astro names it: relative to the root of the project. */
export const pathFromRoot = (root: URL, path: string): string => relative(fileURLToPath(root), join(manuscriptFolder(), path)).split(sep).join('/')

/** The text of one file, by its absolute path. */
export const readTextSync = (path: string): string => textIn(readFileSync(path))

/** Writes a file of declarations, unless it says the same already. */
export async function writeDeclarations(file: URL, text: string) {
  if ((await readFile(file, 'utf8').catch(() => '')) !== text) await writeFile(file, text)
}

/** Reads every text file of the manuscript; of pictures SHA-256 and, in pixels, what they are; of other files the name alone. A folder that is not there has no files. */
export async function readFiles(folder: string): Promise<ManuscriptFile[]> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true }).catch(emptyWhereMissing)
  const paths = names.filter((entry) => !entry.isDirectory() && !entry.name.startsWith('.')).map((entry) => join(entry.parentPath, entry.name))
  const files = paths.sort().map(async (path): Promise<ManuscriptFile[]> => {
    const name = relative(folder, path).split(sep).join('/')
    const isText = /\.(?:mdx|yaml|json)$/u.test(name)
    if (!isText && !name.startsWith('pictures/')) return [{ path: name, text: '' }]
    const bytes = await readFile(path).catch(undefinedWhereMissing)
    if (bytes === undefined) return []
    if (isText) return [{ path: name, text: textIn(bytes) }]
    const digest = createHash('sha256').update(bytes).digest('hex')
    if (/\.svg$/iu.test(name)) return [{ path: name, text: textIn(bytes), digest }]
    const pixels = await readPixels(name, bytes, digest)
    return [{ path: name, text: '', digest, ...(pixels && { pixels }) }]
  })
  return (await Promise.all(files)).flat()
}

/**
 * The text in a file, as UTF-8: without the byte order mark some editors put first, and with the line ends of the old
 * Macintosh, which YAML’s reader does not know, as others have them.
 */
export const textIn = (bytes: Uint8Array): string => new TextDecoder().decode(bytes).replace(/\r(?!\n)/gu, '\n')

const isMissing = (error: unknown) => error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'EISDIR')

function emptyWhereMissing(error: unknown): [] {
  if (isMissing(error)) return []
  throw error
}

/** Editors that save by renaming take a file away for an instant. */
function undefinedWhereMissing(error: unknown): undefined {
  if (!isMissing(error)) throw error
}

/** A text file anywhere on the disk; nothing where there is none. */
export const readTextFile = (path: string): Promise<string | undefined> => readFile(path).then(textIn, () => undefined)

/** Writes files of the manuscript. */
export async function writeFiles(folder: string, files: readonly ManuscriptFile[]) {
  for (const { path, text } of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), text)
  }
}

/** Reads one file of the manuscript, or none where there is no such file. */
export async function readOneFile(folder: string, path: string): Promise<ManuscriptFile[]> {
  const bytes = await readFile(join(folder, path)).catch(undefinedWhereMissing)
  return bytes === undefined ? [] : [{ path, text: textIn(bytes) }]
}

/** Writes one file of the manuscript, beside it first, so that it is never half there. */
export async function writeOneFile(folder: string, { path, text }: ManuscriptFile) {
  const unfinished = join(folder, `.${path}.unfinished`)
  await writeFile(unfinished, text)
  await rename(unfinished, join(folder, path))
}

/** Writes each file of a folder that has this ending anew. A folder that is not there has none. */
export async function rewriteFiles(folder: URL, ending: string, rewrite: (text: string, name: string) => string) {
  for (const name of await readdir(folder).catch(emptyWhereMissing)) {
    if (!name.endsWith(ending)) continue
    const file = new URL(encodeURIComponent(name), folder)
    await writeFile(file, rewrite(textIn(await readFile(file)), name))
  }
}

/** A style of the CSL project (https://citationstyles.org) as XML, by its file name in `csl/` without ending. */
export const readCslStyle = (name: string): string => readFileSync(new URL(`csl/${name}.csl`, import.meta.url), 'utf8')
