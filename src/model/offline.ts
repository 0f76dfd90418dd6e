import type { Edition } from './series.ts'

/** What a service worker knows of the site that it precaches. It stays small however long the series is. */
export type PrecacheManifest = {
  /** Hash over all files: builds with the same files are the same version. */
  readonly version: string
  readonly edition: Edition
  readonly title: string
  readonly language: string
  readonly direction: 'ltr' | 'rtl'
  /** What the page says that stands for those which are not on the device. */
  readonly fallback: { readonly title: string; readonly explained: string }
  /** What is fetched for all of it, as readers are told: in tenths of a megabyte. */
  readonly bytes: number
  readonly list: PublishedList
  /** The folders at the root of the site, as addresses have them: what lies in others belongs to somebody else. */
  readonly folders: readonly string[]
  /** Addresses of the style sheets that are files. */
  readonly styles: readonly string[]
}

/** Where the list of the files lies, and the SHA-256 of its JSON in Base64. */
export type PublishedList = { readonly address: string; readonly hash: string }

/** The files of a finished site, and the packs in which they can be fetched together. JSON, compressed with gzip. */
export type PrecacheList = {
  /** Texts that many files have: they stand here and not in the packs. */
  readonly shared: readonly string[]
  /** In the order in which they stand in the packs; then those which are in none. */
  readonly files: readonly PrecachedFile[]
  readonly packs: readonly Pack[]
}

export type PrecachedFile = {
  /** As a reader asks for it, from the root of the site without a slash: `part-1/`, the empty string for the start page. */
  readonly address: string
  /** The first 120 bits of its SHA-256, in 20 characters of Base64. */
  readonly hash: string
  /** Of the whole file. */
  readonly bytes: number
  readonly shared?: readonly SharedPlace[]
}

/** Where a shared text stands in a file, in bytes from its beginning, and the number of the text. */
export type SharedPlace = readonly [at: number, text: number]

/** Files one after the other without their shared texts and without anything between them, compressed together with gzip. */
export type Pack = {
  readonly address: string
  /** Compressed, as it is fetched. */
  readonly bytes: number
  /** How many of the list’s files are in it, after those of the packs before. */
  readonly files: number
}

/** What is stored beside the files of a version once all of them are there. */
export type PrecachedVersion = Pick<PrecacheManifest, 'version' | 'edition' | 'title' | 'bytes'> & {
  /** When the last file was stored, in milliseconds since 1970. */
  readonly savedAt: number
}

/** What worker and pages tell each other while a version is saved, and afterwards. */
export type OfflineNews =
  | { readonly kind: 'progress'; readonly saved: number; readonly total: number }
  | { readonly kind: 'failed'; readonly reason: SavingFailure }
  | { readonly kind: 'saved' | 'removed' }

/** Why a version was not saved: no room, a file that is not the one that was published, no answer, or the reader’s word. */
export type SavingFailure = 'no-room' | 'changed' | 'no-answer' | 'stopped'

/** What a page asks of the worker: to save its version again, to stop doing so, or to take over from the one before. */
export type OrderToWorker = 'save' | 'stop' | 'take-over'
