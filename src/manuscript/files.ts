import { createHash } from 'node:crypto'
import { lstatSync, realpathSync } from 'node:fs'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { memoize } from '../memoize.ts'
import type { ManuscriptFile } from '../model/facts.ts'
import { isListed, type Listed, listFolder } from './disk/list-folder.ts'
import { readBounded } from './disk/read-bounded.ts'
import { readPackagedFaces } from './disk/read-face-packages.ts'
import { isLaidReady, stageFiles, stageOf } from './disk/stage-files.ts'
import { reasonOf } from './disk/system-errors.ts'
import { isFacePath } from './faces/is-face-path.ts'
import { lookIntoFace } from './faces/look-into-face.ts'
import { isLedgerPath } from './ledger/ledger-files.ts'
import { readPixels } from './pictures/read-pixels.ts'
import { isRecordingPath, lookIntoRecording } from './recordings/check-recording.ts'

/** Where a build works: the folders of the project and of the manuscript, as absolute paths. */
export type Folders = {
  readonly project: string
  readonly manuscript: string
  /** The language of the manuscript’s that is built, where that is a translation. */
  readonly translation?: string
}

/** The path of a folder that code names beside itself; an address spells `#`, `%` and letters otherwise than the disk. */
export const folderAt = (url: URL): string => fileURLToPath(url)

/** The folder as messages call it: relative to where the command was given. */
export const nameOfFolder = (folder: string): string => relative(givenIn, folder).split(sep).join('/') || '.'

/** Where the command was given. The build of a site may have to go elsewhere; and the modules of pages are a graph of their own. */
const kept = Symbol.for('pamphlet.given-in')
const shelf = globalThis as typeof globalThis & { [kept]?: string }
shelf[kept] ??= process.cwd()
const givenIn = shelf[kept]

/** Where a file really lies, whatever links lead to it; the path itself where there is no such file. */
export function realPathSync(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    return path
  }
}

/** Whether a path is of a file that is read with the manuscript, or would be. @param folder absolute path, as `path` */
export const isOfManuscript = (folder: string, path: string): boolean =>
  path.startsWith(`${folder}/`) && isListed(path.slice(folder.length + 1))

/** A folder’s name for what is kept from build to build of this manuscript and no other, wherever it lies. */
export const nameOfKept = (folders: Folders): string => basename(dirname(renderFolder(folders, 'build')))

/** Where the bundler finds the files of the manuscript (see `disk/stage-files.ts`), as an absolute path. */
export const renderFolder = ({ project, manuscript, translation }: Folders, command: 'build' | 'dev'): string =>
  stageOf(project, realPathSync(manuscript) + (translation === undefined ? '' : `\n${translation}`), command)

export { isLaidReady }

/** Lays the files of a reading ready for the bundler. */
export async function layReady(folders: Folders, files: readonly ManuscriptFile[], command: 'build' | 'dev') {
  const folder = realPathSync(folders.manuscript)
  await stageFiles(renderFolder(folders, command), files, async ({ path, liesAt = path, digest, inPackage }) => {
    const read = inPackage
      ? await readBounded(inPackage, basename(path), mostOf(path))
      : await readBounded(folder, liesAt.split('/').join(sep), mostOf(path))
    return 'bytes' in read && digestOf(read.bytes) === digest ? read.bytes : undefined
  })
}

/** Writes a file of declarations, unless it says the same already. */
export async function writeDeclarations(file: URL, text: string) {
  if ((await readFile(file, 'utf8').catch(() => '')) !== text) await writeFile(file, text)
}

/** Bytes that a file may have. The ledger of a long series is longer than a text that somebody reads. */
const megabyte = 1_000_000
const mostOf = (name: string) =>
  isLedgerPath(name) || /^(?:pictures\/|faces\/|recordings\/(?!.*\.(?:vtt|txt)$))/iu.test(name) ? 64 * megabyte : 8 * megabyte

/** How many files are open, and in memory, at the same time. */
const atOnce = 8

/**
 * Reads every text file of the manuscript; of pictures, fonts and recordings SHA-256 and what they are; of other files the name
 * alone. What is no file of its own is named with what is wrong, and nothing of it is read. A folder that is not there has
 * no files. The folder itself may be a link: who builds has chosen it; what lies in it was chosen by who wrote it.
 */
export async function readFiles(folder: string): Promise<ManuscriptFile[]> {
  const real = realPathSync(folder)
  const listed = await listFolder(real)
  const files: ManuscriptFile[] = []
  for (let from = 0; from < listed.length; from += atOnce) {
    files.push(...(await Promise.all(listed.slice(from, from + atOnce).map((one) => readListed(real, one)))).flat())
  }
  const series = files.find(({ path }) => path === 'series.yaml')?.text ?? ''
  files.push(...(await readPackagedFaces(real, series, digestOf)))
  return files
}

/** Milliseconds within which a file may change twice and look the same, on a disk that counts in whole seconds. */
const blur = 2000

