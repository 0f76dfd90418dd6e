import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { keepBytes } from '../../kept-results.ts'
import type { Pack, PrecachedFile, PrecacheList } from '../../model/offline.ts'
import type { Edition } from '../../model/series.ts'
import { fileAt, readBytes } from '../site-files.ts'
import { groupFiles } from './group-files.ts'
import { SharedTexts } from './shared-texts.ts'

/** The folder of the packs and of their list, in the site’s root. */
export const packFolder = 'keep'

/**
 * Makes the packs of the files a reader keeps: a file after the other, compressed together. See decision 56. What every edition says
 * anew, and what is only known once they are packed, stands in none of them (`SharedTexts`): packed again, most are as they were.
 *
 * @param site folder of the finished site
 * @param paths of the files, from its root
 * @param edition that the site says of itself
 * @param made takes the packs, by what is in them, and gives them again
 */
export async function makePacks(site: URL, paths: readonly string[], { hash, shortHash }: Edition, made: MadePacks): Promise<Packed> {
  const shared = new SharedTexts([hash, shortHash])
  const files: PrecachedFile[] = []
  const packs: Packed['packs'][number][] = []
  const { packed, single } = apart(paths)
  for (const group of groupFiles(site, packed)) {
    const { bodies, pack } = await packGroup(site, group, shared, made)
    files.push(...bodies)
    const address = `${packFolder}/${createHash('sha256').update(pack).digest('hex').slice(0, 16)}.pack`
    packs.push({ content: pack, listed: { address, bytes: pack.length, files: group.length } })
  }
  const alone = single.map((path) => ({ path, body: bodyOf(site, path) }))
  return {
    list: {
      shared: shared.all,
      files: [...files, ...alone.map(({ path, body }) => fileOf(path, body))],
      packs: packs.map(({ listed }) => listed),
    },
    packs,
    bytes: [...packs.map(({ content }) => content), ...alone.map(({ body }) => gzipSync(body))].reduce(
      (sum, { length }) => sum + length,
      0,
    ),
  }
}

export type Packed = {
  readonly list: PrecacheList
  readonly packs: readonly { readonly content: Uint8Array; readonly listed: Pack }[]
  /** What is fetched for all of it. */
  readonly bytes: number
}

/** Packs by the hash of what is in them. */
export type MadePacks = Map<string, Uint8Array>

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

const bodyOf = (site: URL, path: string): Buffer => readBytes(fileAt(site, path))

function fileOf(path: string, body: Buffer): PrecachedFile {
  const hash = createHash('sha256').update(body).digest('base64').slice(0, 20)
  return { address: encodeURI(path).replace(/(?:^|(?<=\/))index\.html$/u, ''), hash, bytes: body.length }
}

async function packGroup(site: URL, group: readonly string[], shared: SharedTexts, made: MadePacks) {
  const taken = group.map((path) => {
    const body = bodyOf(site, path)
    return { path, body, ...shared.takeFrom(path, body) }
  })
  const content = Buffer.concat(taken.map(({ rest }) => rest))
  const digest = createHash('sha256').update(content).digest('hex')
  const pack = made.get(digest) ?? (await keepBytes('pack', [digest], async () => gzipSync(content, { level: 9 })))
  made.set(digest, pack)
  return { bodies: taken.map(({ path, body, places }) => ({ ...fileOf(path, body), ...(places.length > 0 && { shared: places }) })), pack }
}
