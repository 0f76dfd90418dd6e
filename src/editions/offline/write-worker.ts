import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { megabytes } from '../../locales/units.ts'
import { type Words, wordsOf } from '../../locales/words.ts'
import type { PrecacheList, PrecacheManifest, PublishedList } from '../../model/offline.ts'
import { areKept, formatOfRecording } from '../../model/recordings.ts'
import type { Edition, Series } from '../../model/series.ts'
import { bundleClassic } from '../classic-scripts.ts'
import { knownPieces, piecesOf, placeOfSize, withPlaceOfSize, writeInPieces } from '../page-pieces.ts'
import { readSeries } from '../read-series.ts'
import { fileAt, filesIn, isForReading, readText, sizeOf, writeInto } from '../site-files.ts'
import { listPacks, makePacks, type Packed, packFolder } from './make-packs.ts'

/**
 * Writes `sw.js`, the service worker, with the packs in which it fetches all files a reader needs and the list of their
 * hashes, and tells the pages how much there is to fetch. The last step of a build: any change to a file after it makes
 * the site impossible to precache.
 *
 * @param site folder of the finished site, with its `series.json`
 * @returns how many files are kept, in how many packs and bytes
 */
export async function writeWorker(site: URL): Promise<{ files: number; packs: number; bytes: number }> {
  const paths = pathsToKeep(site)
  const series = readSeries(site)
  const held = holdPlaces(site, paths)
  const packed = await makePacks(site, paths, series.edition)
  const bytes = Math.ceil(packed.bytes / 1e5) * 1e5
  const size = wordsOf(series).number(bytes / 1e6, megabytes)
  tellSize(site, held, series.edition, size)
  return writePacked(site, bytes, packed, (text) => (text === placeOfSize ? size : text))
}

/**
 * Packs a site whose pages say how much there is to fetch, and writes the worker that keeps it.
 *
 * @param bytes that readers are told are fetched
 */
export async function packSite(site: URL, bytes: number) {
  return writePacked(site, bytes, await makePacks(site, pathsToKeep(site), readSeries(site).edition), (text) => text)
}

async function writePacked(site: URL, bytes: number, packed: Packed, said: (text: string) => string) {
  const series = readSeries(site)
  const list = listPacks(site, packed, said)
  for (const { address, content } of packed.packs) writeInto(new URL(address, site), content)
  const manifest = manifestOf(list, writeList(site, list), bytes, series, wordsOf(series))
  const code = await bundle(
    new URL('../../reader/offline/offline-worker.ts', import.meta.url),
    `const precacheManifest = ${JSON.stringify(manifest)};`,
  )
  writeInto(new URL('sw.js', site), code)
  return { files: list.files.length, packs: list.packs.length, bytes: list.packs.reduce((sum, pack) => sum + pack.bytes, 0) }
}

function pathsToKeep(site: URL): string[] {
  const paths = filesIn(site).filter((path) => isForReading(path) && !isEmbedded(path))
  const recordings = new Set(paths.filter((path) => formatOfRecording(path) !== undefined))
  const sizes = [...recordings].map((path) => sizeOf(fileAt(site, path)))
  return areKept(sizes) ? paths : paths.filter((path) => !recordings.has(path))
}

/** The index of the search once more, for pages that cannot fetch. */
const isEmbedded = (path: string) => /^pagefind\/[^/]+\/embedded\//u.test(path)

/** Writes the kill switch: a `sw.js` that removes the site from the devices of all readers who come back. See decision 16. */
export async function writeKillSwitch(site: URL): Promise<void> {
  writeInto(new URL('sw.js', site), await bundle(new URL('../../reader/offline/kill-switch-worker.ts', import.meta.url), ''))
}

/** Holds a place for the size in all pages that say it. @returns their paths @throws where no page would */
function holdPlaces(site: URL, paths: readonly string[]): string[] {
  const held = paths.filter((path) => path.endsWith('.html') && holdPlace(fileAt(site, path)))
  if (held.length === 0) throw new Error('No page has <span data-offline-size></span>, where readers are told how much there is to keep.')
  return held
}

/** @returns whether the page says the size */
function holdPlace(file: URL): boolean {
  const known = knownPieces(file)
  if (known) return known.found.some(({ text }) => text === placeOfSize)
  const html = readText(file)
  const holding = withPlaceOfSize(html)
  if (holding !== html) writeInto(file, holding)
  return holding !== html
}

/** Says the size where a place was held for it. */
function tellSize(site: URL, held: readonly string[], { hash, shortHash }: Edition, size: string) {
  for (const path of held) {
    const file = fileAt(site, path)
    writeInPieces(file, piecesOf(file, path, [hash, shortHash]), { hash, shortHash }, size)
  }
}

function writeList(site: URL, list: PrecacheList): PublishedList {
  const json = Buffer.from(JSON.stringify(list))
  const digest = createHash('sha256').update(json).digest()
  const address = `${packFolder}/${digest.toString('hex').slice(0, 16)}.list`
  writeInto(new URL(address, site), gzipSync(json, { level: 9 }))
  return { address, hash: digest.toString('base64') }
}

function manifestOf(
  { files }: PrecacheList,
  list: PublishedList,
  bytes: number,
  { title, language, edition }: Series,
  words: Words,
): PrecacheManifest {
  const addresses = files.map(({ address }) => address)
  return {
    version: createHash('sha256').update(JSON.stringify(files)).digest('hex').slice(0, 16),
    edition,
    title,
    language,
    direction: words.direction,
    fallback: { title: words.say('fallback.title'), explained: words.say('fallback.explained') },
    bytes,
    list,
    folders: [...new Set(addresses.flatMap((address) => /^([^/]+)\//u.exec(address)?.[1] ?? []))],
    styles: addresses.filter((address) => /^_astro\/.*\.css$/u.test(address)),
  }
}

const bundle = (entry: URL, before: string) => bundleClassic({ entryPoints: [fileURLToPath(entry)], banner: { js: before } })
