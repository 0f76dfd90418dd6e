import { constants, promises, type Stats } from 'node:fs'
import { join, relative } from 'node:path'
import type { FileFault } from '../../model/facts.ts'
import { codeOf, reasonOf } from './system-errors.ts'

/** The bytes of a file, or why there are none. */
export type Bytes = { readonly bytes: Uint8Array } | { readonly fault: FileFault } | { readonly missing: true }

/**
 * Reads a file that lies in a folder, and nothing else: a link, a device or what has no end is a fault, also where it was
 * put there after the folder was listed. The file is opened without following a link and without waiting for a writer,
 * and judged and read by its handle; then its path must still lead to what was read, by no way round.
 *
 * @param folder absolute real path
 * @param path of the file from the folder, with the separators of the system
 * @param most how many bytes it may have
 */
export async function readBounded(folder: string, path: string, most: number): Promise<Bytes> {
  const full = join(folder, path)
  const { O_RDONLY, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants as Partial<typeof constants> & { O_RDONLY: number }
  try {
    // Opening a device may already do something, so what is there is looked at before.
    const fault = faultOf(await promises.lstat(full), most)
    if (fault) return { fault }
    const handle = await promises.open(full, O_RDONLY | O_NOFOLLOW | O_NONBLOCK)
    try {
      const opened = await handle.stat()
      const changed = faultOf(opened, most)
      if (changed) return { fault: changed }
      if (!(await isStillAt(folder, path, opened))) return { fault: { kind: 'link' } }
      return await readAtMost(handle, opened.size, most)
    } finally {
      await handle.close()
    }
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return { missing: true }
    return { fault: codeOf(error) === 'ELOOP' ? { kind: 'link' } : { kind: 'unreadable', reason: reasonOf(error) } }
  }
}

/** What of a thing on the disk makes it no file of a manuscript. */
export function faultOf(found: Stats, most: number): FileFault | undefined {
  const special = specialKind(found)
  if (found.isSymbolicLink()) return { kind: 'link' }
  if (special) return { kind: 'special', what: special }
  if (found.isDirectory()) return { kind: 'unreadable', reason: 'it is a folder, where a file is needed' }
  return found.size > most ? { kind: 'too-large', most } : undefined
}

type Kinds = Pick<Stats, 'isFIFO' | 'isSocket' | 'isBlockDevice' | 'isCharacterDevice'>

/** What a thing on the disk is that is neither file nor folder nor link. */
export function specialKind(found: Kinds): 'pipe' | 'socket' | 'device' | undefined {
  if (found.isFIFO()) return 'pipe'
  if (found.isSocket()) return 'socket'
  return found.isBlockDevice() || found.isCharacterDevice() ? 'device' : undefined
}

/** Whether the path leads by no link to the file that was opened. */
async function isStillAt(folder: string, path: string, opened: Stats): Promise<boolean> {
  const real = await promises.realpath(join(folder, path))
  if (relative(folder, real) !== path) return false
  const { dev, ino } = await promises.lstat(real)
  return dev === opened.dev && ino === opened.ino
}

/** Reads to the end, of a file that may grow meanwhile. */
async function readAtMost(handle: promises.FileHandle, size: number, most: number): Promise<Bytes> {
  // One byte more than the file has shows where it ends.
  let bytes = Buffer.allocUnsafe(Math.min(size, most) + 1)
  let length = 0
  while (length <= most) {
    const { bytesRead } = await handle.read(bytes, length, bytes.length - length, null)
    if (bytesRead === 0) return { bytes: bytes.subarray(0, length) }
    length += bytesRead
    if (length === bytes.length) bytes = Buffer.concat([bytes, Buffer.allocUnsafe(65_536)])
  }
  return { fault: { kind: 'too-large', most } }
}
