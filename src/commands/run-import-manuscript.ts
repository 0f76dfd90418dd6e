import { lstat } from 'node:fs/promises'
import { basename, dirname, isAbsolute, join, normalize } from 'node:path'
import type { KnownSource } from '../import/library.ts'
import { chaptersInEpub } from '../import/manuscript/archives/read-epub.ts'
import { importManuscript, type ManuscriptOptions } from '../import/manuscript/import-manuscript.ts'
import { printManuscript } from '../import/manuscript/print-manuscript.ts'
import { readFiles, writeFiles, writePicture } from '../manuscript/files.ts'
import { readYaml } from '../manuscript/yaml/yaml.ts'
import { sourceFileSchema } from '../model/files/source-file.ts'
import { readGivenBytes } from './read-given-file.ts'

type HowToImport = ManuscriptOptions & {
  readonly isShown: boolean
  /** Makes one part of a book of several chapters. */
  readonly isWhole?: boolean
}

/**
 * Makes a part of each file, of a book one of each chapter, and says what became of it; with `isShown`, only says what would be.
 *
 * @returns the exit code: 1 where a file could not be read or written, or was not because a part of its name is there
 */
export async function importManuscripts(paths: readonly string[], folder: string, options: HowToImport): Promise<0 | 1> {
  let code: 0 | 1 = 0
  // Each file is entered in what the one before it has written.
  for (const path of paths) if (!(await importOne(path, folder, options))) code = 1
  return code
}

async function importOne(path: string, folder: string, options: HowToImport) {
  const read = await readGivenBytes(path)
  if ('problem' in read) {
    console.error(read.problem)
    return false
  }
  const isOne = !/\.epub$/iu.test(path) || options.isWhole || options.slug !== undefined || options.title !== undefined
  const { titles: chapters, others } = isOne ? { titles: [], others: [] } : chaptersInEpub(read.bytes)
  if (chapters.length === 0) return importText(path, read.bytes, folder, options)
  const without = others.length > 0 ? ` Left out: ${others.map((title) => `“${title}”`).join(', ')}.` : ''
  process.stdout.write(
    `${path}  is a book of ${chapters.length} chapters, each of which is a part; “--whole” makes one part of all.${without}\n`,
  )
  let isDone = true
  for (const chapter of chapters.keys()) if (!(await importText(path, read.bytes, folder, { ...options, chapter }))) isDone = false
  return isDone
}

async function importText(path: string, bytes: Uint8Array, folder: string, { isShown, isWhole: _, ...options }: HowToImport) {
  const files = (await readFiles(folder)).filter(({ fault }) => !fault)
  const sources = files.flatMap(({ path: file, text }): KnownSource[] => {
    const id = /^sources\/([^/]+)\.yaml$/u.exec(file)?.[1]
    const value = id && readYaml(text, sourceFileSchema, { file, code: 'source-invalid' }).value
    return id && value ? [{ id, file: value, text }] : []
  })
  const given = { path, bytes, beside: (name: string) => readBeside(path, name) }
  const result = await importManuscript(given, files, sources, options)
  const unwritten = isShown ? [] : await writeFiles(folder, result.written)
  if (!isShown) for (const picture of result.pictures) unwritten.push(...(await writePicture(folder, picture)))
  process.stdout.write(`${printManuscript(result, isShown)}\n`)
  if (unwritten.length > 0) console.error(unwritten.join('\n'))
  const isSame = result.difference?.added.length === 0 && result.difference.gone.length === 0
  return unwritten.length === 0 && result.problem === undefined && (result.difference === undefined || isSame)
}

/** A file that a manuscript names, where it lies beside it or below and no link leads to it. */
async function readBeside(manuscript: string, name: string): Promise<Uint8Array | undefined> {
  const path = normalize(name)
  if (isAbsolute(path) || path.split(/[\\/]/u).includes('..')) return undefined
  let folder = dirname(manuscript)
  for (const step of dirname(path).split(/[\\/]/u)) {
    folder = join(folder, step)
    if (step !== '.' && !(await isOwn(folder, 'folder'))) return undefined
  }
  const file = join(folder, basename(path))
  if (!(await isOwn(file, 'file'))) return undefined
  const read = await readGivenBytes(file)
  return 'bytes' in read ? read.bytes : undefined
}

async function isOwn(path: string, kind: 'file' | 'folder'): Promise<boolean> {
  const found = await lstat(path).catch(() => undefined)
  return kind === 'file' ? found?.isFile() === true : found?.isDirectory() === true
}
