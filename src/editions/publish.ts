import { rmSync } from 'node:fs'
import { mkdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import { downloads } from '../model/downloads.ts'
import type { Series } from '../model/series.ts'
import { takeLock } from './build-lock.ts'
import { fillDownloads } from './downloads/fill-downloads.ts'
import { dateSitemap } from './feed/date-sitemap.ts'
import { writeFeed } from './feed/write-feed.ts'
import { writeFolder } from './offline/write-folder.ts'
import { writeFarewell, writeWorker } from './offline/write-worker.ts'
import { finishCards } from './preview-cards.ts'
import { indexSite } from './search/index-site.ts'
import { writeSingleFile } from './single-file/write-single-file.ts'
import { restoreSites, swapSite } from './swap-site.ts'
import { finishSite } from './web/finish-site.ts'
import { keepSmaller } from './web/keep-smaller.ts'

/**
 * Astro integration: builds into a fresh folder, makes every edition from the finished pages, and only then puts the
 * folder where the last site was. A build that fails or is killed leaves the last site as it is; a second build
 * waits for the first.
 */
export const publish = (): AstroIntegration => {
  let published: URL
  let address: string
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
        address = config.site ?? 'http://localhost/'
        await mkdir(fresh, { recursive: true })
        process.once('exit', () => rmSync(fresh, { recursive: true, force: true }))
        // Astro keeps notes about the texts in one place for all builds of a project (`.astro/content-modules.mjs`).
        const lock = await takeLock(`${places.workshop}build.lock`, (message) => logger.warn(message))
        process.once('exit', () => rmSync(lock, { force: true }))
        // The configuration is resolved by now and holds URLs, though the type says string.
        updateConfig({ outDir: fresh as URL & string })
      },
      'astro:build:done': async ({ dir, logger }) => {
        await keepSmaller(dir)
        await writeFeed(dir, address)
        await dateSitemap(dir, address)
        const { pages, records } = await indexSite(dir)
        logger.info(`search index: ${pages} pages and ${records} records`)
        await finishCards(dir)
        const links = await finishSite(dir, process.env.BASE_PATH ?? '/', await filesToCome(dir))
        logger.info(`${links} links made relative, all of them lead somewhere`)
        logger.info(`folder to unpack: ${await writeFolder(dir, address)} bytes`)
        logger.info(`single file: ${await writeSingleFile(dir, address)} bytes`)
        await fillDownloads(dir)
        if (process.env.PAMPHLET_OFFLINE === 'off') await writeFarewell(dir)
        else {
          const { files, bytes } = await writeWorker(dir)
          logger.info(`to keep for offline: ${files.length} files, ${bytes} bytes`)
        }
        swapSite(fileURLToPath(dir).replace(/\/$/u, ''), fileURLToPath(published).replace(/\/$/u, ''), places.workshop)
      },
    },
  }
}

/** The files that pages name and that are made from the finished pages. */
async function filesToCome(site: URL): Promise<string[]> {
  const { slug }: Series = JSON.parse(await readFile(new URL('series.json', site), 'utf8'))
  return ['/sw.js', ...downloads.map(({ suffix }) => `/downloads/${slug}${suffix}`)]
}
