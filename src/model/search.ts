import type { CertaintyLevel } from './certainty.ts'

/** What can be found. A part, and a page of the writer’s own, is found by its headings and paragraphs. */
export const resultKinds = ['term', 'part', 'note', 'source', 'event', 'place', 'page'] as const

export type ResultKind = (typeof resultKinds)[number]

/** A part as the search knows it: its records are numbered headings first, then paragraphs, then notes. */
export type SearchedPart = {
  /** Front and back matter has none. */
  readonly number?: number
  /** By which it is chosen: its slug; of a series of very many parts its number. */
  readonly slug: string
  /** Of very many parts those that have a number have theirs in files of their own. */
  readonly title?: string
  readonly headings: number
  readonly paragraphs: number
  readonly notes: number
}

/** For each level that is in use, the numbers of its records; with words of the series’ language for the choice among them. */
export type SearchedCertainty = {
  readonly label: string
  readonly levels: readonly { readonly level: CertaintyLevel; readonly label: string; readonly records: readonly number[] }[]
}

/** Another language of the series, as pages name it to the search. */
export type SearchedLanguage = {
  readonly lang: string
  readonly dir: string
  /** In itself: “Deutsch”. */
  readonly name: string
  /** From the root of this site to that of the other. */
  readonly site: string
}

/**
 * `search.json` in the root of a site: where its index lies, from there; it lies elsewhere whenever it changes. With the name of its
 * program, which is fetched at once then; version 0.1 did not say it.
 */
export type SearchAddress = { readonly index: string; readonly program?: string }

/**
 * `search.json` beside the index: what the search must know before it can ask. Records are numbered from 0: those of
 * the parts in their order, then terms, sources, events, places and pages.
 */
export type SearchManifest = {
  /** Title of the series. */
  readonly title: string
  readonly language: string
  readonly parts: readonly SearchedPart[]
  readonly terms: number
  readonly sources: number
  readonly events: number
  /** Those of the map; version 0.1 had none in its index. */
  readonly places?: number
  /** Headings and paragraphs of the writer’s own pages, where there are any. */
  readonly pages?: number
  /** The records whose entry is judged to be more or less sure, or in which a statement is; none where nobody says so of any. */
  readonly certainty?: SearchedCertainty
  /** Version of Pagefind, and its program for the language. */
  readonly version: string
  readonly wasm: string
  /** How the words of each chunk of the index begin, at least. */
  readonly chunks: readonly string[]
  /** Numbers of the chunks with a word that is in very many records: see {@link FirstResults}. Version 0.1 had none. */
  readonly frequent?: readonly number[]
  /** Words that more than half of all records have: beside others they are asked for in vain. Only where some are {@link frequent}. */
  readonly everywhere?: readonly string[]
  /** For each record a digit (base 36): two to the power of it is about the number of its words. */
  readonly lengths: string
  readonly metaFields: readonly string[]
  /** How many records one fragment file holds. */
  readonly recordsPerChunk: number
  /** Words of one thing, such as the names a city had; who asks for one is shown the others. */
  readonly related: readonly (readonly string[])[]
  /** Federated search: other series to search with this one, and where their sites stand. */
  readonly others: readonly { readonly title: string; readonly url: string }[]
  /** Whether names are found by their consonants: where some are in Arabic or Hebrew letters. */
  readonly byConsonants?: true
}

/**
 * The manifest as `search.json` has it. Two of its keys keep the names version 0.1 gave them, so that a federated search
 * reads the sites of both.
 */
export type PublishedSearchManifest = Omit<SearchManifest, 'chunks' | 'recordsPerChunk' | 'parts'> & {
  /** Parts without a slug are called by their number, and their titles lie beside: see {@link titlesPath}. */
  readonly parts: readonly (Omit<SearchedPart, 'slug'> & { readonly slug?: string })[]
  readonly pieces: SearchManifest['chunks']
  readonly together: SearchManifest['recordsPerChunk']
}

/** A series of more parts is searched in pieces: its parts name themselves beside the manifest, and very frequent words are cut short. */
export const mostSearchedWhole = 100

/** Titles of parts that lie in one file: a list of so many. */
export const titlesTogether = 50

/** The file with the title of a part, by its place among all parts. */
export const titlesPath = (at: number): string => `parts/${Math.floor(at / titlesTogether)}.json`

/** What is said first of a word that is in very many records: how many these are, and the first of them in each list of results. */
export type FirstResults = {
  /** In base64: a chunk of the index, as Pagefind reads it, that names only these. */
  readonly postings: string
  readonly kinds: Readonly<Partial<Record<ResultKind, number>>>
  /** For each part, in their order. */
  readonly parts: readonly number[]
  /** For each level of certainty that is in use. */
  readonly levels: Readonly<Record<string, number>>
}

/** The file with the first results of a chunk. */
export const firstPath = (chunk: number | string): string => `first/${chunk}.json`

/**
 * The file that says in which records the word of such a chunk is, for queries of several words, in a tenth of the bytes of the chunk.
 * Compressed with gzip, and within: two bytes with the length of a chunk, as Pagefind reads it, that names the record 0
 * alone; this chunk; a bit for each record of the series that says whether it has the word; and for each that has it, one that
 * says whether it has it more than once, and after these one whether its title has it. Bits are counted from the lowest of each byte.
 */
export const listPath = (chunk: number | string): string => `first/${chunk}.list`

/** How many bytes so many bits take. */
export const bytesOfBits = (bits: number): number => Math.ceil(bits / 8)

/**
 * How much a word says of a record, in about the order of Pagefind’s weights: as BM25 has it, with little regard to lengths.
 *
 * @param often how often it stands there
 * @param length how many words the record has
 * @param average how many a record has on average
 */
export const weightOf = (often: number, length: number, average: number): number => often / (often + 2 * (0.9 + (0.1 * length) / average))

/** A record as it is stored for display. */
export type FoundRecord = {
  /** From the root of the site, with the fragment. */
  readonly url: string
  readonly title: string
  /** “Part 1, ¶ 12”, “Glossary”. */
  readonly place: string
  readonly text: string
  /** The other names of a term. */
  readonly names?: readonly string[]
}
