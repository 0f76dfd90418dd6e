import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { ManuscriptFile } from '../../model/facts.ts'
import { pictureName } from '../../model/picture-name.ts'

/**
 * Where the files of a manuscript lie ready for the bundler: inside of the project, by a name without any sign that means
 * something in an address, wherever the manuscript lies and whatever its folder is called.
 *
 * @param project absolute path of the project
 * @param folder absolute path of the manuscript
 * @param command a build and `astro dev` have a place each, since one may follow an edit while the other still reads
 */
export const stageOf = (project: string, folder: string, command: 'build' | 'dev'): string =>
  join(project, '.pamphlet', `manuscript-${createHash('sha256').update(folder).digest('hex').slice(0, 12)}`, command)

/** Whether the bundler gets a file of the manuscript: a picture, a font, a recording, or the words of one. */
export const isLaidReady = ({ path, digest }: ManuscriptFile): boolean =>
  /^recordings\/.+\.vtt$/iu.test(path) || (digest !== undefined && /^(?:pictures|recordings|faces)\//u.test(path))

/**
 * Lays the pictures, fonts and recordings of a reading ready, and takes away what is no longer among them. The
 * bundler, which follows
 * links and asks nobody, sees these copies and nothing of the manuscript’s own folder.
 *
 * @param read gives the bytes of a picture, font or recording, or none where it is no longer what was read
 */
export async function stageFiles(
  stage: string,
  files: readonly ManuscriptFile[],
  read: (file: ManuscriptFile) => Promise<Uint8Array | undefined>,
) {
  const wanted = new Map(files.filter(isLaidReady).map((file) => [pictureName(file.path), file]))
  await mkdir(join(stage, 'pictures'), { recursive: true })
  const there = await readdir(stage, { recursive: true, withFileTypes: true })
  for (const entry of there.filter((one) => !one.isDirectory())) {
    const path = join(entry.parentPath, entry.name)
    if (!wanted.has(path.slice(stage.length + 1).replaceAll('\\', '/'))) await rm(path, { force: true })
  }
  for (const [name, file] of wanted) await stageOne(join(stage, name), file, read)
}

async function stageOne(path: string, file: ManuscriptFile, read: (file: ManuscriptFile) => Promise<Uint8Array | undefined>) {
  const before = await readFile(path).catch(() => undefined)
  if (before && (file.digest ? createHash('sha256').update(before).digest('hex') === file.digest : before.toString('utf8') === file.text))
    return
  const bytes = file.digest ? await read(file) : file.text
  if (bytes === undefined) return
  await mkdir(dirname(path), { recursive: true })
  await writeFile(`${path}.unfinished`, bytes)
  await rename(`${path}.unfinished`, path)
}
