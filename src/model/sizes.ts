/**
 * From how many on what grows with a series is divided or shown otherwise, chosen by what a reader can look through and a
 * telephone can lay out. See decision 58.
 */
export const most = {
  /** Parts that are links of their own in the head of each page; more are one link to their list. */
  partsInHeader: 8,
  /** Parts that the front page describes; more are listed by title, in groups. */
  partsDescribed: 24,
  partsInGroup: 25,
  /** Notes of all parts on one page; more have a page for each part. */
  notesOnPage: 400,
  /** Entries of the glossary, and works, on one page; more have a page for each letter. */
  entriesOnPage: 600,
  /** Places in parts that the page of a term or a work lists; more have a page for each group of parts. */
  placesOnPage: 500,
  /** Parts whose places stand together on one of these pages; where that would be more than `placesOnPage`, so many as `partsInGroup`. */
  partsWithPlaces: 100,
  /** Entries of the feed; older ones are in its archive. */
  entriesInFeed: 20,
  /** Parts in one `series.json`; of more it is an index. */
  partsInJson: 50,
  /** Words of all parts in the single file: some twelve megabytes, which a telephone opens in twenty seconds. */
  wordsInFile: 400_000,
  /** Words of all parts in one book on paper, some 400 small pages; of more there are volumes. */
  wordsInPdf: 120_000,
  /** Words of all parts in one e-book; of more there are volumes. */
  wordsInEpub: 600_000,
} as const

export const notesIn = ({ parts }: { readonly parts: readonly { readonly notes: readonly unknown[] }[] }): number =>
  parts.reduce((sum, { notes }) => sum + notes.length, 0)

/** Whether the notes have a page for each part. */
export const areNotesByPart = (series: { readonly parts: readonly { readonly notes: readonly unknown[] }[] }): boolean =>
  series.parts.length > 1 && notesIn(series) > most.notesOnPage

/** Whether a series is short enough to be one page of one file. */
export const isForOneFile = ({ parts }: { readonly parts: readonly { readonly words: number }[] }): boolean =>
  parts.reduce((sum, { words }) => sum + words, 0) <= most.wordsInFile

/** Things in their order, so many at a time. */
export const inGroups = <T>(things: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(things.length / size) }, (_, i) => things.slice(i * size, (i + 1) * size))
