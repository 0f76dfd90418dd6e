import { basename, dirname, join, resolve } from 'node:path'
import { manuscriptFolder } from '../environment.ts'

/** Where a command works, as absolute paths. */
export type Where = {
  /** The folder of the manuscript. */
  readonly content: string
  /** The writer’s folder: the manuscript’s own, or the one around it where the manuscript is in a folder `content`. */
  readonly home: string
  /** Where the site is put. */
  readonly outDir: string
}

/** @param said what `--content` and `--out` say, from where the command was given */
export function whereIs(said: { readonly content?: string; readonly out?: string }): Where {
  const content = said.content === undefined ? manuscriptFolder() : resolve(said.content)
  const home = basename(content) === 'content' ? dirname(content) : content
  return { content, home, outDir: said.out === undefined ? join(home, 'dist') : resolve(said.out) }
}
