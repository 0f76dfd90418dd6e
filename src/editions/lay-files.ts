import { linkSync, mkdirSync, readFileSync, statSync } from 'node:fs'
import { recall, remember } from '../kept-results.ts'
import { writeInFolder } from '../write-in-folder.ts'
import { digestOf, fileAt, filesIn, letGo } from './site-files.ts'

/** A file as it lay on the disk when its content was known: when it was written (in nanoseconds), and its number on the disk. */
type LaidFile = { readonly digest: string; readonly size: number; readonly time: bigint; readonly number: bigint }

/** The files of a site that was laid, by their paths from its root. */
type Laid = ReadonlyMap<string, LaidFile>

/**
 * Puts what is held on the disk. A file that the last site had as well, under whatever name, gets that as another name of its own (a
 * hard link), which costs a fraction of writing it and of taking the last one away; its time stays, by which programs that copy sites
 * know what to copy.
 *
 * What is laid is remembered by where it will be: of the last site only those files are read of which that tells nothing. See decision 142.
 *
 * @param last folder of the last site, in whose place this one is put, and which nobody writes into meanwhile
 */
export function layFiles(site: URL, last?: URL) {
  const known = last && new LastSite(last)
  const laid = new Map<string, LaidFile>()
  for (const { file, content, digest } of letGo(site)) {
    // Each once: of two files of a site none is the other.
    const same = known?.take(digest, () => Buffer.byteLength(content))
    const isLinked = same !== undefined && link(same.file, file)
    if (!isLinked) writeInFolder(file, content)
    if (last) laid.set(file.href.slice(site.href.length), isLinked ? same.as : { digest, ...stateOf(file) })
  }
  if (last) remember('laid', [last.href], withoutFresh(laid))
}

/**
 * Clocks of disks tick some hundred times a second: who changes a file in the tick in which it was written gives it the same time. What
 * was written that late is read the next time.
 */
function withoutFresh(laid: Laid): Laid {
  const latest = BigInt(Date.now() - longestTick) * 1_000_000n
  return new Map([...laid].filter(([, { time }]) => time < latest))
}

/** In milliseconds, with room to spare. */
const longestTick = 50

/** A file of the last site, and as what it is remembered. */
type Same = { readonly file: URL; readonly as: LaidFile }

/** The files of the last site by what is in them. */
class LastSite {
  readonly #known = new Map<string, Same[]>()
  /** Files of which nothing is known yet, by their sizes: read once one of that size is looked for. */
  readonly #unknown = new Map<number, { readonly file: URL; readonly state: Omit<LaidFile, 'digest'> }[]>()

  constructor(folder: URL) {
    if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return
    const laid = recall<Laid>('laid', [folder.href]) ?? (new Map() satisfies Laid)
    for (const path of filesIn(folder)) {
      const file = fileAt(folder, path)
      const state = stateOf(file)
      const as = laid.get(file.href.slice(folder.href.length))
      if (as && isAsLaid(state, as)) this.#add({ file, as })
      else this.#unknown.set(state.size, [...(this.#unknown.get(state.size) ?? []), { file, state }])
    }
  }

  /** A file with this content, which is not given again. */
  take(digest: string, sizeOf: () => number): Same | undefined {
    const found = this.#known.get(digest)?.pop()
    if (found || this.#unknown.size === 0) return found
    const size = sizeOf()
    for (const { file, state } of this.#unknown.get(size) ?? []) this.#add({ file, as: { digest: digestOf(readFileSync(file)), ...state } })
    this.#unknown.delete(size)
    return this.#known.get(digest)?.pop()
  }

  #add(one: Same) {
    const same = this.#known.get(one.as.digest)
    if (same) same.push(one)
    else this.#known.set(one.as.digest, [one])
  }
}

/** Whoever writes into a file gives it another time, whoever puts another in its place gives it another number. */
const isAsLaid = ({ size, time, number }: Omit<LaidFile, 'digest'>, as: LaidFile) =>
  size === as.size && time === as.time && number === as.number && time % aSecond !== 0n

/** A disk that counts whole seconds does not tell a file that was changed in the second in which it was laid. */
const aSecond = 1_000_000_000n

function stateOf(file: URL): Omit<LaidFile, 'digest'> {
  const { size, mtimeNs, ino } = statSync(file, { bigint: true })
  return { size: Number(size), time: mtimeNs, number: ino }
}

/** @returns whether it could be done: some disks know no links, and none lead from one to another */
function link(from: URL, to: URL): boolean {
  try {
    linkSync(from, to)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') return false
  }
  try {
    mkdirSync(new URL('.', to), { recursive: true })
    linkSync(from, to)
    return true
  } catch {
    return false
  }
}
