import { createHash, type Hash } from 'node:crypto'
import { readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { deserialize, serialize } from 'node:v8'
import { crc32 } from 'node:zlib'
import { alsoForget } from './memoize.ts'
import { writeInFolder } from './write-in-folder.ts'

/**
 * Results of expensive pure steps, kept on the disk from build to build (decision 59). Each lies in
 * `<folder>/<step>/<hash>`, where the hash covers all that it was made of: the inputs of the step, and the program. What
 * is kept is checked when it is read; what is broken is made anew. The folder can be taken away at any time.
 */
type Place = {
  readonly folder: string
  /** The same for what is made of the program alone, which all manuscripts share. */
  readonly shared: string
  /** Hash of all code by which results are made, libraries included. */
  readonly program: string
  /** Paths of what this build has made or used, with their size in bytes. */
  readonly used: Map<string, number>
  /** What there was in each folder of a step when it was first asked for: to look for thousands of files that are not there takes long. */
  readonly there: Map<string, ReadonlySet<string>>
  /** Bytes that this build has made. */
  made: number
}

// Astro loads modules twice, in graphs of their own, and bundles those of pages; all have one place.
const symbol = Symbol.for('pamphlet.kept')
const holder = globalThis as typeof globalThis & { [symbol]?: Place | undefined }

/**
 * From here on results are kept in a folder. Without this, nothing is kept, and every result is made.
 *
 * @param shared folder of the results that are the same for all manuscripts
 */
export function keepResultsIn(folder: string, program: string, shared = folder) {
  holder[symbol] = { folder, shared, program, used: new Map(), there: new Map(), made: 0 }
}

/** From here on nothing is kept. */
export function stopKeeping() {
  holder[symbol] = undefined
}

export const isKeeping = (): boolean => holder[symbol] !== undefined

/**
 * A result that is plain data as the structured clone algorithm knows them: made, or as it was kept.
 *
 * @param step name of the step
 * @param on all that the result depends on, but for the program
 */
export function keep<T>(step: string, on: readonly Input[], make: () => T): T {
  const path = pathOf(step, on)
  const found = read(path)
  if (found) return deserialize(found) as T
  const made = make()
  write(path, () => serialize(made))
  return made
}

/** The same for a result that somebody has to wait for. */
export async function keepLater<T>(step: string, on: readonly Input[], make: () => Promise<T>): Promise<T> {
  const path = pathOf(step, on)
  const found = read(path)
  if (found) return deserialize(found) as T
  const made = await make()
  write(path, () => serialize(made))
  return made
}

/** What was remembered last of something that changes; nothing where nothing was, or where it is broken. */
export function recall<T>(step: string, on: readonly Input[]): T | undefined {
  const found = read(pathOf(step, on))
  return found && (deserialize(found) as T)
}

/** Remembers plain data of something that changes: in the place of what was. */
export const remember = (step: string, on: readonly Input[], data: unknown) => write(pathOf(step, on), () => serialize(data))

/** The same for bytes. */
export const keepBytes = (step: string, on: readonly Input[], make: () => Promise<Uint8Array>) => bytesAt(pathOf(step, on), make)

/** The same for bytes that are made of the program and of nothing that a manuscript says: made once for all of them. */
export const keepSharedBytes = (step: string, on: readonly Input[], make: () => Promise<Uint8Array>) =>
  bytesAt(pathOf(step, on, holder[symbol]?.shared), make)

async function bytesAt(path: string | undefined, make: () => Promise<Uint8Array>): Promise<Uint8Array<ArrayBuffer>> {
  const found = read(path)
  if (found) return new Uint8Array(found)
  const made = await make()
  write(path, () => made)
  return new Uint8Array(made)
}

/** Stands for all that a result depends on, where others are made of it. */
export function keyOf(on: readonly Input[]): string {
  const hash = createHash('sha256')
  for (const input of on) addTo(hash, input)
  return hash.digest('base64')
}

type Input = string | Uint8Array

/** Bytes that results may take; more only where those of one build do, as they do of 1,000 parts: else each would make them anew. */
const mostBytes = 1_000_000_000

/** So many times what a build has used may be kept: after an edit it uses but a part of what it would need from nothing. */
const mostTimesUsed = 4

/**
 * Takes away what was not used for longest, until the rest has room. Another build may use what is taken away; it makes it
 * anew. What there is is looked through once enough has been added since it was: to open thousands of files after each edit
 * would take longer than the edit.
 */
export function boundKept(most = mostBytes) {
  const place = holder[symbol]
  if (!place) return
  const now = new Date()
  for (const path of place.used.keys()) ignoring(() => utimesSync(path, now, now))
  for (const folder of new Set([place.folder, place.shared])) {
    const grown = grownSince(folder) + place.made
    if (!(grown <= most / 20)) boundFolder(folder, Math.max(most, mostTimesUsed * usedIn(folder, place)))
    ignoring(() => writeFileSync(grownFile(folder), String(grown <= most / 20 ? grown : 0)))
  }
}

/** The file that says by how many bytes a folder has grown since it was looked through. */
const grownFile = (folder: string) => `${folder}.grown`

/** @returns NaN where nobody knows */
function grownSince(folder: string): number {
  try {
    return Number.parseInt(readFileSync(grownFile(folder), 'utf8'), 10)
  } catch {
    return Number.NaN
  }
}

const usedIn = (folder: string, { used }: Place): number =>
  [...used].reduce((sum, [path, size]) => (path.startsWith(join(folder, '/')) ? sum + size : sum), 0)

function boundFolder(folder: string, most: number) {
  const files = listed(folder).flatMap((path) => {
    const found = statSync(path, { throwIfNoEntry: false })
    return found ? [{ path, size: found.size, used: found.mtimeMs }] : []
  })
  let total = files.reduce((sum, { size }) => sum + size, 0)
  for (const { path, size } of files.sort((a, b) => a.used - b.used)) {
    if (total <= most) break
    ignoring(() => rmSync(path, { force: true }))
    total -= size
  }
}

function listed(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) =>
      entry.isFile() ? [join(entry.parentPath, entry.name)] : [],
    )
  } catch {
    return []
  }
}

