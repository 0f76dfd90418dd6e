import {
  accessSync,
  constants,
  lstatSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { homedir } from 'node:os'
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import { CannotPublish } from './cannot-publish.ts'

/** Where the site is published, and how a new one gets there. */
export type Target = {
  /** Real path of the folder, by no link. */
  readonly published: string
  /**
   * `folder`: the folder is swapped by renaming, with a new one that lies on the same disk. `copy`: the same, after the
   * new one was copied beside it from another disk. `entries`: the folder itself can only stay, as a mount point does, and
   * what is in it is swapped.
   */
  readonly way: 'folder' | 'copy' | 'entries'
}

/** Folders that no site may be put in the place of. */
type Others = { readonly project: string; readonly manuscript: string; readonly staging: string }

/**
 * Finds out, before anything is built, whether and how a site can be published.
 *
 * @param outDir absolute path; it, or a folder that it lies in, may be a link
 * @param rename of `node:fs`
 * @throws {CannotPublish} where it cannot be: the disk can only be read, a file is in the way, or it would take the
 * place of the manuscript or of the program
 */
export function findTarget(outDir: string, others: Others, rename: typeof renameSync = renameSync): Target {
  try {
    return lookAt(outDir, others, rename)
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    throw code === undefined
      ? error
      : new CannotPublish(`The site cannot be put at ${outDir}: ${reasons[code] ?? `the system answers “${code}”`}.`)
  }
}

function lookAt(outDir: string, others: Others, rename: typeof renameSync): Target {
  const published = followLinks(outDir)
  refuseOthers(outDir, published, others)
  const found = statSync(published, { throwIfNoEntry: false })
  if (found && !found.isDirectory()) throw new CannotPublish(`The site cannot be put at ${outDir}: a file is in its place.`)
  const parent = nearestFolder(dirname(published))
  if (found) accessSync(published, writing)
  if (found && (isMountPoint(published) || !isWritable(parent))) return { published, way: 'entries' }
  accessSync(parent, writing)
  return { published, way: isOnOneDisk(others.staging, parent, rename) ? 'folder' : 'copy' }
}

/** The path without links, also where what it leads to is not there yet. */
function followLinks(path: string, depth = 0): string {
  if (depth > 40) throw new CannotPublish(`The site cannot be put at ${path}: links there lead in a circle.`)
  if (lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink())
    return followLinks(resolve(dirname(path), readlinkSync(path)), depth + 1)
  const parent = dirname(path)
  return parent === path
    ? path
    : join(lstatSync(path, { throwIfNoEntry: false }) ? dirname(realpathSync(path)) : followLinks(parent, depth), path.slice(parent.length))
}

function refuseOthers(outDir: string, published: string, { project, manuscript, staging }: Others) {
  const inProject = ['src', 'public', 'node_modules', '.git', '.astro'].map((name) => join(project, name))
  const [text, program] = [followLinks(manuscript), followLinks(project)]
  // Where a writer’s folder holds the manuscript itself, its site lies in it, by a name that nothing reads.
  if (published !== join(text, 'dist') && (isIn(published, text) || isIn(text, published)))
    throw new CannotPublish(
      `The site cannot be put at ${outDir}: the manuscript lies there, and it would be taken away. Name another folder.`,
    )
  if (
    isIn(program, published) ||
    [...inProject, staging].some((folder) => isIn(published, followLinks(folder))) ||
    published === followLinks(homedir())
  )
    throw new CannotPublish(
      `The site cannot be put at ${outDir}: other things lie there, and they would be taken away. Name a folder that holds nothing else.`,
    )
}

/** Whether a path is a folder or lies in it. */
function isIn(path: string, folder: string): boolean {
  const way = relative(folder, path)
  return way === '' || !(way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way))
}

const nearestFolder = (path: string): string => (statSync(path, { throwIfNoEntry: false }) ? path : nearestFolder(dirname(path)))

const writing = constants.W_OK | constants.X_OK

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, writing)
    return true
  } catch {
    return false
  }
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'this user may not write there',
  EPERM: 'this user may not write there',
  EROFS: 'the disk can only be read',
  ENOTDIR: 'a file is in the place of a folder',
}

/** Whether another disk, or another part of this one, is hung in at a folder: it cannot be renamed then. */
function isMountPoint(folder: string): boolean {
  return statSync(folder).dev !== statSync(dirname(folder)).dev || mountsOfLinux().includes(folder)
}

/** Parts of the same disk (bind mounts) have the same number; Linux lists all, with spaces and such as octal numbers. */
function mountsOfLinux(): string[] {
  try {
    const lines = readFileSync('/proc/self/mountinfo', 'utf8').split('\n')
    return lines.map((line) =>
      (line.split(' ')[4] ?? '').replace(/\\(\d{3})/gu, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8))),
    )
  } catch {
    return []
  }
}

/** Whether folders can be renamed from one to the other, which numbers of disks do not tell everywhere. */
function isOnOneDisk(from: string, to: string, rename: typeof renameSync): boolean {
  const one = mkdtempSync(join(from, 'probe-'))
  const other = mkdtempSync(join(to, '.pamphlet-'))
  try {
    rename(one, join(other, 'probe'))
    return true
  } catch {
    return false
  } finally {
    for (const folder of [one, other]) rmSync(folder, { recursive: true, force: true })
  }
}
