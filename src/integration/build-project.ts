import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { AstroUserConfig } from 'astro'
import { folderAt } from '../manuscript/files.ts'
import { buildSiteAt } from './build-site.ts'
import type { PamphletOptions } from './options.ts'
import { optionsOf } from './pamphlet.ts'
import { program } from './program-root.ts'

type Asked = {
  /** The configuration of Astro, from the root of the project. */
  readonly configFile: string
  /** Where the site is put, from there; as the configuration says unless given, or `dist`. */
  readonly outDir?: string | undefined
  /** What goes before the options in the configuration. */
  readonly options: PamphletOptions
}

/**
 * Builds a clone as its configuration says. Where that holds `pamphlet()` and nothing else for Astro, what an earlier build has
 * bundled is used (decision 122); else Astro builds, as `astro build` does.
 *
 * @param root absolute path of the project’s folder, in which the command was given
 */
export async function buildProject(root: string, { configFile, outDir, options }: Asked): Promise<void> {
  const configured: { readonly default: AstroUserConfig } = await import(pathToFileURL(resolve(root, configFile)).href)
  const { integrations = [], outDir: usual = 'dist', ...others } = configured.default
  const [pamphlet, ...more] = integrations
  const given = pamphlet && optionsOf(pamphlet)
  const out = outDir ?? String(usual)
  if (!given || more.length > 0 || Object.keys(others).length > 0) {
    const { build } = await import('astro')
    return build({ root, configFile, outDir: out })
  }
  const place = { root, srcDir: program, publicDir: folderAt(new URL('../../public/', import.meta.url)), outDir: resolve(root, out) }
  return buildSiteAt(place, { options: { ...given, ...options } })
}
