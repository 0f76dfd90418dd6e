import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { writeInFolder } from '../write-in-folder.ts'

/**
 * The files of a site that is being built. A page is read and written by half a dozen steps; while the site is held, all that is
 * written stays in memory, and `layFiles` puts it on the disk once. A file of a site that nobody holds is read from the disk
 * and written to it. See decision 138.
 */
type Held = {
  /** Address of the folder, with a slash at its end. */
  readonly root: string
  /** What was written, or read as text, by its address; nothing where a file of the disk was taken away. */
  readonly files: Map<string, Content | undefined>
  /** Addresses of what was written. */
  readonly written: Set<string>
  /** What is known of files without reading them. */
  readonly facts: Map<string, object>
  /** Their hashes, of those that were asked for. */
  readonly digests: Map<string, string>
}

type Content = string | Uint8Array | (() => string | Uint8Array)

let held: Held | undefined

/** From here on what is written into a site stays in memory. Of two sites only the latter is held: lay the first before. */
export function holdFiles(site: URL) {
  if (held?.root !== site.href) held = { root: site.href, files: new Map(), written: new Set(), facts: new Map(), digests: new Map() }
}

const holderOf = ({ href }: URL): Held | undefined => (held && href.startsWith(held.root) ? held : undefined)

/** The address of a file of a site. @param path from its root: `part-1/index.html` */
export const fileAt = (site: URL, path: string): URL => new URL(encodeURI(path), site)

/** @throws as `node:fs` does where there is none */
export function readBytes(file: URL): Buffer {
  const found = readAsHeld(file)
  return typeof found === 'string' ? Buffer.from(found) : found
}

/** Reads a file without making text into bytes: pages are texts while the site is held. @throws as `node:fs` does where there is none */
export function readAsHeld(file: URL): string | Buffer {
  const found = contentOf(file)
  if (typeof found === 'string') return found
  return found ? Buffer.from(found.buffer, found.byteOffset, found.byteLength) : readFileSync(file)
}

/** @throws as `node:fs` does where there is none */
export function readText(file: URL): string {
  const found = contentOf(file)
  if (typeof found === 'string') return found
  // Most is read again.
  if (found) return textIn(found)
  const text = readFileSync(file, 'utf8')
  holderOf(file)?.files.set(file.href, text)
  return text
}

/** Reads a file as it is now, when it is called for. */
export function readLater(file: URL): () => string {
  const found = holderOf(file)?.files.get(file.href)
  if (typeof found === 'string') return () => found
  if (typeof found === 'function') return () => textIn(found())
  const text = readText(file)
  return () => text
}

function textIn(content: string | Uint8Array): string {
  return typeof content === 'string' ? content : decoded(content)
}

function decoded(bytes: Uint8Array): string {
  const text = texts.get(bytes) ?? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString()
  texts.set(bytes, text)
  return text
}

const texts = new WeakMap<Uint8Array, string>()

/** @throws where the file was taken away */
function contentOf(file: URL): string | Uint8Array | undefined {
  const holder = holderOf(file)
  const found = holder?.files.get(file.href)
  if (found === undefined && holder?.files.has(file.href)) throw new Error(`${fileURLToPath(file)} was taken out of the site.`)
  if (typeof found !== 'function') return found
  const made = found()
  holder?.files.set(file.href, made)
  return made
}

/** Writes a file, and the folders it lies in. @param content itself, or how it is made where somebody reads it */
export function writeInto(file: URL, content: Content) {
  const holder = holderOf(file)
  if (!holder) return writeInFolder(file, typeof content === 'function' ? content() : content)
  holder.files.set(file.href, content)
  holder.written.add(file.href)
  holder.facts.delete(file.href)
  holder.digests.delete(file.href)
}

/** What a step has found out about a file, for those after it: nothing once it is written anew, or where nobody holds it. */
export const factsOf = <T extends object>(file: URL): T | undefined => holderOf(file)?.facts.get(file.href) as T | undefined

