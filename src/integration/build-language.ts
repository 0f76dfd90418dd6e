import { spawn } from 'node:child_process'
import { folderAt } from '../manuscript/files.ts'
import type { OfferedLanguage } from '../model/languages.ts'
import type { PamphletOptions } from './options.ts'
import type { Settings } from './settings.ts'

/** What is built of a translation: all paths absolute. */
export type LanguageTask = {
  readonly root: string
  readonly srcDir: string
  readonly publicDir: string
  /** Where its site is put, in that of the original. */
  readonly outDir: string
  readonly options: PamphletOptions & { readonly translation: string }
}

/** What is settled for the site of the original, for that of a translation in it. */
export const optionsIn = (
  { manuscript: content, site, basePath, offline, drafts, verbose, editions }: Settings,
  { language, folder }: OfferedLanguage,
): LanguageTask['options'] => ({
  content,
  ...(site && { address: site + folder }),
  basePath: basePath + folder,
  offline,
  drafts,
  verbose,
  ...(editions && { editions: editions.length > 0 ? [...editions] : ['web'] }),
  translation: language,
})

/**
 * Builds the site of a translation in a process of its own: what is handed from the door to pages, and the modules that
 * Vite has loaded, are of a process. The same Node runs it, by source or compiled as this is.
 *
 * @throws with what it said, where it fails
 */
export function buildLanguage(task: LanguageTask): Promise<void> {
  const entry = folderAt(new URL(import.meta.url.endsWith('.ts') ? 'language-process.ts' : 'language-process.js', import.meta.url))
  const isVerbose = task.options.verbose === 'on'
  const child = spawn(process.execPath, [...process.execArgv, entry, JSON.stringify(task)], {
    cwd: task.root,
    stdio: ['ignore', isVerbose ? 'inherit' : 'pipe', isVerbose ? 'inherit' : 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', (text: string) => (said += text))
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => {
      if (code === 0) return resolve()
      reject(new Error(`The site in “${task.options.translation}” could not be built.\n${said.trim()}`))
    })
  })
}
