import type { Dirent } from 'node:fs'
import { readdir, realpath } from 'node:fs/promises'
import { join } from 'node:path'
import type { FileFault } from '../../model/facts.ts'
import { specialKind } from './read-bounded.ts'
import { codeOf, reasonOf } from './system-errors.ts'

/** A file of a folder, with `/` in its path, or something that is none. */
export type Listed = { readonly path: string; readonly fault?: FileFault }

/** How much a manuscript may be. A hundred parts with a thousand notes have some ten thousand files. See decision 40. */
export const limits = { files: 50_000, depth: 16 } as const

/**
 * All files of a folder and of the folders in it, sorted by path. Links are named, never followed. What programs keep
 * beside a writer’s files is left out: names that begin with a dot, copies and locks of editors, lists of the system; and,
 * at the top, what a repository has for its programs and hosts.
 * A folder that is not there has no files.
 *
 * @param folder absolute real path
 */
export async function listFolder(folder: string): Promise<Listed[]> {
  const found: Listed[] = []
  let waiting = ['']
  for (let depth = 0; waiting.length > 0; depth += 1) {
    const next: string[] = []
    for (const path of waiting) {
      if (depth > limits.depth) found.push({ path, fault: { kind: 'too-deep', most: limits.depth } })
      else await listOne(folder, path, found, next)
      if (found.length > limits.files) return [{ path: '', fault: { kind: 'too-many', most: limits.files } }]
    }
    waiting = next
  }
  return found.sort((a, b) => (a.path < b.path ? -1 : 1))
}

async function listOne(folder: string, path: string, found: Listed[], folders: string[]) {
  const entries = await readdir(join(folder, path), { withFileTypes: true, encoding: 'buffer' }).catch((error: unknown) => {
    if (codeOf(error) !== 'ENOENT') found.push({ path, fault: { kind: 'unreadable', reason: reasonOf(error) } })
    return []
  })
  // A link that was put in the place of a folder meanwhile has led elsewhere.
  const isOwn = entries.length === 0 || (await realpath(join(folder, path)).catch(() => '')) === join(folder, path)
  if (!isOwn) {
    found.push({ path, fault: { kind: 'link' } })
    return
  }
  for (const entry of entries) {
    const { name, strange } = readName(entry.name)
    if (isOfPrograms(name) || (path === '' && isOfRepository(name))) continue
    const inside = path === '' ? name : `${path}/${name}`
    const special = specialKind(entry)
    if (strange) found.push({ path: inside, fault: { kind: 'strange-name', holds: strange } })
    else if (entry.isSymbolicLink()) found.push({ path: inside, fault: { kind: 'link' } })
    else if (special) found.push({ path: inside, fault: { kind: 'special', what: special } })
    else if (entry.isDirectory()) folders.push(inside)
    else found.push({ path: inside })
  }
}

/** What editors and systems put beside files: `.git`, `.DS_Store`, `part-1.mdx~`, `#part-1.mdx#`, `~$part-1.docx`. */
const isOfPrograms = (name: string) => /^\.|~$|^#.*#$|^~\$|^(?:Thumbs\.db|desktop\.ini|Icon\r)$/iu.test(name)

/**
 * What lies beside the files of a manuscript where its folder is a project of its own: the program, the built site, what
 * npm and hosts of sites ask for, and files about the repository.
 */
const isOfRepository = (name: string) =>
  /^(?:node_modules|dist|package(?:-lock)?\.json|npm-shrinkwrap\.json|pnpm-(?:lock|workspace)\.yaml|yarn\.lock|bun\.lockb?)$/u.test(name) ||
  /^(?:netlify\.toml|wrangler\.(?:toml|jsonc?)|(?:README|LICEN[CS]E|COPYING|CHANGELOG|CONTRIBUTING|CODE_OF_CONDUCT)(?:\.(?:md|txt))?)$/iu.test(
    name,
  )

/** Whether a path below the folder of a manuscript, with `/`, is read at all; for who watches the folder. */
export const isListed = (path: string): boolean => {
  const [top = '', ...rest] = path.split('/')
  return !isOfRepository(top) && ![top, ...rest].some(isOfPrograms)
}

/** The name, and what it holds that neither an address nor every disk can carry. */
function readName(bytes: Dirent<Buffer>['name']): { readonly name: string; readonly strange?: string } {
  const name = bytes.toString('utf8')
  if (!Buffer.from(name, 'utf8').equals(bytes)) return { name, strange: 'bytes that are no letters in UTF-8' }
  if (name.includes('\\')) return { name, strange: 'a backslash' }
  return /(?![\u200C\u200D])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(name) ? { name, strange: 'a character that cannot be seen' } : { name }
}
