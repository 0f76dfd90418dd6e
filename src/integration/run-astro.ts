import { type AstroInlineConfig, build, dev, preview } from 'astro'
import { folderAt } from '../manuscript/files.ts'
import type { PamphletOptions } from './options.ts'
import { pamphlet } from './pamphlet.ts'
import { packages, program, rootFor } from './program-root.ts'

/** What is made of which manuscript, and where; all paths absolute. */
export type Run = {
  /** The writer’s folder: where the program was installed into, what it keeps from build to build is kept there. */
  readonly home: string
  readonly content: string
  readonly outDir: string
  readonly options?: Omit<PamphletOptions, 'content'>
  /** For `dev` and `preview`. */
  readonly port?: number
  readonly host?: string
}

/** Builds the site of a manuscript that lies anywhere, with the pages and styles of the program wherever that lies. */
export async function buildSite(run: Run) {
  const configuration = configurationOf(run)
  // Astro puts the modules it renders pages with into the folder it is called in, and they look for packages from there.
  process.chdir(configuration.root)
  await build(configuration)
}

/** Serves the site while its texts are written; the promise is kept as soon as it can be visited. */
export const serveDrafts = async (run: Run) => void (await dev(configurationOf(run)))

/** Serves the finished site. */
export const serveSite = async (run: Run) => void (await preview(configurationOf(run)))

/** No file of a configuration is read: the folder may hold a manuscript and nothing else. */
const configurationOf = ({ home, content, outDir, options, port, host }: Run): AstroInlineConfig & { root: string } => ({
  configFile: false,
  root: rootFor(home),
  srcDir: program,
  publicDir,
  outDir,
  integrations: [pamphlet({ ...options, content })],
  server: { ...(port !== undefined && { port }), ...(host !== undefined && { host }) },
  // The modules of the browser come from where the program and its packages lie.
  vite: { server: { fs: { allow: [home, packages] } } },
})

const publicDir = folderAt(new URL('../../public/', import.meta.url))
