import { cpSync, existsSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { AstroConfig, AstroInlineConfig, AstroIntegration, AstroIntegrationLogger, AstroPrerenderer, HookParameters } from 'astro'
import nodeDestination from 'astro/logger/node'
import { renderForReaders } from '../environment.ts'
import { writeDeclarations } from '../manuscript/files.ts'
import { keyOfBundle } from './bundle/bundle-key.ts'
import { findBundle, type KeptBundle } from './bundle/kept-bundle.ts'
import { BundleOutgrown, prerendererOf, renderAll } from './bundle/render-kept.ts'
import { hashProgram } from './hash-program.ts'
import { keepResultsOf } from './keep-results-of.ts'
import { type PamphletOptions, readOptions } from './options.ts'
import { bundlesFolder } from './program-root.ts'
import { offerFirstReading } from './read-from-disk.ts'
import { ManuscriptError } from './refuse-mistakes.ts'
import { type Settings, settle } from './settings.ts'
import { shelf } from './shelf.ts'
import { holdBuilds } from './site/publish.ts'
import { siteIntegrations } from './site-integrations.ts'
import { tellBuild } from './tell-build.ts'

/** Where a site is built from, and into: all paths absolute. */
export type Place = { readonly root: string; readonly srcDir: string; readonly publicDir: string; readonly outDir: string }

type Asked = {
  readonly options: PamphletOptions
  /** Whether another build makes the site as a part of its own. */
  readonly isPart?: boolean
  readonly logLevel?: 'info' | 'warn'
}

/**
 * Builds a site: with what an earlier build has bundled, where that is the same, else by Astro. See decision 122.
 *
 * @throws {ManuscriptError} with the report on a manuscript that has mistakes
 * @throws {SettingError} where options cannot be used
 */
export async function buildSiteAt(place: Place, asked: Asked): Promise<void> {
  if (await buildFromKept(place, asked)) return
  const { options, isPart = false, logLevel } = asked
  const [{ build }, { pamphlet }] = await Promise.all([import('astro'), import('./pamphlet.ts')])
  const configuration: AstroInlineConfig = { configFile: false, ...place, integrations: [pamphlet(options, { isPart })] }
  await build({ ...configuration, ...(logLevel && { logLevel }) })
}

/** Does it with a bundle that is kept. @returns whether there was one, and the site is built */
async function buildFromKept(place: Place, { options, isPart = false, logLevel = 'info' }: Asked): Promise<boolean> {
  const [root, srcDir, publicDir, outDir] = [place.root, place.srcDir, place.publicDir, place.outDir].map(asFolder) as [URL, URL, URL, URL]
  // The first build of a project prepares it for editors, too.
  if (!existsSync(bundlesFolder) || !existsSync(new URL('.astro/types.d.ts', root))) return false
  const settings = await settle(readOptions(options), root, 'build')
  keepResultsOf(settings, root)
  const logger = loggerAs('pamphlet', { level: logLevel, destination: nodeDestination() })
  if (!isPart) await holdBuilds(settings.project, (message) => logger.warn(message))
  offerFirstReading(settings, 'build')
  const reading = await shelf.firstReading?.()
  if (!reading) return false
  if (!reading.series) throw new ManuscriptError(`\n${reading.report}`)
  const key = keyOfBundle({ srcDir, settings, isPart }, reading, hashProgram(settings.project))
  const bundle = findBundle(bundlesFolder, key)
  if (!bundle) return false
  renderForReaders()
  // Of Astro’s configuration, what those who take part in a build ask for.
  const config = {
    root,
    srcDir,
    publicDir,
    outDir,
    site: settings.site,
    base: '/',
    trailingSlash: 'always',
    build: { format: 'directory' },
  }
  try {
    await run({ settings, bundle, isPart, config: config as unknown as AstroConfig, logger })
    return true
  } catch (error) {
    if (error instanceof BundleOutgrown) return false
    throw error
  }
}

const asFolder = (path: string) => pathToFileURL(path.endsWith('/') || path.endsWith('\\') ? path : `${path}/`)

type Build = {
  readonly settings: Settings
  readonly bundle: KeptBundle
  readonly isPart: boolean
  readonly config: AstroConfig
  readonly logger: AstroIntegrationLogger
}

/** Calls those who take part in a build as Astro does, in its order (https://docs.astro.build/en/reference/integrations-reference/). */
async function run({ settings, bundle, isPart, config, logger }: Build) {
  const told = tellBuild(logger, config, settings.verbose)
  told.log.begin('texts')
  const integrations = await siteIntegrations(settings, { told, command: 'build', isPart, isKept: false })
  const nothing = () => undefined
  const all = callerOf(integrations, logger)
  await all('astro:config:setup', {
    ...{ command: 'build', isRestart: false, config },
    updateConfig: (given) => Object.assign(config, given.outDir && { outDir: given.outDir }),
    ...{ injectRoute: nothing, injectScript: nothing },
  })
  const types: { readonly file: URL; readonly content: string }[] = []
  await all('astro:config:done', {
    config,
    injectTypes: ({ filename, content }) => {
      const file = new URL(`.astro/integrations/pamphlet-ids/${filename}`, config.root)
      types.push({ file, content })
      return file
    },
  })
  for (const { file, content } of types) {
    mkdirSync(dirname(fileURLToPath(file)), { recursive: true })
    await writeDeclarations(file, content)
  }
  const site = fileURLToPath(config.outDir)
  let prerenderer: AstroPrerenderer = prerendererOf(bundle, site, logger.options.destination)
  await all('astro:build:start', {
    setPrerenderer: (given) => {
      prerenderer = typeof given === 'function' ? given(prerenderer) : given
    },
  })
  const pages = await renderAll(prerenderer, site, config.site ? new URL(config.site).origin : 'http://localhost').catch(
    (error: unknown) => {
      if (error instanceof BundleOutgrown) told.log.say('A page shows a picture in a size that none had shown before: all is bundled anew.')
      throw error
    },
  )
  if (existsSync(config.publicDir)) cpSync(config.publicDir, config.outDir, { recursive: true })
  await all('astro:routes:resolved', { routes: [] })
  await all('astro:build:done', { dir: config.outDir, pages, assets: new Map() })
}

type Hook = 'astro:config:setup' | 'astro:config:done' | 'astro:routes:resolved' | 'astro:build:start' | 'astro:build:done'

function callerOf(integrations: readonly AstroIntegration[], logger: AstroIntegrationLogger) {
  return async <N extends Hook>(name: N, given: Partial<HookParameters<N>>) => {
    for (const { name: who, hooks } of integrations)
      await (hooks[name] as ((given: object) => unknown) | undefined)?.({ ...given, logger: logger.fork(who) })
  }
}

/** A logger as Astro gives one to each integration. */
function loggerAs(label: string, options: AstroIntegrationLogger['options']): AstroIntegrationLogger {
  const levels = ['debug', 'info', 'warn', 'error', 'silent']
  const log = (level: 'info' | 'warn' | 'error') => (message: string) => {
    if (levels.indexOf(options.level) <= levels.indexOf(level)) options.destination.write({ label, level, message, newLine: true })
  }
  const own = { options, label, info: log('info'), warn: log('warn'), error: log('error'), debug: () => undefined }
  return { ...own, fork: (other: string) => loggerAs(other, options) } as unknown as AstroIntegrationLogger
}
