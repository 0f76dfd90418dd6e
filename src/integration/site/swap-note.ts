import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

/** What is where while a new site takes the place of the last; on disk, so that a swap that was broken off can be undone. */
export type Swap =
  /** The last site lies `aside`, or still where it was; the new one, until it has come, in `next`. */
  | { readonly kind: 'folder'; readonly published: string; readonly aside: string; readonly next?: string }
  /** Entries of the new site; those that are not in its folder `next` any more are where the site is published. */
  | { readonly kind: 'entries'; readonly published: string; readonly names: readonly string[] }

/** Writes a note beside its place first, so that it is whole or not there, also where the power fails. */
export function writeNote(path: string, swap: Swap) {
  const unfinished = `${path}.unfinished`
  writeFileSync(unfinished, JSON.stringify(swap))
  const file = openSync(unfinished, 'r+')
  fsyncSync(file)
  closeSync(file)
  renameSync(unfinished, path)
}

/**
 * A note as it was written; nothing where it is torn, empty or no note, or names what is not ours to move: the folder of
 * the project may have been moved since, or be called otherwise in a container.
 */
export function readNote(path: string): Swap | undefined {
  try {
    const note: unknown = JSON.parse(readFileSync(path, 'utf8'))
    if (typeof note !== 'object' || note === null || !('published' in note) || typeof note.published !== 'string') return undefined
    const { published } = note
    const isOurs = (one: string) =>
      dirname(one) === dirname(path) || [besideSite(published, 'next'), besideSite(published, 'last')].includes(one)
    if ('names' in note && Array.isArray(note.names)) return { kind: 'entries', published, names: note.names.filter(isName) }
    if (!('aside' in note) || typeof note.aside !== 'string' || !isOurs(note.aside)) return undefined
    return {
      kind: 'folder',
      published,
      aside: note.aside,
      ...('next' in note && typeof note.next === 'string' && isOurs(note.next) && { next: note.next }),
    }
  } catch {
    return undefined
  }
}

const isName = (name: unknown): name is string => typeof name === 'string' && basename(name) === name && name !== '..' && name !== '.'

/** Where on the disk of a site its successor waits, or the site itself during the swap. */
export const besideSite = (published: string, what: 'next' | 'last'): string =>
  join(dirname(published), `.${basename(published)}.pamphlet-${what}`)
