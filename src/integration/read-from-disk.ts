import { printDiagnostics } from '../diagnostics/print.ts'
import { isKeeping, keepLater } from '../kept-results.ts'
import { isLaidReady, layReady, nameOfFolder, readFiles } from '../manuscript/files.ts'
import { isLedgerPath } from '../manuscript/ledger/ledger-files.ts'
import { openLedger } from '../manuscript/ledger/open-ledger.ts'
import type { PageLedger } from '../manuscript/ledger/page-ledger.ts'
import { pageOf } from '../manuscript/links.ts'
import { sheetPath } from '../manuscript/pictures/check-sheet.ts'
import type { Document } from '../manuscript/read-manuscript.ts'
import { isRecordingPath } from '../manuscript/recordings/check-recording.ts'
import { shownRecordings } from '../manuscript/recordings/shown-recordings.ts'
import { treeOfText } from '../manuscript/render/tree-of-text.ts'
import type { Survey } from '../manuscript/survey/survey.ts'
import { forgetResults } from '../memoize.ts'
import { type BuiltSeries, buildSeries } from '../series/build-series.ts'
import { dayOfBuild, latestDay } from '../series/days-of-build.ts'
import { ownFacesOf } from '../series/looks/own-faces.ts'
import { handedFaces } from './handed-faces.ts'
import { offeredLanguages } from './offered-languages.ts'
import { pictureFontsOf } from './picture-fonts.ts'
import type { Settings } from './settings.ts'
import { type Reading, shelf } from './shelf.ts'
import { CannotPublish } from './site/cannot-publish.ts'

/** Reads the manuscript. */
export async function readAll({ manuscript, sourceDate, drafts, editions, translation }: Settings): Promise<Reading> {
  const files = await readFiles(manuscript)
  const [environment, now] = [{ SOURCE_DATE_EPOCH: sourceDate }, Date.now()]
  const asked = { showsDrafts: drafts === 'on', today: dayOfBuild(environment, now) }
  const whole = buildSeries(files, latestDay(environment, now), asked)
  const built = translation === undefined ? whole : inLanguage(whole, translation)
  const report = built.diagnostics.length === 0 ? '' : printDiagnostics(built.diagnostics, files, nameOfFolder(manuscript))
  // What was read holds the trees of all texts, which a long series has no memory for beside its pages.
  const { manuscript: read, ...kept } = built
  const texts = [...read.parts.map(inFolder('parts')), ...read.terms.map(inFolder('glossary')), ...read.pages.map(inFolder('pages'))]
  const ids = {
    SourceId: read.ids.sources,
    TermId: read.ids.terms,
    ChartId: read.ids.charts,
    NoteId: read.parts.flatMap(({ facts }) => facts.notes.map(({ id }) => id)),
  }
  return {
    ...kept,
    translations: kept.translations.map(({ manuscript: _, ...translation }) => translation),
    ...(built.series && editions && { series: { ...built.series, editions: [...editions] } }),
    report,
    ids,
    languages: offeredLanguages(whole),
    recordings: shownRecordings(read, built.files),
    faces: ownFacesOf(read.series?.file.theme?.faces, read.faces).faces,
    surveys: new Map(texts.flatMap(([document, surveyed]) => (surveyed ? [[document, surveyed] as const] : []))),
  }
}

const inFolder = (folder: string) => (read: Pick<Document<unknown>, 'id' | 'surveyAtHand'>) =>
  [`${folder}/${read.id}`, read.surveyAtHand()] as const

/** The reading of the translation that the site is in. @throws {CannotPublish} where there is none */
function inLanguage(whole: BuiltSeries, language: string): BuiltSeries {
  const found = whole.translations.find((one) => one.language === language)
  if (!found) throw new CannotPublish(`There is no translation into “${language}”: it would lie in translations/${language}.`)
  // The Series is without mistakes only where all is.
  const { series, manuscript, files } = found
  return { ...whole, ...(whole.series && series && manuscript ? { series, manuscript, files } : {}) }
}

/**
 * Offers the first reading, handed over, to all who begin with one: it is made when the first of them asks.
 */
export function offerFirstReading(settings: Settings, command: 'build' | 'dev') {
  // Who builds may have asked for it before Astro begins.
  const asked = JSON.stringify([settings, command])
  if (shelf.readingAsked === asked) return
  shelf.readingAsked = asked
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
 */
export async function handOver(settings: Settings, reading: Reading, command: 'build' | 'dev') {
  const { series, files, recordings, faces, languages, surveys } = reading
  if (!series) return
  // What no text names is not published.
  const used = new Set(faces.flatMap((own) => own.files.map(({ path }) => path)))
  const shown = files.filter(({ path, face }) =>
    isRecordingPath(path) ? recordings.has(path.slice('recordings/'.length)) : !face || used.has(path),
  )
  await layReady(settings, shown, command)
  const texts = new Map(files.map(({ path, text }) => [path, text]))
  const ledger = openLedger(files.filter(({ path, fault }) => isLedgerPath(path) && fault === undefined))
  const textOf = (document: string) => {
    const [name, text] = [`${document}.mdx`, texts.get(`${document}.mdx`)]
    if (text === undefined) return undefined
    const published = ledger.ofPage(pageOf(document))
    return { file: { path: `${nameOfFolder(settings.manuscript)}/${name}`, text }, published, on: inputsOf(text, published) }
  }
  const printText = (document: string, surveyed?: () => Survey | undefined) => {
    const found = textOf(document)
    return found && keepLater('text', [found.file.path, ...found.on], () => treeOfText(found.file, found.published, surveyed?.()))
  }
  // A copy, for checks look at its tree again after other edits.
  const treeOf = (document: string) => printText(document, () => structuredClone(surveys.get(document)))
  const digestOfText = (document: string) => textOf(document)?.on.join('\0')
  const sheet = files.find(({ path }) => path === sheetPath)
  const laidReady = shown.filter(isLaidReady)
  Object.assign(shelf, { treeOf, digestOfText, sheet, series, languages, recordings, faces, laidReady })
  if (command === 'build') await printAtHand(surveys, printText)
  let fonts: ReturnType<typeof pictureFontsOf> | undefined
  shelf.pictureFonts = () => {
    fonts ??= pictureFontsOf(handedFaces(settings, command))
    return fonts
  }
}

/**
 * Prints the texts that were read anew while their trees are in memory, for the pages to take what is kept of it: a build
 * forgets the trees of a long series before it renders, and to parse a text takes longer than all the rest of printing it.
 */
async function printAtHand(
  surveys: Map<string, Survey>,
  print: (document: string, surveyed: () => Survey) => Promise<unknown> | undefined,
) {
  if (!isKeeping()) return
  for (const [document, surveyed] of surveys) await print(document, () => surveyed)
  surveys.clear()
}

/** All that what is printed of a text is made of: the text, and what has been published on its page (decision 59). */
function inputsOf(text: string, { recorded, taken, moved, sections, references }: PageLedger): string[] {
  return [JSON.stringify([recorded, taken, [...moved], [...sections], [...references]]), text]
}
