import { createHash } from 'node:crypto'
import type { Edition } from '../model/series.ts'
import { factsOf, readLater, readText, setFacts, writeInto } from './site-files.ts'
import { type PageWithoutEdition, restoring, withoutEdition } from './without-edition.ts'

/** A page of a site as results of it are kept: without the hash of its edition, and under a key that stands for all that is in it. */
export type PlainPage = {
  readonly key: string
  /** Reads it, as it is when it was looked at. */
  readonly plain: () => string
  readonly restore: PageWithoutEdition['restore']
  /** Whether it says that hash. */
  readonly isEditionSaid: boolean
}

/** What is known of a page without reading it: a key that stands for it without the hash of its edition, and whether it says that. */
export type KnownPage = { readonly key: string; readonly isEditionSaid: boolean }

type Said = Pick<Edition, 'hash' | 'shortHash'> | undefined

/** The page in a file of a site. @param edition that the site says of itself */
export function plainPage(file: URL, edition: Said): PlainPage {
  const known = factsOf<KnownPage>(file) ?? look(file, edition)
  const read = readLater(file)
  return {
    key: known.key,
    plain: () => withoutEdition(read(), edition).plain,
    restore: known.isEditionSaid && edition ? restoring(edition) : (made) => made,
    isEditionSaid: known.isEditionSaid && edition !== undefined,
  }
}

function look(file: URL, edition: Said): KnownPage {
  const { plain, isEditionSaid } = withoutEdition(readText(file), edition)
  const known = { key: digestOf(plain), isEditionSaid }
  setFacts(file, known)
  return known
}

/**
 * Writes a page anew that is made of what it was: only where somebody reads it, as what is made of it may be kept already.
 *
 * @param about all that it is made of besides
 * @param make the page, with its edition, of what it was
 */
export function changePage(file: URL, edition: Said, about: readonly string[], make: (before: () => string) => string) {
  const { key, isEditionSaid } = factsOf<KnownPage>(file) ?? look(file, edition)
  const before = readLater(file)
  writeInto(file, () => make(before))
  setFacts(file, { key: digestOf(JSON.stringify([key, ...about])), isEditionSaid } satisfies KnownPage)
}

/** Writes a page of which is known what {@link plainPage} would find out. */
export function writePage(file: URL, html: () => string, known: KnownPage) {
  writeInto(file, html)
  setFacts(file, known)
}

const digestOf = (text: string) => createHash('sha256').update(text).digest('hex')
