import { printDiagnostics } from '../diagnostics/print.ts'
import { layReady, nameOfFolder, pathFromRoot, readFiles, renderFolder } from '../manuscript/files.ts'
import { isLedgerPath } from '../manuscript/ledger/ledger-files.ts'
import { sheetPath } from '../manuscript/pictures/check-sheet.ts'
import { readManuscript } from '../manuscript/read-manuscript.ts'
import { isRecordingPath } from '../manuscript/recordings/check-recording.ts'
import { shownRecordings } from '../manuscript/recordings/shown-recordings.ts'
import { forgetResults } from '../memoize.ts'
import { type BuiltSeries, buildSeries } from '../series/build-series.ts'
import { dayOfBuild, latestDay } from '../series/days-of-build.ts'
import { ownFacesOf } from '../series/looks/own-faces.ts'
import { CannotPublish } from './cannot-publish.ts'
import { handedFaces } from './handed-faces.ts'
import { offeredLanguages } from './offered-languages.ts'
import { pictureFontsOf } from './picture-fonts.ts'
import type { Settings } from './settings.ts'
import { type Reading, shelf } from './shelf.ts'

/** Reads the manuscript. */
export async function readAll({ manuscript, sourceDate, drafts, editions, translation }: Settings): Promise<Reading> {
  const files = await readFiles(manuscript)
  const [environment, now] = [{ SOURCE_DATE_EPOCH: sourceDate }, Date.now()]
  const asked = { showsDrafts: drafts === 'on', today: dayOfBuild(environment, now) }
  const whole = buildSeries(files, latestDay(environment, now), asked)
  const built = translation === undefined ? whole : inLanguage(whole, translation)
  const report = built.diagnostics.length === 0 ? '' : printDiagnostics(built.diagnostics, files, nameOfFolder(manuscript))
  const { manuscript: read } = readManuscript(built.files)
  const ids = {
    SourceId: read.ids.sources,
    TermId: read.ids.terms,
    ChartId: read.ids.charts,
    NoteId: read.parts.flatMap(({ facts }) => facts.notes.map(({ id }) => id)),
  }
  return {
    ...built,
    ...(built.series && editions && { series: { ...built.series, editions: [...editions] } }),
    report,
    ids,
    languages: offeredLanguages(whole),
    recordings: shownRecordings(read, built.files),
    faces: ownFacesOf(read.series?.file.theme?.faces, read.faces).faces,
  }
}

/** The reading of the translation that the site is in. @throws {CannotPublish} where there is none */
function inLanguage(whole: BuiltSeries, language: string): BuiltSeries {
  const found = whole.translations.find((one) => one.language === language)
  if (!found) throw new CannotPublish(`There is no translation into “${language}”: it would lie in translations/${language}.`)
  // The Series is without mistakes only where all is.
  return { ...whole, ...(whole.series && found.series ? { series: found.series, files: found.files } : {}) }
}

/**
 * Offers the first reading, handed over, to all who begin with one: it is made when the first of them asks.
 *
 * @param root folder of the project
 */
export function offerFirstReading(settings: Settings, root: URL, command: 'build' | 'dev') {
  shelf.pathOf = (path) => pathFromRoot(root, settings, path, command)
  let first: Promise<Reading> | undefined
  shelf.firstReading = () => {
    first ??= readAll(settings).then(async (reading) => {
      await handOver(settings, reading, command)
      if (command === 'build') forgetResults()
      return reading
    })
    return first
  }
}

/**
 * Gives a reading to the render pass, if it is without mistakes: the Series, the texts, and the pictures laid ready. The render pass has
 * them from here and nothing from the disk, so that what it renders is what was read.
 *
 * @returns the paths of the texts that are other than before
 */
export async function handOver(
  settings: Settings,
  { series, files, recordings, faces, languages }: Reading,
  command: 'build' | 'dev',
): Promise<readonly string[]> {
  if (!series) {
    // The server for writing looks for the files of texts when it starts; what is in them it is not given yet.
    const texts = files.filter(({ path, fault }) => path.endsWith('.mdx') && fault === undefined)
    if (command === 'dev' && !hasKeptTexts()) await layReady(settings, texts, command)
    return []
  }
  // What no text names is not published.
  const used = new Set(faces.flatMap((own) => own.files.map(({ path }) => path)))
  const shown = files.filter(({ path, face }) =>
    isRecordingPath(path) ? recordings.has(path.slice('recordings/'.length)) : !face || used.has(path),
  )
  await layReady(settings, shown, command)
  const before = shelf.texts
  const folder = renderFolder(settings, command).replaceAll('\\', '/')
  const texts = new Map(files.map(({ path, text }) => [`${folder}/${path}`, text]))
  const ledger = files.filter(({ path, fault }) => isLedgerPath(path) && fault === undefined)
  const sheet = files.find(({ path }) => path === sheetPath)
  Object.assign(shelf, { texts, sheet, ledger, series, languages, recordings, faces, readings: (shelf.readings ?? 0) + 1 })
  let fonts: ReturnType<typeof pictureFontsOf> | undefined
  shelf.pictureFonts = () => {
    fonts ??= pictureFontsOf(handedFaces(settings, command))
    return fonts
  }
  return [...texts].filter(([path, text]) => before?.get(path) !== text).map(([path]) => path)
}

/** A text as it was read, by the absolute path where it lies ready; nothing where it was not, or where the manuscript has mistakes. */
export const keptText = (path: string): string | undefined => shelf.texts?.get(path)

/** Whether there has been a reading without mistakes. */
export const hasKeptTexts = (): boolean => shelf.texts !== undefined
