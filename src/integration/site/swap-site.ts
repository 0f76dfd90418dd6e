import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { Target } from './find-target.ts'
import { besideSite, readNote, writeNote } from './swap-note.ts'

type Rename = typeof renameSync

/**
 * Puts the site in `staged` where the last one is. Renaming takes several steps, and a note of them lies in `staging`
 * meanwhile: who is killed between them leaves the last site whole on the disk, and {@link restoreSites} puts it back.
 * See decision 24.
 *
 * @param rename of `node:fs`
 * @throws what the disk answers; the last site is in its place then
 */
export function swapSite(staged: string, { published, way }: Target, staging: string, rename: Rename = renameSync) {
  const key = createHash('sha256').update(published).digest('hex').slice(0, 12)
  const note = join(staging, `swap-${key}`)
  mkdirSync(dirname(published), { recursive: true })
  if (way === 'entries') return swapEntries(staged, published, note, rename)
  const isNear = way === 'folder'
  const next = isNear ? staged : besideSite(published, 'next')
  const aside = isNear ? join(staging, `last-${key}`) : besideSite(published, 'last')
  writeNote(note, { kind: 'folder', published, aside, next })
  if (!isNear) {
    rmSync(next, { recursive: true, force: true })
    cpSync(staged, next, { recursive: true })
  }
  // What is left here lost its place to a whole site before its note was taken away.
  if (existsSync(published)) rmSync(aside, { recursive: true, force: true })
  try {
    if (existsSync(published)) rename(published, aside)
  } catch (error) {
    if (!isFixed(error)) throw error
    if (!isNear) rmSync(next, { recursive: true, force: true })
    return swapEntries(staged, published, note, rename)
  }
  try {
    rename(next, published)
  } catch (error) {
    if (existsSync(aside)) rename(aside, published)
    throw error
  }
  rmSync(note, { force: true })
  rmSync(aside, { recursive: true, force: true })
}

/** Answers of a disk to who would rename what is hung in, or held by another program. */
const isFixed = (error: unknown) => ['EBUSY', 'EXDEV', 'EPERM', 'EACCES'].includes((error as NodeJS.ErrnoException).code ?? '')

/** The folder in a site where its entries are swapped. */
const inside = '.pamphlet'

/** Swaps what is in a folder that must stay: all of the last site is moved aside within it, then all of the new one to its place. */
function swapEntries(staged: string, published: string, note: string, rename: Rename) {
  const room = join(published, inside)
  writeNote(note, { kind: 'entries', published, names: [] })
  rmSync(room, { recursive: true, force: true })
  mkdirSync(join(room, 'last'), { recursive: true })
  cpSync(staged, join(room, 'next'), { recursive: true })
  const names = readdirSync(join(room, 'next'))
  writeNote(note, { kind: 'entries', published, names })
  try {
    for (const name of readdirSync(published)) if (name !== inside) rename(join(published, name), join(room, 'last', name))
    for (const name of names) rename(join(room, 'next', name), join(published, name))
  } catch (error) {
    undoEntries(published, names, rename)
    rmSync(note, { force: true })
    throw error
  }
  rmSync(note, { force: true })
  rmSync(room, { recursive: true, force: true })
}

/** Takes back what has come of a new site, and then what has gone of the last. */
function undoEntries(published: string, names: readonly string[], rename: Rename = renameSync) {
  const room = join(published, inside)
  const lies = (...path: string[]) => existsSync(join(room, ...path))
  for (const name of names)
    if (!lies('next', name) && existsSync(join(published, name))) rename(join(published, name), join(room, 'next', name))
  if (lies('last')) for (const name of readdirSync(join(room, 'last'))) rename(join(room, 'last', name), join(published, name))
  rmSync(room, { recursive: true, force: true })
}

/**
 * Undoes swaps that were broken off, and removes what builds that were broken off have left. To be called by who
 * holds the lock of builds: then no other build has anything here.
 *
 * @param published where this project puts its site, for a note that cannot be read
 * @param tell is told of a last site that has been put back, or set by
 */
export function restoreSites(staging: string, published: string, tell: (message: string) => void) {
  const names = existsSync(staging) ? readdirSync(staging) : []
  for (const name of names.filter((one) => noteName.test(one))) restoreSite(join(staging, name), published, tell)
  for (const name of names.filter((one) => /^(?:build|last|probe)-|^(?:swap|exchange)-\w+\.unfinished$/u.test(one))) {
    rmSync(join(staging, name), { recursive: true, force: true })
  }
}

/** Version 0.1 called its notes `exchange-…`; one of those may still lie here. */
const noteName = /^(?:swap|exchange)-(\w+)$/u

function restoreSite(note: string, usual: string, tell: (message: string) => void) {
  const swap = readNote(note)
  if (!swap) keepUnnamed(join(dirname(note), basename(note).replace(noteName, 'last-$1')), usual, tell)
  else if (swap.kind === 'entries') {
    // What is hung in may not be there now; then the note waits for it.
    if (!existsSync(join(swap.published, inside))) return
    undoEntries(swap.published, swap.names)
  } else {
    const { published, aside, next } = swap
    if (!existsSync(published) && existsSync(aside)) renameSync(aside, published)
    for (const path of [aside, next]) if (path) rmSync(path, { recursive: true, force: true })
  }
  rmSync(note, { force: true })
}

/** Nothing readable says whose site lies here, so it is not thrown away. */
function keepUnnamed(aside: string, usual: string, tell: (message: string) => void) {
  if (!existsSync(aside)) return
  const isWanted = !existsSync(usual)
  const to = isWanted ? usual : join(dirname(aside), `kept-${Date.now()}`)
  mkdirSync(dirname(to), { recursive: true })
  renameSync(aside, to)
  tell(
    `A build was broken off, and its note about the last site is damaged; that site lies in ${to}${isWanted ? '' : ': remove it if you do not miss it'}.`,
  )
}
