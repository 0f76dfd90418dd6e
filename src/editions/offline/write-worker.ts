import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { megabytes } from '../../locales/units.ts'
import { type Words, wordsOf } from '../../locales/words.ts'
import type { PrecachedFile, PrecacheManifest } from '../../model/offline.ts'
import type { Series } from '../../model/series.ts'
import { bundleClassic } from '../classic-scripts.ts'
import { readSeries } from '../read-series.ts'
import { filesIn, isForReading } from '../site-files.ts'

/**
 * Writes `sw.js`, the service worker with the list of all files a reader needs and their hashes, and tells the pages
 * how much there is to fetch. The last step of a build: any change to a file after it makes the site impossible to precache.
 *
 * @param site folder of the finished site, with its `series.json`
 */
export async function writeWorker(site: URL): Promise<PrecacheManifest> {
  const paths = (await filesIn(site)).filter((path) => isForReading(path) && !isEmbedded(path))
  const series = await readSeries(site)
  const words = wordsOf(series)
  await tellSize(site, paths, words)
  const manifest = await listFiles(site, paths, series, words)
  const code = await bundle(
    new URL('../../reader/offline/offline-worker.ts', import.meta.url),
    `const precacheManifest = ${JSON.stringify(manifest)};`,
  )
  await writeFile(new URL('sw.js', site), code)
  return manifest
}

/** The index of the search once more, for pages that cannot fetch. */
const isEmbedded = (path: string) => /^pagefind\/[^/]+\/embedded\//u.test(path)

/** Writes the kill switch: a `sw.js` that removes the site from the devices of all readers who come back. See decision 16. */
export async function writeKillSwitch(site: URL): Promise<void> {
  await writeFile(new URL('sw.js', site), await bundle(new URL('../../reader/offline/kill-switch-worker.ts', import.meta.url), ''))
}

/** What is sent over the network, compressed as hosts do, in tenths of a megabyte. @throws where no page would say it */
async function tellSize(site: URL, paths: readonly string[], words: Words) {
  const sizes = await Promise.all(paths.map(async (path) => gzipSync(await readFile(new URL(encodeURI(path), site))).length))
  const size = words.number(Math.ceil(sizes.reduce((sum, bytes) => sum + bytes, 0) / 1e5) / 10, megabytes)
  let told = 0
  for (const path of paths.filter((candidate) => candidate.endsWith('.html'))) {
    const file = new URL(encodeURI(path), site)
    const html = await readFile(file, 'utf8')
    if (!html.includes(unsaid)) continue
    await writeFile(file, html.replaceAll(unsaid, unsaid.replace('><', `>${size}<`)))
    told++
  }
  if (told === 0) throw new Error(`No page has ${unsaid}, where readers are told how much there is to keep.`)
}

/** As a page has it whose size nobody knew. */
const unsaid = '<span data-offline-size></span>'

async function listFiles(
  site: URL,
  paths: readonly string[],
  { title, language, edition }: Series,
  words: Words,
): Promise<PrecacheManifest> {
  const files = await Promise.all(
    paths.map(async (path): Promise<PrecachedFile> => {
      const body = await readFile(new URL(encodeURI(path), site))
      return {
        address: encodeURI(path).replace(/(?:^|(?<=\/))index\.html$/u, ''),
        hash: createHash('sha256').update(body).digest('base64'),
        bytes: body.length,
      }
    }),
  )
  const version = createHash('sha256').update(JSON.stringify(files)).digest('hex').slice(0, 16)
  return {
    version,
    edition,
    title,
    language,
    direction: words.direction,
    fallback: { title: words.say('fallback.title'), explained: words.say('fallback.explained') },
    bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
    files,
  }
}

const bundle = (entry: URL, before: string) => bundleClassic({ entryPoints: [fileURLToPath(entry)], banner: { js: before } })