function pathOf(step: string, on: readonly Input[], folder = holder[symbol]?.folder): string | undefined {
  const place = holder[symbol]
  if (!place || folder === undefined) return undefined
  const hash = createHash('sha256').update(place.program)
  for (const input of on) addTo(hash, input)
  return join(folder, step, hash.digest('hex').slice(0, 32))
}

/** With its kind and length, so that two inputs are never taken for two others that read the same side by side. */
function addTo(hash: Hash, input: Input) {
  if (typeof input === 'string' && input.length > longText) return void hash.update(`d${digestOfText(input)}`)
  const bytes = typeof input === 'string' ? Buffer.from(input) : input
  hash.update(`${typeof input === 'string' ? 's' : 'b'}${bytes.length}:`).update(bytes)
}

/** In code units. Of a longer text the hash is remembered, as half a dozen results are made of each. */
const longText = 2_000

const digests = new Map<string, string>()
let unitsHashed = 0

/** Code units of the texts of which the hashes are remembered, at most: some thousand parts. */
const mostUnits = 50_000_000

function digestOfText(text: string): string {
  const known = digests.get(text)
  if (known !== undefined) return known
  if (unitsHashed > mostUnits) forgetDigests()
  const made = createHash('sha256').update(text).digest('base64')
  digests.set(text, made)
  unitsHashed += text.length
  return made
}

function forgetDigests() {
  digests.clear()
  unitsHashed = 0
}
alsoForget(forgetDigests)

/** The bytes behind their own checksum; nothing where there are none, or others than were written. */
function read(path: string | undefined): Buffer | undefined {
  if (path === undefined || !mayBeThere(path)) return undefined
  let file: Buffer
  try {
    file = readFileSync(path)
  } catch {
    return undefined
  }
  const body = file.subarray(checksumLength)
  if (file.length < checksumLength || crc32(body) !== file.readUInt32LE()) {
    ignoring(() => rmSync(path, { force: true }))
    return undefined
  }
  holder[symbol]?.used.set(path, file.length)
  return body
}

/** Whether it was there when its folder was looked through, or has been written since: what another build adds meanwhile is made anew. */
function mayBeThere(path: string): boolean {
  const place = holder[symbol]
  if (!place || place.used.has(path)) return place !== undefined
  const folder = dirname(path)
  const names = place.there.get(folder) ?? new Set(namesIn(folder))
  place.there.set(folder, names)
  return names.has(basename(path))
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

let written = 0

/** Under a name of its own first, so that it is never half there. A disk that is full or can only be read keeps nothing. */
function write(path: string | undefined, bodyOf: () => Uint8Array) {
  if (path === undefined) return
  const unfinished = `${path}.${process.pid}-${written++}`
  ignoring(
    () => {
      const body = bodyOf()
      writeInFolder(unfinished, Buffer.concat([checksumOf(body), body]))
      if (holder[symbol]) holder[symbol].made += body.length
      renameSync(unfinished, path)
      holder[symbol]?.used.set(path, checksumLength + body.length)
    },
    () => rmSync(unfinished, { force: true }),
  )
}

/** Against what disks do to files. Whoever writes here has the program as well: a hash would keep nobody out. */
function checksumOf(bytes: Uint8Array): Buffer {
  const checksum = Buffer.alloc(checksumLength)
  checksum.writeUInt32LE(crc32(bytes))
  return checksum
}

/** In bytes. */
const checksumLength = 4

function ignoring(work: () => void, otherwise: () => void = () => {}) {
  try {
    work()
  } catch {
    try {
      otherwise()
    } catch {
      // What is kept only saves time.
    }
  }
}
