import { existsSync } from 'node:fs'
import { resolve } from 'node:path'

/** The variables that say something about a build or a command; what they mean stands in the README. */
const names = [
  'PAMPHLET_CONTENT',
  'SITE_URL',
  'BASE_PATH',
  'PAMPHLET_OFFLINE',
  'PAMPHLET_DRAFTS',
  'PAMPHLET_EDITIONS',
  'PAMPHLET_VERBOSE',
  'PAMPHLET_TRANSLATION',
  'SOURCE_DATE_EPOCH',
  'PAMPHLET_DEBUG',
  // Set by the machines of hosts: whoever reads what is printed there reads it later.
  'CI',
] as const

export type Environment = Readonly<Partial<Record<(typeof names)[number], string>>>

/** What the environment says, as it is now. Nothing else in `src/` reads it; an empty variable is none. */
export const readEnvironment = (): Environment =>
  Object.fromEntries(names.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])))

/** As Astro says it to libraries that render pages: that these are for readers. */
export function renderForReaders() {
  process.env.NODE_ENV = 'production'
}

/**
 * The folder of the manuscript for a command: the one that `PAMPHLET_CONTENT` names, from where the command was given; or
 * the folder where it was given, if that holds `series.yaml`; or `content/`.
 */
export const manuscriptFolder = (): string => resolve(readEnvironment().PAMPHLET_CONTENT ?? (existsSync('series.yaml') ? '.' : 'content'))
