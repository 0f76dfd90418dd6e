import type { AstroInlineConfig } from 'astro'
import { folderAt } from '../manuscript/files.ts'
import { buildSiteAt } from './build-site.ts'
import type { PamphletOptions } from './options.ts'
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
export async function buildSite({ home, content, outDir, options }: Run) {
  const root = rootFor(home)
  // Astro puts the modules it renders pages with into the folder it is called in, and they look for packages from there.
  process.chdir(root)
  await buildSiteAt({ root, srcDir: program, publicDir, outDir }, { options: { ...options, content } })
}

/** Serves the site while its texts are written; the promise is kept as soon as it can be visited. */
export async function serveDrafts(run: Run) {
  const { dev } = await import('astro')
  await dev(await configurationOf(run))
}

/** Serves the finished site. */
export async function serveSite(run: Run) {
  const { preview } = await import('astro')
  await preview(await configurationOf(run))
}

/** No file of a configuration is read: the folder may hold a manuscript and nothing else. */
const configurationOf = async ({ home, content, outDir, options, port, host }: Run): Promise<AstroInlineConfig> => ({
  configFile: false,
  root: rootFor(home),
  srcDir: program,
  publicDir,
  outDir,
  integrations: [(await import('./pamphlet.ts')).pamphlet({ ...options, content })],
  server: { ...(port !== undefined && { port }), ...(host !== undefined && { host }) },
  // The modules of the browser come from where the program and its packages lie.
  vite: { server: { fs: { allow: [home, packages] } } },
})

const publicDir = folderAt(new URL('../../public/', import.meta.url))
