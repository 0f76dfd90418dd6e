import type { SettingError } from './options.ts'
import type { ManuscriptError } from './refuse-mistakes.ts'
import type { CannotPublish } from './site/cannot-publish.ts'

// By name: the modules of pages are another graph, and theirs is another class.
const names: ReadonlySet<string> = new Set<(CannotPublish | ManuscriptError | SettingError)['name']>([
  'CannotPublish',
  'ManuscriptError',
  'SettingError',
])

/** Whether a person at the terminal can mend what is wrong, and is told the message of the error alone. */
export const isTheirs = (error: unknown): error is Error => error instanceof Error && names.has(error.name)
