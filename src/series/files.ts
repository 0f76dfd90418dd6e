import { readFileSync } from 'node:fs'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join, relative, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { ManuscriptFile } from '../model/facts.ts'

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

/** Reads every text file of the manuscript; of pictures and others, the name alone with an empty text. A folder that is not there has no files. */
export async function readFiles(folder: string): Promise<ManuscriptFile[]> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true }).catch(emptyWhereMissing)
  const paths = names.filter((entry) => !entry.isDirectory() && !entry.name.startsWith('.')).map((entry) => join(entry.parentPath, entry.name))
  const files = paths.sort().map(async (path) => {
    const bytes = /\.(?:mdx|yaml)$/u.test(path) ? await readFile(path).catch(undefinedWhereMissing) : ''
    return bytes === undefined ? [] : [{ path: relative(folder, path).split(sep).join('/'), text: typeof bytes === 'string' ? bytes : textIn(bytes) }]
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

/** A style of the CSL project (https://citationstyles.org) as XML, by its file name in `csl/` without ending. */
export const readCslStyle = (name: string): string => readFileSync(new URL(`csl/${name}.csl`, import.meta.url), 'utf8')