export function setFacts(file: URL, facts: object) {
  holderOf(file)?.facts.set(file.href, facts)
}

/** Takes a file away, if it is there. */
export function removeFile(file: URL) {
  const holder = holderOf(file)
  holder?.files.set(file.href, undefined)
  holder?.written.delete(file.href)
  holder?.digests.delete(file.href)
  rmSync(file, { force: true })
}

export function isThere(file: URL): boolean {
  const holder = holderOf(file)
  if (holder?.files.has(file.href)) return holder.files.get(file.href) !== undefined
  return statSync(file, { throwIfNoEntry: false })?.isFile() ?? false
}

/** In bytes. */
export function sizeOf(file: URL): number {
  const found = contentOf(file)
  return found === undefined ? statSync(file).size : Buffer.byteLength(found)
}

/** Paths of all files of a folder from its root, sorted: `part-1/index.html`. */
export function filesIn(folder: URL): string[] {
  const root = fileURLToPath(folder)
  const onDisk = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => `${parentPath}/${name}`.slice(root.length).replaceAll('\\', '/').replace(/^\//u, ''))
  const inMemory = [...(holderOf(folder)?.written ?? [])]
    .filter((address) => address.startsWith(folder.href))
    .map((address) => pathAt(address.slice(folder.href.length)))
  return [...new Set([...onDisk, ...inMemory])].sort()
}

const pathAt = (address: string) => (address.includes('%') ? decodeURI(address) : address)

/** Lets go of a site that is held. @returns what was written into it; nothing where nobody held it */
export function* letGo(site: URL): Generator<{ readonly file: URL; readonly content: string | Uint8Array; readonly digest: string }> {
  const given = held
  if (given?.root !== site.href) return
  held = undefined
  for (const address of given.written) {
    const found = given.files.get(address)
    if (found === undefined) continue
    const content = typeof found === 'function' ? found() : found
    // What is done with is not kept until the last is.
    given.files.delete(address)
    yield { file: new URL(address), content, digest: given.digests.get(address) ?? digestOf(content) }
  }
}

/** SHA-256 of a file of a site in base64; made once of what is held. */
export function digestOfFile(file: URL): string {
  const holder = holderOf(file)
  const known = holder?.digests.get(file.href)
  if (known !== undefined) return known
  const made = digestOf(readAsHeld(file))
  holder?.digests.set(file.href, made)
  return made
}

/** Tells the SHA-256 of a file in base64 to who asks for it later. */
export const setDigest = (file: URL, digest: string) => void holderOf(file)?.digests.set(file.href, digest)

/** SHA-256 in base64 of pieces that follow one another. */
export function digestOf(...pieces: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256')
  for (const piece of pieces) hash.update(piece)
  return hash.digest('base64')
}

/**
 * Whether a file of the site is for readers, and so belongs to a copy that is read without a connection: with the
 * bibliography for reference managers, but not each source alone, which it contains; not the pictures for link previews,
 * what search engines ask for, the feed, data for programs, what faces have beyond the letters of the site, and the other editions.
 */
export const isForReading = (path: string): boolean => !apart.some((pattern) => pattern.test(path))

const apart = [
  /^share\//u,
  /^sitemap.*\.xml$/u,
  /^robots\.txt$/u,
  /^sw\.js$/u,
  /^keep\//u,
  /^404\.html$/u,
  /^series(?:\.schema)?\.json$/u,
  /^series\/.+\.json$/u,
  /^feed(?:\/\d+)?\.xml$/u,
  /^downloads\/(?!index\.html$)/u,
  /^sources\/[^/]+\.(?:bib|ris|json)$/u,
  /^glossary\.skos\.jsonld$/u,
  /^CITATION\.cff$/u,
  /^llms\.txt$/u,
  /(?:^|\/)index\.md$/u,
  // A part by itself as a book, beside its page.
  /^([^/]+)\/\1\.pdf$/u,
  /^_astro\/rest-/u,
]
