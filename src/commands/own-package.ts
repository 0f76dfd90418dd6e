import { existsSync, readFileSync } from 'node:fs'
import { join, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { programVersion } from './program-version.ts'

const own = fileURLToPath(new URL('../../', import.meta.url)).replace(/[\\/]$/u, '')

/**
 * What a package.json says to have this very program: where npm had it from when it was installed, a file or an address;
 * its folder, where it is a clone; and its version, where it came from the registry.
 */
export function dependency(): string {
  const at = own.lastIndexOf(`${sep}node_modules${sep}`)
  if (at === -1) return `file:${own}`
  const home = own.slice(0, at)
  const list = join(home, 'node_modules', '.package-lock.json')
  const resolved: unknown = existsSync(list)
    ? JSON.parse(readFileSync(list, 'utf8')).packages?.['node_modules/pamphlet']?.resolved
    : undefined
  if (typeof resolved !== 'string' || /registry/u.test(resolved)) return programVersion
  return resolved.startsWith('file:') ? `file:${resolve(home, resolved.slice('file:'.length))}` : resolved
}
