import type { z } from 'zod'
import { type Diagnostic, diagnose, startOfFile } from '../diagnostics/diagnostic.ts'
import type { PartialCatalogue } from '../locales/catalogue.ts'
import { wordsFileSchema } from '../locales/words-file.ts'
import { memoize } from '../memoize.ts'
import type { DocumentFacts, DocumentKind, FaceLook, ManuscriptFile } from '../model/facts.ts'
import { type ChartFile, chartFileSchema } from '../model/files/chart-file.ts'
import { type EventFile, timelineFileSchema } from '../model/files/event-file.ts'
import { type MapFile, mapFileSchema, type PlaceFile, placesFileSchema } from '../model/files/place-file.ts'
import {
  type PageFile,
  type PartFile,
  pageFileSchema,
  partFileSchema,
  type SeriesFile,
  seriesFileSchema,
} from '../model/files/series-file.ts'
import { type SourceFile, sourceFileSchema } from '../model/files/source-file.ts'
import { type TermFile, termFileSchema } from '../model/files/term-file.ts'
import { fileIdSchema } from '../model/ids.ts'
import { type Kinds, kindsOf, vocabularyFileSchema } from '../model/kinds/kinds.ts'
import type { Ledger } from '../model/ledger.ts'
import { checkCharacters } from './characters.ts'
import { checkFiles } from './check-files.ts'
import { completePart, completeSeries } from './complete.ts'
import { isLedgerPath } from './ledger/ledger-files.ts'
import { type LocateLine, openLedger } from './ledger/open-ledger.ts'
import type { PageLedger } from './ledger/page-ledger.ts'
import { findTooLong } from './length.ts'
import { pageOf } from './links.ts'
import type { TextTree } from './parse.ts'
import { checkPicture } from './pictures/check-picture.ts'
import { checkSheet, sheetPath } from './pictures/check-sheet.ts'
import { readKept, readKeptData } from './read-kept.ts'
import { checkCaptions, checkRecording, isRecordingPath } from './recordings/check-recording.ts'
import type { Survey } from './survey/survey.ts'
import { findUnread, findUnreadWords } from './unread.ts'
import type { Locate } from './yaml/yaml.ts'

/** A text file of the manuscript with what stands in its front matter. */
export type Document<F> = {
  readonly id: string
  readonly path: string
  readonly text: string
  /** Stands for all that it was read from. */
  readonly key: string
  readonly treeOf: () => TextTree
  /** The survey of that tree, where the text was read anew. */
  readonly surveyAtHand: () => Survey | undefined
  readonly file: F
  readonly facts: DocumentFacts
  readonly locate: Locate
}

/** All files as read, each by itself. A file with a mistake is missing from its list, but its id is in `ids`. */
export type Manuscript = {
  readonly series?: { readonly file: SeriesFile; readonly locate: Locate }
  readonly parts: readonly Document<PartFile>[]
  readonly terms: readonly Document<TermFile>[]
  readonly pages: readonly Document<PageFile>[]
  readonly sources: readonly { readonly id: string; readonly path: string; readonly file: SourceFile }[]
  readonly events: { readonly files: readonly EventFile[]; readonly locate: Locate }
  readonly places: { readonly files: readonly PlaceFile[]; readonly locate: Locate }
  readonly map?: MapFile
  /** Which kinds of things the series has. */
  readonly kinds: Kinds
  /** The words of the program in the language of the series, as far as the writer has put them. */
  readonly words?: { readonly file: PartialCatalogue; readonly path: string }
  readonly charts: readonly { readonly id: string; readonly path: string; readonly file: ChartFile; readonly locate: Locate }[]
  readonly pictures: readonly string[]
  readonly recordings: readonly string[]
  /** The fonts that lie in `faces/` or in packages that `series.yaml` names. */
  readonly faces: readonly { readonly path: string; readonly face: FaceLook }[]
  /** Ids of the parts that are left out, since they are not to be published yet. */
  readonly drafts: readonly string[]
  /** What has been published; missing before the first publication. */
  readonly ledger?: { readonly file: Ledger; readonly parts: readonly string[]; readonly locate: LocateLine }
  readonly ids: {
    readonly parts: readonly string[]
    readonly terms: readonly string[]
    readonly sources: readonly string[]
    readonly charts: readonly string[]
  }
}

