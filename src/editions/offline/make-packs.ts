import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gzip, gzipSync } from 'node:zlib'
import { keepBytes } from '../../kept-results.ts'
import type { Pack, PrecachedFile, PrecacheList } from '../../model/offline.ts'
import type { Edition } from '../../model/series.ts'
import { inGroups } from '../../model/sizes.ts'
import { digestOf, digestOfFile, fileAt, readAsHeld, readBytes } from '../site-files.ts'
import { groupFiles } from './group-files.ts'
import { type FoundText, SharedTexts } from './shared-texts.ts'

/** The folder of the packs and of their list, in the site’s root. */
export const packFolder = 'keep'

/**
 * Makes the packs of the files a reader keeps: a file after the other, compressed together. See decision 56. What every edition says
 * anew, and what is only known once they are packed, stands in none of them (`SharedTexts`): packed again, most are as they were.
 *
 * @param site folder of the finished site
 * @param paths of the files, from its root
 * @param edition that the site says of itself
 * @param made takes what is known of files and the packs, and gives it again
 */
export async function makePacks(
  site: URL,
  paths: readonly string[],
  { hash, shortHash }: Edition,
  made = new MadePacks(),
): Promise<Packed> {
  const shared = new SharedTexts([hash, shortHash])
  const files: PrecachedFile[] = []
  const packs: Packed['packs'][number][] = []
  const { packed, single } = apart(paths)
  const groups = groupFiles(packed.map((path) => made.look(site, path, shared)))
  for (const some of inGroups(groups, atOnce)) {
    const contents = some.map(async (group) => ({ group, content: await made.packOf(site, group, shared) }))
    for (const { group, content } of await Promise.all(contents)) {
      for (const file of group) {
        const places = shared.number(file.found)
        files.push({ ...listed(file), ...(places.length > 0 && { shared: places }) })
      }
      const address = `${packFolder}/${createHash('sha256').update(content).digest('hex').slice(0, 16)}.pack`
      packs.push({ content, listed: { address, bytes: content.length, files: group.length } })
    }
  }
  const alone = single.map((path) => made.look(site, path, shared))
  return {
    list: {
      shared: shared.all,
      files: [...files, ...alone.map(listed)],
      packs: packs.map(({ listed }) => listed),
    },
    packs,
    bytes: [...packs.map(({ content }) => content), ...alone.map(({ path }) => gzipSync(readBytes(fileAt(site, path))))].reduce(
      (sum, { length }) => sum + length,
      0,
    ),
  }
}

/** Packs that are compressed side by side. */
const atOnce = 4

const compress = promisify(gzip)

export type Packed = {
  readonly list: PrecacheList
  readonly packs: readonly { readonly content: Uint8Array; readonly listed: Pack }[]
  /** What is fetched for all of it. */
  readonly bytes: number
}

/** What is known of a file besides what is in it. */
type Looked = {
  readonly path: string
  readonly digest: string
  readonly bytes: number
  /** What stands in others too, and the hash of the rest. */
  readonly found: readonly FoundText[]
  readonly rest: string
}

/** What is known of the files of a site, and the packs of them, while it is packed more than once: most is the same then. */
export class MadePacks {
  readonly #looked = new Map<string, Looked>()
  readonly #packs = new Map<string, Uint8Array>()

  look(site: URL, path: string, shared: SharedTexts): Looked {
    const file = fileAt(site, path)
    const last = this.#looked.get(path)
    if (last && last.digest === digestOfFile(file)) return last
    const content = readAsHeld(file)
    const digest = digestOfFile(file, content)
    const { rest, found } = shared.takeFrom(path, content)
    const looked = { path, digest, bytes: Buffer.byteLength(content), found, rest: found.length === 0 ? digest : digestOf(...rest) }
    this.#looked.set(path, looked)
    return looked
  }

  /** The files one after the other, without what they share, compressed together. */
  async packOf(site: URL, group: readonly Looked[], shared: SharedTexts): Promise<Uint8Array> {
    const rests = group.map(({ rest }) => rest)
    const key = rests.join(' ')
    const restOf = ({ path }: Looked) => shared.takeFrom(path, readAsHeld(fileAt(site, path))).rest
    const content = () => Buffer.concat(group.flatMap(restOf).map((piece) => (typeof piece === 'string' ? Buffer.from(piece) : piece)))
    const pack = this.#packs.get(key) ?? (await keepBytes('pack', rests, () => compress(content(), { level: 9 })))
    this.#packs.set(key, pack)
    return pack
  }
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

const listed = ({ path, digest, bytes }: Looked): PrecachedFile => ({
  address: encodeURI(path).replace(/(?:^|(?<=\/))index\.html$/u, ''),
  hash: digest.slice(0, 20),
  bytes,
})
