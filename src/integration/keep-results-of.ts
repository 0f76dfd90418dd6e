import { fileURLToPath, pathToFileURL } from 'node:url'
import { boundKept, keepResultsIn } from '../kept-results.ts'
import { type Folders, nameOfKept, realPathSync } from '../manuscript/files.ts'
import { hashProgram } from './hash-program.ts'
import { rootFor } from './program-root.ts'

/** Where Astro keeps what it has of a manuscript from build to build, and no other. @param root folder of the project */
export const cacheOf = (folders: Folders, root: URL): URL => new URL(`${nameOfKept(folders)}/`, cacheOfAll(root))

const cacheOfAll = (root: URL) => new URL('node_modules/.astro/', root)

/** From here on results are kept where builds of this manuscript find them (decision 59). */
export function keepResultsOf(folders: Folders, root: URL) {
  const [own, shared] = [cacheOf(folders, root), cacheOfAll(root)].map((cache) => fileURLToPath(new URL('kept', cache))) as [string, string]
  keepResultsIn(own, hashProgram(folders.project), shared)
}

/**
 * Does what a command does that reads a manuscript and builds nothing, with the results that builds of it keep.
 *
 * @param home the writer’s folder
 */
export async function withResultsOf<T>(home: string, manuscript: string, work: () => Promise<T>): Promise<T> {
  const project = realPathSync(rootFor(home))
  keepResultsOf({ project, manuscript }, pathToFileURL(`${project}/`))
  const done = await work()
  boundKept()
  return done
}
