import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { besideSite, readNote, writeNote } from './exchange-note.ts'
import type { Place } from './find-place.ts'

type Rename = typeof renameSync

/**
 * Puts the site in `fresh` where the last one is. Renaming takes several steps, and a note of them lies in `workshop`
 * meanwhile: who is killed between them leaves the last site whole on the disk, and {@link restoreSites} puts it back.
 *
 * @param rename of `node:fs`
 * @throws what the disk answers; the last site is in its place then
 */
export function swapSite(fresh: string, { published, way }: Place, workshop: string, rename: Rename = renameSync) {
  const key = createHash('sha256').update(published).digest('hex').slice(0, 12)
  const note = join(workshop, `exchange-${key}`)
  mkdirSync(dirname(published), { recursive: true })
  if (way === 'entries') return swapEntries(fresh, published, note, rename)
  const isNear = way === 'folder'
  const next = isNear ? fresh : besideSite(published, 'next')
  const aside = isNear ? join(workshop, `last-${key}`) : besideSite(published, 'last')
  writeNote(note, { kind: 'folder', published, aside, next })
  if (!isNear) {
    rmSync(next, { recursive: true, force: true })
    cpSync(fresh, next, { recursive: true })
  }
  // What is left here lost its place to a whole site before its note was taken away.
  if (existsSync(published)) rmSync(aside, { recursive: true, force: true })
  try {
    if (existsSync(published)) rename(published, aside)
  } catch (error) {
    if (!isFixed(error)) throw error
    if (!isNear) rmSync(next, { recursive: true, force: true })
    return swapEntries(fresh, published, note, rename)
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

/** The folder in a site where its entries are exchanged. */
const inside = '.pamphlet'

/** Exchanges what is in a folder that must stay: all of the last site is moved aside within it, then all of the new one to its place. */
function swapEntries(fresh: string, published: string, note: string, rename: Rename) {
  const room = join(published, inside)
  writeNote(note, { kind: 'entries', published, names: [] })
  rmSync(room, { recursive: true, force: true })
  mkdirSync(join(room, 'last'), { recursive: true })
  cpSync(fresh, join(room, 'next'), { recursive: true })
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
  for (const name of names) if (!lies('next', name) && existsSync(join(published, name))) rename(join(published, name), join(room, 'next', name))
  if (lies('last')) for (const name of readdirSync(join(room, 'last'))) rename(join(room, 'last', name), join(published, name))
  rmSync(room, { recursive: true, force: true })
}

/**
 * Undoes exchanges that were broken off, and removes what builds that were broken off have left. To be called by who
 * holds the lock of builds: then no other build has anything here.
 *
 * @param published where this project puts its site, for a note that cannot be read
 * @param tell is told of a last site that has been put back, or set by
 */
export function restoreSites(workshop: string, published: string, tell: (message: string) => void) {
  const names = existsSync(workshop) ? readdirSync(workshop) : []
  for (const name of names.filter((one) => /^exchange-\w+$/u.test(one))) restoreSite(join(workshop, name), published, tell)
  for (const name of names.filter((one) => /^(?:build|last|probe)-|^exchange-\w+\.unfinished$/u.test(one))) {
    rmSync(join(workshop, name), { recursive: true, force: true })
  }
}

function restoreSite(note: string, usual: string, tell: (message: string) => void) {
  const exchange = readNote(note)
  if (!exchange) keepUnnamed(join(dirname(note), basename(note).replace('exchange-', 'last-')), usual, tell)
  else if (exchange.kind === 'entries') {
    // What is hung in may not be there now; then the note waits for it.
    if (!existsSync(join(exchange.published, inside))) return
    undoEntries(exchange.published, exchange.names)
  } else {
    const { published, aside, next } = exchange
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
  tell(`A build was broken off, and its note about the last site is damaged; that site lies in ${to}${isWanted ? '' : ': remove it if you do not miss it'}.`)
}
