import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/**
 * A hash of all that results are made by: the program’s own code, and the versions of its libraries, of Node and of the
 * machine. Tests and what they read are left out.
 *
 * @param project absolute path of the folder in which the libraries are installed
 */
export function hashProgram(project: string): string {
  const known = hashes.get(project)
  if (known !== undefined) return known
  const hash = createHash('sha256').update(`${process.version} ${process.platform} ${process.arch}`)
  const source = dirname(import.meta.dirname)
  const names = readdirSync(source, { recursive: true, encoding: 'utf8' }).map((name) => name.replaceAll('\\', '/'))
  for (const name of names.sort()) {
    if (!/\.(?:astro|css|csl|js|ts|xml)$/u.test(name) || /\.(?:test|long)\.[jt]s$|(?:^|\/)(?:fixtures|testing)\//u.test(name)) continue
    hash
      .update(`${name}\0`)
      .update(readFileSync(join(source, name)))
      .update('\0')
  }
  for (const name of ['package.json', 'package-lock.json', 'node_modules/.package-lock.json']) hash.update(textIn(join(project, name)))
  const made = hash.digest('hex')
  hashes.set(project, made)
  return made
}

/** The program does not change while it runs. */
const hashes = new Map<string, string>()

function textIn(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
