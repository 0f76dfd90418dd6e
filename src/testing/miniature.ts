import { folderAt, readFiles } from '../manuscript/files.ts'
import type { ManuscriptFile } from '../model/facts.ts'

const base = folderAt(new URL('../diagnostics/fixtures/_base/', import.meta.url))

/** Read once: hundreds of tests change something in it. */
let read: Promise<readonly ManuscriptFile[]> | undefined

/** For tests: the files of a miniature series without mistakes, with some of them changed, added or (`null`) taken away. */
export async function miniature(changes: Readonly<Record<string, string | null>> = {}): Promise<ManuscriptFile[]> {
  read ??= readFiles(base)
  const files = (await read).filter(({ path }) => !(path in changes))
  return [...files, ...Object.entries(changes).flatMap(([path, text]) => (text === null ? [] : [{ path, text }]))]
}

/** For tests: a part of the miniature series with this text. */
export const partWith = (text: string, number = 1): string =>
  `---\ntitle: The lamp\npart: ${number}\ndescription: How the lamp was lit.\npublished: '2026-11-24'\n---\n\n${text}\n`
