import { rmSync } from 'node:fs'
import { mkdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import { count } from '../model/counts.ts'
import { downloads } from '../model/downloads.ts'
import type { Series } from '../model/series.ts'
import { takeLock } from './build-lock.ts'
import { fillDownloads } from './downloads/fill-downloads.ts'
import { making } from './edition-error.ts'
import { dateSitemap } from './feed/date-sitemap.ts'
import { writeFeed } from './feed/write-feed.ts'
import { writeFolder } from './offline/write-folder.ts'
import { writeFarewell, writeWorker } from './offline/write-worker.ts'
import { indexSite } from './search/index-site.ts'
import { writeSingleFile } from './single-file/write-single-file.ts'
import { restoreSites, swapSite } from './swap-site.ts'
import { finishSite } from './web/finish-site.ts'
import { keepSmaller } from './web/keep-smaller.ts'

/**
 * Astro integration: builds into a fresh folder, makes every edition from the finished pages, and only then puts the
 * folder where the last site was. A build that fails or is killed leaves the last site as it is; a second build
 * waits for the first.
 *
 * @param basePath the path the site will live at
 */
export const publish = (basePath: string): AstroIntegration => {
  let published: URL
  let address: string | undefined
  const workshop = new URL('../../.pamphlet/', import.meta.url)
  const fresh = new URL(`build-${process.pid}/`, workshop)
  const places = { workshop: fileURLToPath(workshop), fresh: fileURLToPath(fresh).replace(/\/$/u, '') }
  return {
    name: 'pamphlet-publish',
    hooks: {
      'astro:config:setup': async ({ command, config, updateConfig, logger }) => {
        restoreSites(places.workshop)
        if (command !== 'build') return
        published = config.outDir
        address = config.site
        if (!address) logger.warn(noAddress)
        await mkdir(fresh, { recursive: true })
        process.once('exit', () => rmSync(fresh, { recursive: true, force: true }))
        // Astro keeps notes about the texts in one place for all builds of a project (`.astro/content-modules.mjs`).
        const lock = await takeLock(`${places.workshop}build.lock`, (message) => logger.warn(message))
        process.once('exit', () => rmSync(lock, { force: true }))
        // The configuration is resolved by now and holds URLs, though the type says string.
        updateConfig({ outDir: fresh as URL & string })
      },
      'astro:build:done': async ({ dir, logger }) => {
        const site = address
        await making('the pictures', () => keepSmaller(dir))
        await making('the feed', () => writeFeed(dir, site))
        if (site) await making('the map of the site', () => dateSitemap(dir, site))
        const { pages, records } = await making('the search index', () => indexSite(dir))
        logger.info(`search index: ${count(pages, 'page')} and ${count(records, 'record')}`)
        const links = await making('the pages', async () => finishSite(dir, basePath, await filesToCome(dir)))
        logger.info(`${count(links, 'link')} made relative, all of them lead somewhere`)
        logger.info(`folder to unpack: ${await making('the folder to unpack', () => writeFolder(dir, site))} bytes`)
        logger.info(`single file: ${await making('the single file', () => writeSingleFile(dir, site))} bytes`)
        await making('the list of downloads', () => fillDownloads(dir))
        if (process.env.PAMPHLET_OFFLINE === 'off') await making('the end of the keeping', () => writeFarewell(dir))
        else {
          const { files, bytes } = await making('the copy for offline', () => writeWorker(dir))
          logger.info(`to keep for offline: ${count(files.length, 'file')}, ${bytes} bytes`)
        }
        swapSite(fileURLToPath(dir).replace(/\/$/u, ''), fileURLToPath(published).replace(/\/$/u, ''), places.workshop)
      },
    },
  }
}

const noAddress =
  'nobody has said where the site will live, so it tells search engines and other programs no addresses. Set “address:” in series.yaml, or SITE_URL and BASE_PATH.'

/** The files that pages name and that are made from the finished pages. */
async function filesToCome(site: URL): Promise<string[]> {
  const { slug }: Series = JSON.parse(await readFile(new URL('series.json', site), 'utf8'))
  return ['/sw.js', ...downloads.map(({ suffix }) => `/downloads/${slug}${suffix}`)]
}
