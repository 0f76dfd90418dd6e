import { existsSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { cp, mkdir, rename } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** The styles that a kind of page names, as Astro has them. */
export type PageStyles = { readonly styles: readonly object[]; readonly route: { readonly route: string }; readonly component: string }

/** A picture in a size and form that a page has asked for. */
export type Transformed = {
  /** The address that the page was given. */
  readonly url: string
  /** From the root of the site. */
  readonly path: string
  /** Where the picture that it was made of lies in the site, and the file that it was bundled from. */
  readonly original: string
  readonly file?: string | undefined
}

/** What is kept of a bundle besides its files. */
export type BundleFacts = {
  /** The module that renders pages, in `server/`. */
  readonly entry: string
  readonly pages: readonly (readonly [key: string, styles: PageStyles])[]
  /** By what was asked for. */
  readonly transformed: readonly (readonly [asked: string, Transformed])[]
}

/**
 * A bundle in its folder: the modules that render pages in `server/`, what they and the browser need of the site in `site/`,
 * pictures in the sizes that pages have asked for in `pictures/`, and the facts.
 */
export type KeptBundle = { readonly folder: string; readonly facts: BundleFacts }

const factsFile = 'bundle.json'

/** The bundle that an earlier build has kept under a key; nothing where there is none. @param folder of all bundles */
export function findBundle(folder: string, key: string): KeptBundle | undefined {
  const own = join(folder, key)
  try {
    const facts = JSON.parse(readFileSync(join(own, factsFile), 'utf8')) as BundleFacts
    if (!existsSync(join(own, 'server', facts.entry))) return undefined
    const now = new Date()
    utimesSync(own, now, now)
    return { folder: own, facts }
  } catch {
    return undefined
  }
}

/**
 * A bundle that is being kept, under a name of its own until it is whole.
 *
 * @param folder of all bundles
 */
export async function beginBundle(folder: string, key: string) {
  const unfinished = join(folder, `${key}.${process.pid}`)
  rmSync(unfinished, { recursive: true, force: true })
  await mkdir(unfinished, { recursive: true })
  return {
    add: async (part: 'server' | 'site' | 'pictures', from: string, to = '') => {
      const path = join(unfinished, part, to)
      await mkdir(dirname(path), { recursive: true })
      await cp(from, path, { recursive: true })
    },
    finish: async (facts: BundleFacts) => {
      writeFileSync(join(unfinished, factsFile), JSON.stringify(facts))
      rmSync(join(folder, key), { recursive: true, force: true })
      await rename(unfinished, join(folder, key))
      boundBundles(folder)
    },
  }
}

/** Bundles that are kept: those of a few manuscripts, languages and settings. A bundle has some 3 MB, and what it shows of pictures. */
const mostKept = 8

/** Takes away what was used longest ago. Another build may use what is taken away: it bundles anew. */
function boundBundles(folder: string) {
  const found = readdirSync(folder).map((name) => ({ path: join(folder, name), used: statSync(join(folder, name)).mtimeMs }))
  for (const { path } of found.sort((a, b) => b.used - a.used).slice(mostKept)) rmSync(path, { recursive: true, force: true })
}
