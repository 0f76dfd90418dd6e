import type { Edition } from './series.ts'

/** What a service worker precaches: the files of a finished site. */
export type PrecacheManifest = {
  /** Hash over all files: builds with the same files are the same version. */
  readonly version: string
  readonly edition: Edition
  readonly title: string
  readonly language: string
  readonly direction: 'ltr' | 'rtl'
  /** What the page says that stands for those which are not on the device. */
  readonly fallback: { readonly title: string; readonly explained: string }
  /** Together, as they lie on the device. */
  readonly bytes: number
  readonly files: readonly PrecachedFile[]
}

export type PrecachedFile = {
  /** As a reader asks for it, from the root of the site without a slash: `part-1/`, the empty string for the start page. */
  readonly address: string
  /** SHA-256 in Base64, as in `integrity` attributes. */
  readonly hash: string
  readonly bytes: number
}

/** What is stored beside the files of a version once all of them are there. */
export type PrecachedVersion = Omit<PrecacheManifest, 'files'> & {
  /** When the last file was stored, in milliseconds since 1970. */
  readonly savedAt: number
}

/** What worker and pages tell each other while a version is saved, and afterwards. */
export type OfflineNews =
  | { readonly kind: 'progress'; readonly saved: number; readonly total: number }
  | { readonly kind: 'failed'; readonly reason: SavingFailure }
  | { readonly kind: 'saved' | 'removed' }

/** Why a version could not be saved: no room, a file that is not the one that was published, or no answer. */
export type SavingFailure = 'no-room' | 'changed' | 'no-answer'

/** What a page asks of the worker: to save its version again, or to take over from the one before. */
export type OrderToWorker = 'save' | 'take-over'
