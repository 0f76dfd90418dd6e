import { createRequire } from 'node:module'
import { dirname, join, sep } from 'node:path'
import { folderAt, realPathSync } from '../manuscript/files.ts'

/** The folder of the program’s sources. */
export const program = folderAt(new URL('../', import.meta.url))
/** The folder of the package. */
const own = dirname(dirname(realPathSync(join(program, 'integration'))))

/** The folder of packages that the program was installed into, or its own folder, where it is a clone. */
export const packages = ((at: number) => (at === -1 ? own : own.slice(0, at + `${sep}node_modules`.length)))(
  own.lastIndexOf(`${sep}node_modules${sep}`),
)

/**
 * The root of Astro’s project for a writer’s folder: that folder, where the program was installed into it. A manuscript in a clone is
 * the clone’s, as its own is.
 */
export const rootFor = (home: string): string => (hasPackages(home) && !isInClone(home) ? home : own)

const isInClone = (folder: string) => packages === own && `${realPathSync(folder)}${sep}`.startsWith(`${own}${sep}`)

/** Where bundles are kept (decision 122): their modules ask for packages from there. */
export const bundlesFolder = join(packages === own ? join(own, 'node_modules') : packages, '.astro', 'bundles')

/**
 * Whether Astro is found from a folder, as its own modules ask for one another from the root of the site, and lies in it or in
 * one around it. Where a link leads to it, Astro would take its own files for those of the root, and not find them.
 */
function hasPackages(folder: string): boolean {
  try {
    const [around = ''] = createRequire(join(folder, 'package.json')).resolve('astro').split(`${sep}node_modules${sep}`)
    return `${realPathSync(folder)}${sep}`.startsWith(`${around}${sep}`)
  } catch {
    return false
  }
}
