import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import { downloads } from '../model/downloads.ts'
import type { Series } from '../model/series.ts'
import { fillDownloads } from './downloads/fill-downloads.ts'
import { dateSitemap } from './feed/date-sitemap.ts'
import { writeFeed } from './feed/write-feed.ts'
import { writeFolder } from './offline/write-folder.ts'
import { writeFarewell, writeWorker } from './offline/write-worker.ts'
import { indexSite } from './search/index-site.ts'
import { writeSingleFile } from './single-file/write-single-file.ts'
import { finishSite } from './web/finish-site.ts'

/**
 * Astro integration: builds into a fresh folder, makes every edition from the finished pages, and only then puts the
 * folder where the last site was. A build that fails leaves the last site as it is.
 */
export const publish = (): AstroIntegration => {
  let published: URL
  let address: string
  const workshop = new URL('../../.pamphlet/', import.meta.url)
  const fresh = new URL(`build-${process.pid}/`, workshop)
  return {
    name: 'pamphlet-publish',
    hooks: {
      'astro:config:setup': async ({ command, config, updateConfig }) => {
        if (command !== 'build') return
        published = config.outDir
        address = config.site ?? 'http://localhost/'
        await clearAbandoned(workshop)
        await mkdir(fresh, { recursive: true })
        // The configuration is resolved by now and holds URLs, though the type says string.
        updateConfig({ outDir: fresh as URL & string })
      },
      'astro:build:done': async ({ dir, logger }) => {
        await writeFeed(dir, address)
        await dateSitemap(dir, address)
        const { pages, records } = await indexSite(dir)
        logger.info(`search index: ${pages} pages and ${records} records`)
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
        await replaceFolder(published, dir, new URL(`last-${process.pid}/`, workshop))
      },
    },
  }
}

/** The files that pages name and that are made from the finished pages. */
async function filesToCome(site: URL): Promise<string[]> {
  const { slug }: Series = JSON.parse(await readFile(new URL('series.json', site), 'utf8'))
  return ['/sw.js', ...downloads.map(({ suffix }) => `/downloads/${slug}${suffix}`)]
}

/** Removes the folders of builds that were broken off: those named by a process that no longer runs. */
async function clearAbandoned(workshop: URL) {
  const names = await readdir(workshop).catch(() => [])
  const abandoned = names.filter((name) => !isRunning(Number(/-(\d+)$/u.exec(name)?.[1])))
  await Promise.all(abandoned.map((name) => rm(new URL(name, workshop), { recursive: true, force: true })))
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Puts `fresh` where `published` is, in two renames; between them there is no site for an instant, but never half of one. */
async function replaceFolder(published: URL, fresh: URL, aside: URL) {
  const [to, from, old] = [published, fresh, aside].map((url) => fileURLToPath(url).replace(/\/$/u, ''))
  await mkdir(dirname(to as string), { recursive: true })
  await rename(to as string, old as string).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error
  })
  await rename(from as string, to as string)
  await rm(old as string, { recursive: true, force: true })
}
