import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { gzipSync } from 'node:zlib'
import { keepBytes } from '../../kept-results.ts'
import type { Pack, PrecachedFile, PrecacheList } from '../../model/offline.ts'
import { groupFiles } from './group-files.ts'
import { SharedTexts } from './shared-texts.ts'

/** The folder of the packs and of their list, in the site’s root. */
export const packFolder = 'keep'

/** Packs that are written, by the paths of the files in them. */
type WrittenPacks = ReadonlyMap<string, Written>
type Written = { readonly files: readonly PrecachedFile[]; readonly pack: Pack }

/**
 * Writes the files a reader keeps into packs, `keep/<hash>.pack`: a file after the other, compressed together. A name
 * that ends in `.gz` would make some hosts and browsers unpack it on the way. See decision 56.
 *
 * @param site folder of the finished site
 * @param paths of the files, from its root
 * @param written packs that are as they were estimated
 */
export async function writePacks(site: URL, paths: readonly string[], written: WrittenPacks = new Map()): Promise<PrecacheList> {
  await mkdir(new URL(`${packFolder}/`, site), { recursive: true })
  const shared = new SharedTexts()
  const made: Written[] = []
  const { packed, single } = apart(paths)
  for (const group of groupFiles(site, packed)) made.push(written.get(group.join()) ?? (await writePack(site, group, shared)))
  return {
    shared: shared.all,
    files: [...made.flatMap(({ files }) => files), ...single.map((path) => fileOf(path, bodyOf(site, path)))],
    packs: made.map(({ pack }) => pack),
  }
}

async function writePack(site: URL, group: readonly string[], shared: SharedTexts): Promise<Written> {
  const { bodies, pack } = await packGroup(site, group, shared, 9)
  const address = `${packFolder}/${createHash('sha256').update(pack).digest('hex').slice(0, 16)}.pack`
  await writeFile(new URL(address, site), pack)
  return { files: bodies, pack: { address, bytes: pack.length, files: group.length } }
}

/**
 * How many bytes the packs will have, within a few hundredths: what pages are told before they are packed with it in them.
 * The packs in which there are no pages are written, and will be as they are.
 */
export async function estimatePacks(
  site: URL,
  paths: readonly string[],
): Promise<{ readonly bytes: number; readonly written: WrittenPacks }> {
  await mkdir(new URL(`${packFolder}/`, site), { recursive: true })
  const shared = new SharedTexts()
  const written = new Map<string, Written>()
  const { packed, single } = apart(paths)
  let bytes = 0
  for (const path of single) bytes += gzipSync(bodyOf(site, path)).length
  for (const group of groupFiles(site, packed)) {
    if (group.some((path) => path.endsWith('.html'))) bytes += (await packGroup(site, group, shared, 6)).pack.length
    else {
      const made = await writePack(site, group, shared)
      written.set(group.join(), made)
      bytes += made.pack.bytes
    }
  }
  return { bytes, written }
}

/** The only file of its kind is fetched by itself, as one of every kind is (`store-files.ts`). */
function apart(paths: readonly string[]) {
  const byKind = Map.groupBy(paths, (path) => path.slice(path.lastIndexOf('.') + 1))
  const kinds = [...byKind.values()]
  return {
    packed: kinds
      .filter(({ length }) => length > 1)
      .flat()
      .sort(),
    single: kinds.filter(({ length }) => length === 1).flat(),
  }
}

// One after the other at once: thousands of small files, of which waiting for each takes longer than reading it.
const bodyOf = (site: URL, path: string): Buffer => readFileSync(new URL(encodeURI(path), site))

function fileOf(path: string, body: Buffer): PrecachedFile {
  const hash = createHash('sha256').update(body).digest('base64').slice(0, 20)
  return { address: encodeURI(path).replace(/(?:^|(?<=\/))index\.html$/u, ''), hash, bytes: body.length }
}

async function packGroup(site: URL, group: readonly string[], shared: SharedTexts, level: number) {
  const taken = group.map((path) => {
    const body = bodyOf(site, path)
    return { path, body, ...shared.takeFrom(path, body) }
  })
  const content = Buffer.concat(taken.map(({ rest }) => rest))
  return {
    bodies: taken.map(({ path, body, places }) => ({ ...fileOf(path, body), ...(places.length > 0 && { shared: places }) })),
    pack: await keepBytes('pack', [content, String(level)], async () => gzipSync(content, { level })),
  }
}