export const seriesPath = 'series.yaml'
export const vocabularyPath = 'vocabulary.yaml'
export const timelinePath = 'timeline.yaml'
export const placesPath = 'places.yaml'

const readData = memoize(<T>(path: string, text: string, schema: z.ZodType<T>, code: 'front-matter-invalid' | 'source-invalid') =>
  readKeptData({ path, text }, schema, code),
)

/** What is too long for a text is no more than a long series has in the files that the program itself writes. */
const checkFile = memoize((path: string, text: string) =>
  [(isLedgerPath(path) ? undefined : findTooLong({ path, text })) ?? checkCharacters({ path, text })].flat(),
)

const checkVector = memoize((path: string, text: string) => checkPicture({ path, text }))

const readText = memoize(
  <F>(path: string, text: string, kind: DocumentKind, id: string, ledger: PageLedger, language: string, schema: z.ZodType<F>) =>
    readKept({ path, text }, { kind, id, ledger, language }, schema),
)

/**
 * Reads all files, each once, and collects the mistakes that show in one file alone.
 *
 * @param drafts ids of parts that were left out of the files
 * @param name under which what is read is kept in memory: one and the same path is another file in another language
 */
export function readManuscript(
  files: readonly ManuscriptFile[],
  drafts: readonly string[] = [],
  name = '',
): { manuscript: Manuscript; diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = []
  const keep = <T extends { diagnostics: readonly Diagnostic[] }>(read: T): T => {
    diagnostics.push(...read.diagnostics)
    return read
  }
  const whole = files.filter(({ fault }) => fault === undefined)
  diagnostics.push(...checkFiles(files), ...findUnread(whole))
  const readable = whole.filter((file) => {
    if (file.digest !== undefined) {
      // Of fonts those that are used are asked for by the looks of the series.
      if (file.face) return false
      if (isRecordingPath(file.path)) diagnostics.push(...checkRecording(file))
      else diagnostics.push(...(file.pixels ? checkPicture(file) : checkVector(name + file.path, file.path, file.text)))
      return false
    }
    const found = checkFile(name + file.path, file.path, file.text)
    diagnostics.push(...found)
    if (isRecordingPath(file.path) && found.length === 0) diagnostics.push(...checkCaptions(file))
    return !found.some(({ code }) => code === 'file-not-text' || code === 'text-too-long')
  })
  const sheet = readable.find(({ path }) => path === sheetPath)
  if (sheet) diagnostics.push(...checkSheet(sheet))
  const inFolder = (folder: string, ending: string) =>
    readable.flatMap((file) => {
      const id = idIn(file.path, folder, ending)
      if (id === undefined) return []
      if (!fileIdSchema.safeParse(id).success) diagnostics.push(diagnose('file-name-invalid', file.path, startOfFile, { name: id }))
      return [{ id, file }]
    })
  const readFile = <T>(path: string, schema: z.ZodType<T>) => {
    const file = readable.find((candidate) => candidate.path === path)
    return file && keep(readData(name + path, path, file.text, schema, 'front-matter-invalid'))
  }
  const series = readFile(seriesPath, seriesFileSchema)
  // What cannot be read is told; the rest is read as in English.
  const language = series?.value?.language ?? 'en'
  const ledger = keep(openLedger(readable))
  const documents = <F, G = F>(
    folder: string,
    kind: DocumentKind,
    schema: z.ZodType<F>,
    complete: (read: F, heading: string | undefined, path: string, locate: Locate) => { file: G; diagnostics: readonly Diagnostic[] },
  ): Document<G>[] =>
    inFolder(folder, '.mdx').flatMap(({ id, file }) => {
      const { key, frontMatter, facts, treeOf, surveyAtHand, locate, heading } = keep(
        readText(name + file.path, file.path, file.text, kind, id, ledger.ofPage(pageOf(`${folder}/${id}`)), language, schema),
      )
      if (frontMatter === undefined || !facts || !treeOf) return []
      return [{ id, ...file, key, treeOf, surveyAtHand, file: keep(complete(frontMatter, heading, file.path, locate)).file, facts, locate }]
    })
  const asWritten = <F>(file: F) => ({ file, diagnostics: [] })
  const sources = inFolder('sources', '.yaml')
  const events = readFile(timelinePath, timelineFileSchema)
  const places = readFile(placesPath, placesFileSchema)
  const map = readFile('map.yaml', mapFileSchema)
  const vocabulary = readFile(vocabularyPath, vocabularyFileSchema)
  const wordsPath = `words/${language}.yaml`
  const words = files.some(({ path }) => path === wordsPath) ? readFile(wordsPath, wordsFileSchema()) : undefined
  if (series?.value) diagnostics.push(...findUnreadWords(files, language))
  if (!files.some(({ path }) => path === seriesPath || path === ''))
    diagnostics.push(diagnose('file-missing', seriesPath, startOfFile, { file: seriesPath }))
  const idsIn = (folder: string, ending: string) => files.flatMap(({ path }) => idIn(path, folder, ending) ?? [])
  const manuscript: Manuscript = {
    ...(series?.value && {
      series: { file: keep(completeSeries(series.value, idsIn('parts', '.mdx'), seriesPath, series.locate)).file, locate: series.locate },
    }),
    parts: documents('parts', 'part', partFileSchema, completePart),
    terms: documents('glossary', 'term', termFileSchema, asWritten),
    pages: documents('pages', 'page', pageFileSchema, asWritten),
    sources: sources.flatMap(({ id, file }) => {
      const { value } = keep(readData(name + file.path, file.path, file.text, sourceFileSchema, 'source-invalid'))
      return value ? [{ id, path: file.path, file: value }] : []
    }),
    events: { files: events?.value ?? [], locate: events?.locate ?? (() => startOfFile) },
    places: { files: places?.value ?? [], locate: places?.locate ?? (() => startOfFile) },
    ...(map?.value && { map: map.value }),
    kinds: kindsOf(vocabulary?.value, series?.value?.format, language),
    ...(words?.value && { words: { file: words.value, path: wordsPath } }),
    charts: inFolder('charts', '.yaml').flatMap(({ id, file }) => {
      const { value, locate } = keep(readData(name + file.path, file.path, file.text, chartFileSchema, 'front-matter-invalid'))
      return value ? [{ id, path: file.path, file: value, locate }] : []
    }),
    ...(ledger.value && { ledger: { file: ledger.value, parts: ledger.parts, locate: ledger.locate } }),
    pictures: files.flatMap(({ path }) => (path.startsWith('pictures/') ? [path.slice('pictures/'.length)] : [])),
    recordings: files.flatMap(({ path }) => (isRecordingPath(path) ? [path.slice('recordings/'.length)] : [])),
    faces: files.flatMap(({ path, face }) => (face ? [{ path, face }] : [])),
    drafts,
    ids: {
      parts: idsIn('parts', '.mdx'),
      terms: idsIn('glossary', '.mdx'),
      sources: idsIn('sources', '.yaml'),
      charts: idsIn('charts', '.yaml'),
    },
  }
  return { manuscript, diagnostics }
}

/** The name of a file that lies in a folder itself, without its ending. */
function idIn(path: string, folder: string, ending: string): string | undefined {
  if (!path.startsWith(`${folder}/`) || !path.endsWith(ending)) return undefined
  const id = path.slice(folder.length + 1, -ending.length)
  return id === '' || id.includes('/') ? undefined : id
}
