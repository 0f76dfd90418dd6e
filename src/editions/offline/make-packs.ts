import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gzip, gzipSync } from 'node:zlib'
import { keepBytes } from '../../kept-results.ts'
import type { PrecachedFile, PrecacheList } from '../../model/offline.ts'
import type { Edition } from '../../model/series.ts'
import { inGroups } from '../../model/sizes.ts'
import { type FoundText, piecesOf, placeOfSize, sayingOf } from '../page-pieces.ts'
import { digestOfFile, fileAt, readBytes } from '../site-files.ts'
import { groupFiles } from './group-files.ts'
import { SharedTexts } from './shared-texts.ts'

/** The folder of the packs and of their list, in the site’s root. */
export const packFolder = 'keep'

/**
 * Makes the packs of the files a reader keeps: a file after the other, compressed together. See decision 56. What every edition says
 * anew, and what is only known once they are packed, stands in none of them (`inPieces`): after an edit most are as they were.
 *
 * @param site folder of the finished site
 * @param paths of the files, from its root
 * @param edition that the site says of itself
 */
export async function makePacks(site: URL, paths: readonly string[], edition: Edition): Promise<Packed> {
  const shared = new SharedTexts()
  const { packed, single } = apart(paths)
  const lookAt = (path: string) => look(site, path, edition, shared)
  const groups = groupFiles(packed.map(lookAt))
  const packs: Packed['packs'][number][] = []
  for (const some of inGroups(groups, atOnce)) {
    const contents = some.map(async (group) => ({ files: group, content: await packOf(site, group, edition) }))
    for (const pack of await Promise.all(contents)) {
      const address = `${packFolder}/${createHash('sha256').update(pack.content).digest('hex').slice(0, 16)}.pack`
      packs.push({ ...pack, address })
    }
  }
  const alone = single.map(lookAt)
  const fetched = [...packs.map(({ content }) => content), ...alone.map(({ path }) => gzipSync(readBytes(fileAt(site, path))))]
  return { packs, alone, shared, bytes: fetched.reduce((sum, { length }) => sum + length, 0) }
}

/** Packs that are compressed side by side. */
const atOnce = 4

const compress = promisify(gzip)

export type Packed = {
  readonly packs: readonly { readonly address: string; readonly content: Uint8Array; readonly files: readonly Looked[] }[]
  /** Files that are fetched each by itself. */
  readonly alone: readonly Looked[]
  readonly shared: SharedTexts
  /** What is fetched for all of it. */
  readonly bytes: number
}

/** What is known of a file of a pack. */
type Looked = {
  readonly path: string
  readonly bytes: number
  /** What stands in others too, and the hash of the rest. */
  readonly found: readonly FoundText[]
  readonly rest: string
}

function look(site: URL, path: string, edition: Edition, shared: SharedTexts): Looked {
  const { rest, digest, found } = piecesAt(site, path, edition)
  const say = sayingOf(edition, placeOfSize)
  const now = found.map(({ after, text }) => ({ after, text: shared.once(say(text)) }))
  return { path, bytes: now.reduce((sum, { text }) => sum + lengthOf(text), rest.length), found: now, rest: digest }
}

const piecesAt = (site: URL, path: string, { hash, shortHash }: Edition) => piecesOf(fileAt(site, path), path, [hash, shortHash])

/** The files one after the other, without what they share, compressed together. */
async function packOf(site: URL, group: readonly Looked[], edition: Edition): Promise<Uint8Array> {
  const content = () => Buffer.concat(group.map(({ path }) => piecesAt(site, path, edition).rest))
  const rests = group.map(({ rest }) => rest)
  return keepBytes('pack', rests, () => compress(content(), { level: 9 }))
}

/**
 * The list of what was packed, as the files are now.
 *
 * @param said what stands now where a text was that files share
 */
export function listPacks(site: URL, { packs, alone, shared }: Packed, said: (text: string) => string): PrecacheList {
  const listed = ({ path, bytes, found }: Looked): PrecachedFile => {
    const now = found.map(({ after, text }) => ({ after, text: said(text) }))
    const places = shared.number(now)
    return {
      address: encodeURI(path).replace(/(?:^|(?<=\/))index\.html$/u, ''),
      hash: digestOfFile(fileAt(site, path)).slice(0, 20),
      bytes: bytes + now.reduce((sum, { text }, i) => sum + (text === found[i]?.text ? 0 : lengthOf(text) - lengthOf(found[i]?.text)), 0),
      ...(places.length > 0 && { shared: places }),
    }
  }
  return {
    files: [...packs.flatMap(({ files }) => files), ...alone].map(listed),
    shared: shared.all,
    packs: packs.map(({ address, content, files }) => ({ address, bytes: content.length, files: files.length })),
  }
}

const lengthOf = (text = '') => Buffer.byteLength(text)

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
