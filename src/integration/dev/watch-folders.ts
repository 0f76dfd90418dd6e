import { readdirSync, statSync } from 'node:fs'
import type { HookParameters } from 'astro'
import { isOfManuscript } from '../../manuscript/files.ts'

type Watcher = Pick<HookParameters<'astro:server:setup'>['server']['watcher'], 'unwatch' | 'add'>

/**
 * Follows the folders of a manuscript where others take their place: of one that is removed and made again in the same moment,
 * as git does between branches, Vite’s watcher holds on to what is gone, and sees no file that is new in it.
 *
 * @param folder absolute path of the manuscript, with `/`
 * @returns watches those that are others than when it was called before; whether there were any
 */
export function watchFolders(watcher: Watcher, folder: string): () => boolean {
  const known = new Map(foldersIn(folder, folder).map((path) => [path, signOf(path)]))
  return () => {
    let isAny = false
    for (const path of foldersIn(folder, folder)) {
      const [before, sign] = [known.get(path), signOf(path)]
      known.set(path, sign)
      if (before === undefined || before === sign) continue
      watcher.unwatch(path)
      watcher.add(path)
      isAny = true
    }
    return isAny
  }
}

/** A folder of the manuscript, and those below it. */
function foldersIn(manuscript: string, path: string): string[] {
  const below = entriesOf(path).flatMap((entry) => (entry.isDirectory() ? [`${path}/${entry.name}`] : []))
  return [path, ...below.filter((one) => isOfManuscript(manuscript, one)).flatMap((one) => foldersIn(manuscript, one))]
}

function entriesOf(path: string) {
  try {
    return readdirSync(path, { withFileTypes: true })
  } catch {
    // It may go in any moment.
    return []
  }
}

/** Disks give the number of what is gone to what comes next, which was born later. */
function signOf(path: string): string {
  const stats = statSync(path, { throwIfNoEntry: false })
  return stats ? `${stats.dev} ${stats.ino} ${stats.birthtimeMs}` : ''
}
