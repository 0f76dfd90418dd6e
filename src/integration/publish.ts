import { existsSync, rmSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { AstroIntegration, AstroIntegrationLogger } from 'astro'
import { fillDownloads } from '../editions/downloads/fill-downloads.ts'
import { making } from '../editions/edition-error.ts'
import { writeEpub } from '../editions/epub/write-epub.ts'
import { dateSitemap } from '../editions/feed/date-sitemap.ts'
import { writeFeed } from '../editions/feed/write-feed.ts'
import { writeFolder } from '../editions/offline/write-folder.ts'
import { writeKillSwitch, writeWorker } from '../editions/offline/write-worker.ts'
import { writePdfs } from '../editions/pdf/write-pdf.ts'
import { readSeries } from '../editions/read-series.ts'
import { indexSite } from '../editions/search/index-site.ts'
import { writeSingleFile } from '../editions/single-file/write-single-file.ts'
import { writeTexts } from '../editions/text/write-texts.ts'
import { finishSite } from '../editions/web/finish-site.ts'
import { inlineStyles } from '../editions/web/inline-styles.ts'
import { keepSmaller } from '../editions/web/keep-smaller.ts'
import { subsetFaces } from '../editions/web/subset-faces.ts'
import { boundKept } from '../kept-results.ts'
import { count } from '../model/counts.ts'
import { filesOf } from '../model/downloaded-files.ts'
import { downloadsOf, makes, pdfOfPart } from '../model/downloads.ts'
import { isForOneFile, most } from '../model/sizes.ts'
import { acquireLock, tryToAcquireLock } from './build-lock.ts'
import { CannotPublish } from './cannot-publish.ts'
import { findTarget, type Target } from './find-target.ts'
import type { Settings } from './settings.ts'
import { restoreSites, swapSite } from './swap-site.ts'

/**
 * Astro integration: builds into a staging folder, makes every edition from the finished pages, and only then puts the
 * folder where the last site was. A build that fails or is killed leaves the last site as it is; a second build
 * waits for the first.
 */
export const publish = ({ project, manuscript, basePath, offline }: Settings): AstroIntegration => {
  let target: Target
  let address: string | undefined
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
        if (!address) tell(noAddress)
        await makeFolder(paths.staging)
        target = findTarget(outDir, { ...paths, manuscript })
        if (target.way === 'entries')
          tell(
            `${outDir} cannot be renamed, as it is a mount point or its folder cannot be written: what is in it is swapped piece by piece.`,
          )
        // Astro keeps notes about the texts in one place for all builds of a project (`.astro/content-modules.mjs`). The
        // lock is held until the process ends.
        await acquireLock(join(paths.staging, 'lock'), tell)
        restoreSites(paths.staging, outDir, tell)
        await mkdir(staged, { recursive: true })
        process.once('exit', () => rmSync(staged, { recursive: true, force: true }))
        // The configuration is resolved by now and holds URLs, though the type says string.
        updateConfig({ outDir: staged as URL & string })
      },
      'astro:build:done': async ({ dir, logger }) => {
        const site = address
        await making('the pictures', () => keepSmaller(dir))
        await making('the feed', () => writeFeed(dir, site))
        if (site) await making('the sitemap', () => dateSitemap(dir, site))
        const { pages, records } = await making('the search index', () => indexSite(dir))
        logger.info(`search index: ${count(pages, 'page')} and ${count(records, 'record')}`)
        await making('the faces', () => subsetFaces(dir))
        const { links, policies } = await making('the pages', async () => finishSite(dir, basePath, await filesToCome(dir)))
        logger.info(
          `${count(links, 'link')} made relative, all of them lead somewhere; the policy of ${count(policies, 'page')} moved to its top`,
        )
        await writeEditions(dir, site, logger)
        logger.info(`styles of ${count(await making('the styles of the pages', () => inlineStyles(dir)), 'page')} put into them`)
        await making('the list of downloads', () => fillDownloads(dir))
        if (offline === 'off') await making('the kill switch', () => writeKillSwitch(dir))
        else {
          const { files, packs, bytes } = await making('the packs for offline reading', () => writeWorker(dir))
          logger.info(`precached for offline reading: ${count(files, 'file')} in ${count(packs, 'pack')}, ${bytes} bytes`)
        }
        boundKept()
        try {
          swapSite(withoutSlash(dir), target, paths.staging)
        } catch (error) {
          const reason = error instanceof Error ? error.message : error
          throw new CannotPublish(
            `The site is built and cannot be put at ${target.published}; the last one is as it was. The disk says: ${reason}`,
          )
        }
      },
    },
  }
}

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

/** Writes the editions that the series asks for. */
async function writeEditions(dir: URL, site: string | undefined, logger: AstroIntegrationLogger) {
  const series = await making('the editions', () => readSeries(dir))
  if (makes(series, 'folder')) logger.info(`folder to unpack: ${await making('the folder to unpack', () => writeFolder(dir, site))} bytes`)
  if (makes(series, 'single-file')) {
    if (isForOneFile(series)) logger.info(`single file: ${await making('the single file', () => writeSingleFile(dir, site))} bytes`)
    else logger.info(`no single file: the parts have more than ${most.wordsInFile.toLocaleString('en-GB')} words`)
  }
  if (makes(series, 'text')) logger.info(`text: ${count(await making('the text', () => writeTexts(dir, site)), 'page')} as Markdown`)
  const { sizes, places } = makes(series, 'pdf') ? await printBooks(dir, site, logger) : { sizes: [], places: [] }
  for (const [path, bytes] of sizes) logger.info(`${path}: ${bytes} bytes`)
  if (makes(series, 'epub'))
    for (const [path, bytes] of await making('the e-book', () => writeEpub(dir, site, places))) logger.info(`${path}: ${bytes} bytes`)
}

const printBooks = (dir: URL, site: string | undefined, logger: AstroIntegrationLogger) =>
  making('the book as PDF', () => writePdfs(dir, site, (line) => logger.warn(`the book as PDF: ${line}`)))

/** The files that pages name and that are made from the finished pages. */
async function filesToCome(site: URL): Promise<string[]> {
  const series = await readSeries(site)
  const parts = makes(series, 'pdf') ? series.parts.map(pdfOfPart) : []
  const downloads = downloadsOf(series).flatMap((download) => filesOf(download, series).map(({ name }) => `/downloads/${name}`))
  return ['/sw.js', ...downloads, ...parts]
}
