import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { isRunning } from './is-running.ts'

/** Where the last site is while the new one takes its place; on disk, so that a broken-off exchange can be undone. */
type Exchange = { readonly published: string; readonly aside: string }

/**
 * Puts the site in `fresh` where `published` is. Renaming takes two steps, and a note of them lies in `workshop`
 * meanwhile: who is killed between the two leaves the last site whole, and {@link restoreSites} puts it back.
 */
export function swapSite(fresh: string, published: string, workshop: string) {
  const aside = join(workshop, `last-${process.pid}`)
  const note = join(workshop, `exchange-${process.pid}`)
  mkdirSync(dirname(published), { recursive: true })
  if (existsSync(published)) {
    writeFileSync(note, JSON.stringify({ published, aside } satisfies Exchange))
    renameSync(published, aside)
  }
  renameSync(fresh, published)
  rmSync(note, { force: true })
  rmSync(aside, { recursive: true, force: true })
}

/** Undoes exchanges that were broken off, and removes what builds that were broken off have left. */
export function restoreSites(workshop: string) {
  const names = existsSync(workshop) ? readdirSync(workshop) : []
  const abandoned = names.filter((name) => /-\d+$/u.test(name) && !isRunning(Number(/-(\d+)$/u.exec(name)?.[1])))
  for (const name of abandoned.filter((one) => one.startsWith('exchange-'))) restoreSite(join(workshop, name))
  for (const name of abandoned) rmSync(join(workshop, name), { recursive: true, force: true })
}

function restoreSite(note: string) {
  const { published, aside }: Exchange = JSON.parse(readFileSync(note, 'utf8') || '{}')
  if (published && !existsSync(published) && existsSync(aside)) renameSync(aside, published)
}