/**
 * Reads a file that was listed, or gives what was read of it before where it is the same file, unchanged since: a server for
 * writing reads all files at each edit. A file that had only just changed when it was read is read again.
 */
async function readListed(folder: string, listed: Listed): Promise<ManuscriptFile[]> {
  const full = join(folder, listed.path.split('/').join(sep))
  const found = listed.fault ? undefined : statsOf(full)
  if (!found) return readAnew(folder, listed)
  const { dev, ino, size, mtimeMs, ctimeMs } = found
  const isSettled = Math.max(mtimeMs, ctimeMs) + blur < Date.now()
  return readOnce(full, [dev, ino, size, mtimeMs, ctimeMs, isSettled || performance.now()].join(), folder, listed.path)
}

/** At once: to wait for each of a thousand files takes longer than to ask. */
function statsOf(path: string) {
  try {
    return lstatSync(path, { throwIfNoEntry: false })
  } catch {
    return undefined
  }
}

const readOnce = memoize((_sign: string, folder: string, path: string) => readAnew(folder, { path }))

async function readAnew(folder: string, { path, fault }: Listed): Promise<ManuscriptFile[]> {
  if (fault) return [{ path, text: '', fault }]
  const isText = /\.(?:mdx|yaml|json)$/u.test(path) || path === 'style.css' || /^recordings\/.+\.(?:vtt|txt)$/iu.test(path)
  if (!isText && !path.startsWith('pictures/') && !isRecordingPath(path) && !isFacePath(path)) return [{ path, text: '' }]
  const read = await readBounded(folder, path.split('/').join(sep), mostOf(path))
  // Editors that save by renaming take a file away for an instant.
  if ('missing' in read) return []
  if ('fault' in read) return [{ path, text: '', fault: read.fault }]
  if (isText) return [{ path, text: textIn(read.bytes) }]
  const digest = digestOf(read.bytes)
  if (isFacePath(path)) return [{ path, text: '', digest, face: await lookIntoFace(read.bytes, digest) }]
  if (/\.svg$/iu.test(path)) return [{ path, text: textIn(read.bytes), digest }]
  if (isRecordingPath(path)) return [{ path, text: '', digest, recording: lookIntoRecording(path, read.bytes) }]
  const pixels = await readPixels(path, read.bytes, digest)
  return [{ path, text: '', digest, ...(pixels && { pixels }) }]
}

/** SHA-256 of a file, hexadecimal. */
export const digestOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

/**
 * The text in a file, as UTF-8: without the byte order mark some editors put first, and with the line ends of the old
 * Macintosh, which YAML’s reader does not know, as others have them.
 */
export const textIn = (bytes: Uint8Array): string => new TextDecoder().decode(bytes).replace(/\r(?!\n)/gu, '\n')

/** Writes files of the manuscript, and says of each that could not be written why. */
export async function writeFiles(folder: string, files: readonly ManuscriptFile[]): Promise<string[]> {
  const problems: string[] = []
  for (const file of files) problems.push(...(await writeOneFile(folder, file)))
  return problems
}

/** Reads one file of the manuscript, or none where there is no such file. */
export const readOneFile = (folder: string, path: string): Promise<ManuscriptFile[]> => readListed(realPathSync(folder), { path })

/** Writes one file of the manuscript, beside it first, so that it is never half there; says why where it cannot be written. */
export const writeOneFile = (folder: string, { path, text }: ManuscriptFile): Promise<string[]> => writeInto(folder, path, text)

/** The same for a picture. */
export const writePicture = (folder: string, { path, bytes }: { readonly path: string; readonly bytes: Uint8Array }): Promise<string[]> =>
  writeInto(folder, path, bytes)

async function writeInto(folder: string, path: string, content: string | Uint8Array): Promise<string[]> {
  const target = join(folder, path)
  const unfinished = join(dirname(target), `.${path.split('/').at(-1)}.unfinished`)
  try {
    await mkdir(dirname(target), { recursive: true })
    // Whatever has this name is ours or in the way; it is never written through.
    await rm(unfinished, { force: true, recursive: true })
    await writeFile(unfinished, content, { flag: 'wx' })
    await rename(unfinished, target)
    return []
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => undefined)
    return [`${nameOfFolder(target)} cannot be written: ${reasonOf(error)}.`]
  }
}

/** Writes each file of a folder that has this ending anew. A folder that is not there has none. */
export async function rewriteFiles(folder: URL, ending: string, rewrite: (text: string, name: string) => string) {
  for (const name of await readdir(folder).catch(emptyWhereMissing)) {
    if (!name.endsWith(ending)) continue
    const file = new URL(encodeURIComponent(name), folder)
    await writeFile(file, rewrite(textIn(await readFile(file)), name))
  }
}

function emptyWhereMissing(error: NodeJS.ErrnoException): [] {
  if (error.code === 'ENOENT') return []
  throw error
}
