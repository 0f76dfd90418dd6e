import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AstroConfig } from 'astro'
import { count } from '../model/counts.ts'
import { buildLanguage, optionsIn } from './build-language.ts'
import type { BuildLog } from './build-log.ts'
import type { Settings } from './settings.ts'
import { shelf } from './shelf.ts'
import { makingAt } from './site/make-editions.ts'

/**
 * Builds the site of every translation into that of the original, one after another, as each takes as much of a machine as
 * the original did.
 *
 * @param config of the original’s build
 * @param dir folder of the original’s site, finished
 */
export async function buildLanguages(settings: Settings, config: AstroConfig, dir: URL, log: BuildLog): Promise<void> {
  const reading = await shelf.firstReading?.()
  const languages = settings.translation === undefined ? (reading?.languages.slice(1) ?? []) : []
  if (languages.length === 0) return
  log.begin('languages')
  for (const one of languages)
    await makingAt(
      `the site in ${one.name}`,
      () =>
        buildLanguage({
          root: fileURLToPath(config.root),
          srcDir: fileURLToPath(config.srcDir),
          publicDir: fileURLToPath(config.publicDir),
          outDir: join(fileURLToPath(dir), one.language),
          options: optionsIn(settings, one),
        }),
      log,
    )
  log.made(count(languages.length, 'language'))
}
