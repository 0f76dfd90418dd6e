import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname, join, relative, resolve, sep } from 'node:path'
import type { ManuscriptFile } from '../model/facts.ts'

/** The folder of the manuscript: `content/`, or the one that the environment variable `PAMPHLET_CONTENT` names. */
export const manuscriptFolder = (): string => resolve(process.env.PAMPHLET_CONTENT ?? 'content')

/** The folder as messages call it: relative to where the command was given. */
export const nameOfFolder = (folder: string): string => relative(process.cwd(), folder).split(sep).join('/') || '.'

/** Reads every text file of the manuscript, without the byte order mark some editors put first; of pictures, name and SHA-256; of other files the name alone. */
export async function readFiles(folder: string): Promise<ManuscriptFile[]> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = names.filter((entry) => entry.isFile() && !entry.name.startsWith('.')).map((entry) => join(entry.parentPath, entry.name))
  const files = paths.sort().map(async (path): Promise<ManuscriptFile> => {
    const name = relative(folder, path).split(sep).join('/')
    if (/\.(?:mdx|yaml|json)$/u.test(name)) return { path: name, text: await readText(path) }
    if (!name.startsWith('pictures/')) return { path: name, text: '' }
    return {
      path: name,
      text: '',
      digest: createHash('sha256')
        .update(await readFile(path))
        .digest('hex'),
    }
  })
  return Promise.all(files)
}

/** A text file anywhere on the disk; nothing where there is none. */
export const readTextFile = (path: string): Promise<string | undefined> => readText(path).catch(() => undefined)

/** Writes files of the manuscript. */
export async function writeFiles(folder: string, files: readonly ManuscriptFile[]) {
  for (const { path, text } of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), text)
  }
}

/** Reads one file of the manuscript, or none where there is no such file. */
export async function readOneFile(folder: string, path: string): Promise<ManuscriptFile[]> {
  try {
    return [{ path, text: await readText(join(folder, path)) }]
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}

const readText = async (path: string) => (await readFile(path, 'utf8')).replace(/^\uFEFF/u, '')

/** Writes one file of the manuscript, beside it first, so that it is never half there. */
export async function writeOneFile(folder: string, { path, text }: ManuscriptFile) {
  const unfinished = join(folder, `.${path}.unfinished`)
  await writeFile(unfinished, text)
  await rename(unfinished, join(folder, path))
}

/** A style of the CSL project (https://citationstyles.org) as XML, by its file name in `csl/` without ending. */
export const readCslStyle = (name: string): string => readFileSync(new URL(`csl/${name}.csl`, import.meta.url), 'utf8')
