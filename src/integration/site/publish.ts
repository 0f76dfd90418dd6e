import { existsSync, rmSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { AstroConfig, AstroIntegration } from 'astro'
import { fillBeside } from '../../editions/beside/fill-beside.ts'
import { fillDownloads } from '../../editions/downloads/fill-downloads.ts'
import { dateSitemap } from '../../editions/feed/date-sitemap.ts'
import { feedFiles, writeFeed } from '../../editions/feed/write-feed.ts'
import { layFiles } from '../../editions/lay-files.ts'
import { writeKillSwitch, writeWorker } from '../../editions/offline/write-worker.ts'
import { readSeries } from '../../editions/read-series.ts'
import { indexSite } from '../../editions/search/index-site.ts'
import { textHolders } from '../../editions/searched-page.ts'
import { fileAt, filesIn, holdFiles, sizeOf } from '../../editions/site-files.ts'
import { finishSite } from '../../editions/web/finish-site.ts'
import { inlineStyles } from '../../editions/web/inline-styles.ts'
import { keepSmaller } from '../../editions/web/keep-smaller.ts'
import { relateSheets } from '../../editions/web/relate-sheets.ts'
import { subsetFaces } from '../../editions/web/subset-faces.ts'
import { boundKept } from '../../kept-results.ts'
import { count } from '../../model/counts.ts'
import { buildLanguages } from '../build-languages.ts'
import { handedFaces } from '../handed-faces.ts'
import type { Settings } from '../settings.ts'
import type { Told } from '../tell-build.ts'
import { holdLock, tryToAcquireLock } from './build-lock.ts'
import { CannotPublish } from './cannot-publish.ts'
import { findTarget, type Target } from './find-target.ts'
import { filesToCome, hasEditions, makeEditions, makingAt } from './make-editions.ts'
import { restoreSites, swapSite } from './swap-site.ts'

/**
 * Astro integration: builds into a staging folder, makes every edition from the finished pages, and only then puts the
 * folder where the last site was. A build that fails or is killed leaves the last site as it is; a second build
 * waits for the first.
 */
export const publish = (settings: Settings, { told, isPart }: Asked): AstroIntegration => {
  const { project, manuscript, basePath, offline } = settings
  let target: Target
  let address: string | undefined
  let configured: AstroConfig
  const staging = new URL('.pamphlet/', pathToFileURL(`${project}/`))
  const staged = new URL(`build-${process.pid}/`, staging)
  const paths = { staging: withoutSlash(staging), project }
  return {
    name: 'pamphlet-publish',
    hooks: {
      'astro:config:setup': async ({ command, config, updateConfig, logger }) => {
        const tell = (message: string) => logger.warn(message)
        const outDir = withoutSlash(config.outDir)
        if (command !== 'preview') refuseSigns(paths.project)
        if (command !== 'build') return undoQuietly(paths.staging, outDir, tell)
        address = config.site
        configured = config
        if (isPart) return
        if (!address) tell(noAddress)
        // Astro keeps declarations, and what it has bundled, in one place for all builds of a project.
        await holdBuilds(project, tell)
        target = findTarget(outDir, { ...paths, manuscript })
        if (target.way === 'entries')
          tell(
            `${outDir} cannot be renamed, as it is a mount point or its folder cannot be written: what is in it is swapped piece by piece.`,
          )
        restoreSites(paths.staging, outDir, tell)
        await mkdir(staged, { recursive: true })
        process.once('exit', () => rmSync(staged, { recursive: true, force: true }))
        // The configuration is resolved by now and holds URLs, though the type says string.
        updateConfig({ outDir: staged as URL & string })
      },
      'astro:build:done': async ({ dir, logger }) => {
        if (!told) return
        const { log, rest } = told
        const site = address
        const make = <T>(edition: string, work: () => T | Promise<T>) => makingAt(edition, work, log)
        log.begin('site')
        holdFiles(dir)
        await make('the pictures', () => keepSmaller(dir))
        if (site) await make('the sitemap', () => dateSitemap(dir, site))
        if (isPart) await make('the pages beside the original', () => fillBeside(dir))
        const series = readSeries(dir)
        const { edition, theme } = series
        const about = {
          basePath,
          coming: [...feedFiles(series.parts), ...filesToCome(series)],
          edition,
          texts: textHolders(series),
          hasEditions: hasEditions(series),
        }
        const { pages, links, policies } = await make('the pages', () => finishSite(dir, about))
        logger.info(
          `${count(links, 'link')} made relative, all of them lead somewhere; the policy of ${count(policies, 'page')} moved to its top`,
        )
        await make('the feed', () => writeFeed(dir, pages, site))
        const nameFaces = await make('the faces', () => subsetFaces(dir, pages, edition, theme?.faces, series))
        relateSheets(dir)
        log.made(`${count(links, 'link')}, all of them lead somewhere`)
        log.begin('search')
        const { pages: indexed, records } = await make('the search index', () => indexSite(dir, pages))
        logger.info(`search index: ${count(indexed, 'page')} and ${count(records, 'record')}`)
        log.made(count(records, 'record'))
        log.begin('editions')
        await makeEditions(dir, site, handedFaces(settings), log, logger)
        log.begin('offline')
        logger.info(
          `styles of ${count(await make('the styles of the pages', () => inlineStyles(dir, pages, edition, nameFaces)), 'page')} put into them`,
        )
        await make('the list of downloads', () => fillDownloads(dir))
        if (offline === 'off') await make('the kill switch', () => writeKillSwitch(dir))
        else {
          const { files, packs, bytes } = await make('the packs for offline reading', () => writeWorker(dir))
          logger.info(`precached for offline reading: ${count(files, 'file')} in ${count(packs, 'pack')}, ${bytes} bytes`)
          log.made(`${count(files, 'file')} in ${count(packs, 'pack')}`)
        }
        layFiles(dir, target && pathToFileURL(`${target.published}/`))
        boundKept()
        if (isPart) return log.clear()
        await buildLanguages(settings, configured, dir, log)
        const size = sizeOfFolder(dir)
        try {
          swapSite(withoutSlash(dir), target, paths.staging)
        } catch (error) {
          const reason = error instanceof Error ? error.message : error
          throw new CannotPublish(
            `The site is built and cannot be put at ${target.published}; the last one is as it was. The disk says: ${reason}`,
          )
        }
        log.end(`${count(size.files, 'file')}, ${(size.bytes / 1e6).toFixed(1)} MB`)
        for (const line of [...rest(), `The site is in ${target.published}.`]) log.say(line)
      },
    },
  }
}

/** What is told of the build, and whether it makes a part of a site that another build puts where the last one was. */
type Asked = { readonly told: Told | undefined; readonly isPart: boolean }

const noAddress =
  'nobody has said where the site will live, so it tells search engines and other programs no addresses. Set “address:” in series.yaml, or SITE_URL and BASE_PATH.'

const withoutSlash = (folder: URL) => fileURLToPath(folder).replace(/(?<=.)[\\/]$/u, '')

/** Astro and Vite take paths for addresses, and lose what follows these signs; where the manuscript lies is of no matter. */
function refuseSigns(project: string) {
  const sign = /[#?%]/u.exec(project)?.[0]
  if (sign)
    throw new CannotPublish(
      `The program lies in a folder with “${sign}” in its name, ${project}: Astro cannot build there. Rename or move that folder. The manuscript may lie in any.`,
    )
}

/** Waits until no other build works in the project; none does until the process ends. @param project absolute path of its folder */
export async function holdBuilds(project: string, tell: (message: string) => void) {
  const staging = join(project, '.pamphlet')
  await makeFolder(staging)
  await holdLock(join(staging, 'lock'), tell)
}

async function makeFolder(path: string) {
  await mkdir(path, { recursive: true }).catch((error: NodeJS.ErrnoException) => {
    throw new CannotPublish(`A build needs to write in ${path}, and cannot: the system answers “${error.code}”.`)
  })
}

/** Before a site is served or edited: a last site is put back, unless a build is at work, or nothing can be written here. */
function undoQuietly(staging: string, outDir: string, tell: (message: string) => void) {
  try {
    if (!existsSync(staging)) return
    const lock = tryToAcquireLock(join(staging, 'lock'), tell)
    if (!lock) return
    restoreSites(staging, outDir, tell)
    lock.release()
  } catch (error) {
    tell(`What an earlier build left in ${staging} cannot be put in order: ${error instanceof Error ? error.message : error}`)
  }
}

function sizeOfFolder(folder: URL): { readonly files: number; readonly bytes: number } {
  const paths = filesIn(folder)
  return { files: paths.length, bytes: paths.reduce((sum, path) => sum + sizeOf(fileAt(folder, path)), 0) }
}
