import { createHash } from 'node:crypto'
import type { SubsetOptions } from 'subset-font'
import { keepBytes } from '../../kept-results.ts'
import { catalogueFor } from '../../locales/catalogues.ts'
import { type NamedFaces, shippedFaces } from '../../model/faces.ts'
import type { Edition, Series } from '../../model/series.ts'
import { cutFace } from '../cut-face.ts'
import { alwaysThere, type FontFace, fontFacesOf, listRange } from '../font-faces.ts'
import { cutAxes } from '../look-at-face.ts'
import { changePage } from '../plain-page.ts'
import { fileAt, filesIn, readBytes, readText, removeFile, writeInto } from '../site-files.ts'
import type { SitePages } from './finish-site.ts'
import { type UsedFace, withOwnFaces, withoutStandIns } from './own-coverage.ts'

/**
 * Reduces the faces of the site to the characters, weights and features that its pages use. The rest of a face whose
 * script the pages use stays as a file of its own, fetched where somebody types such a letter. A page is told, in
 * `data-letters`, letters by which a browser finds the files beyond the first that it needs. See decision 54.
 *
 * @param site folder of the site, whose style sheets still begin links at the root
 * @param pages of the site, as they were looked at
 * @param edition that the site says of itself
 * @param own families of the writer’s: of those that ship, there is then what these lack (decision 121)
 * @param speaker the series, as far as its language goes: that is set in bold letters too, whatever its script
 * @returns what does to a page that is not in the site yet as was done to those that are
 */
export async function subsetFaces(
  site: URL,
  pages: SitePages,
  edition?: Edition,
  own: NamedFaces = {},
  speaker: Pick<Series, 'language' | 'words'> = { language: 'en' },
): Promise<NameFaces> {
  const paths = filesIn(site)
  const read = (path: string) => readText(fileAt(site, path))
  const scripts = paths.filter((path) => /^_astro\/.+\.js$/u.test(path)).map(read)
  // The hash of the edition is of figures and small letters that every series has.
  const characters = codesOf([...[...pages.values()].map(({ letters }) => letters), ...scripts.map(signsIn), alwaysThere])
  const ownLetters = codesOf([JSON.stringify([catalogueFor(speaker.language), speaker.words])])
  const hasBoldItalics = [...pages.values()].some((page) => page.hasBoldItalics)
  const hasDrawings = [...pages.values()].some((page) => page.hasDrawings)
  const sheets = new Map<string, string>()
  for (const path of paths.filter((name) => name.endsWith('.css'))) sheets.set(path, withoutStandIns(read(path), own, hasDrawings))
  const readFace = memoizeLater(async (file: string) => readBytes(new URL(`.${file}`, site)))
  const used = await withOwnFaces([...sheets.values()].flatMap(fontFacesOf), own, hasDrawings, readFace)
  const further: FontFace['covers'][] = []
  const rest: string[] = []
  for (const [path, css] of sheets) {
    const faces = used.filter(({ rule }) => css.includes(rule))
    further.push(...faces.filter(({ covers }) => !covers(0x20)).map(({ covers }) => covers))
    const reduced = await reduce(css, faces, { characters, ownLetters, hasBoldItalics, site, readFace })
    sheets.set(path, reduced.css)
    rest.push(...reduced.rest)
  }
  for (const file of new Set(used.map((face) => face.file))) removeFile(new URL(`.${file}`, site))
  const later = [...sheets.keys()].find((path) => isLater(path)) ?? [...sheets.keys()].at(-1)
  if (later) sheets.set(later, (sheets.get(later) ?? '') + rest.join(''))
  const renamed = new Map<string, string>()
  for (const [path, css] of sheets) {
    const name = path.replace(/\.[\w-]+\.css$/u, `.${hashOf(css)}.css`)
    removeFile(fileAt(site, path))
    writeInto(fileAt(site, name), css)
    renamed.set(path, name)
  }
  const names = JSON.stringify([...renamed])
  const lacked = new Map([...pages].map(([path, { letters }]) => [path, lettersOf(letters, further)]))
  const nameFaces: NameFaces = (path, text) => {
    const letters = lacked.get(path)
    let told = letters ? text.replace('<html ', `<html data-letters="${letters}" `) : text
    for (const [from, to] of renamed) told = told.replaceAll(from, to)
    return told
  }
  for (const path of pages.keys())
    changePage(fileAt(site, path), edition, [lacked.get(path) ?? '', names], (before) => nameFaces(path, before()))
  return nameFaces
}

/** Puts into a page, or any text of it, the names of the reduced sheets, and the letters by which a browser finds further files. */
export type NameFaces = (path: string, text: string) => string

/** The sheet that pages name behind their text: what is seldom wanted stands there. */
const isLater = (path: string) => /^_astro\/later\.[^/]+$/u.test(path)

/** What a text in these faces uses, beside what the letters of a script need; small capitals and other ornaments are left out. */
const features = ['kern', 'liga', 'lnum', 'onum']
const ofScripts = ['ccmp', 'locl', 'mark', 'mkmk']

/**
 * What of a face is used: two weights of the text; of what is slanted, or has only letters that the language of the series has not, one
 * where the pages need no more.
 */
function optionsFor(
  { family, isItalic, covers, contents, isBehind }: UsedFace,
  { ownLetters, hasBoldItalics }: Pick<Reduction, 'ownLetters' | 'hasBoldItalics'>,
): SubsetOptions {
  const isFirst = covers(0x20)
  const isInOneWeight = ![...ownLetters].some(covers) || (isItalic && !hasBoldItalics)
  // Of what is not known, all that letters may need is kept, and the weights that text or titles are set in.
  if (contents) return { targetFormat: 'woff2', variationAxes: cutAxes(contents, 400, isItalic && !hasBoldItalics ? 400 : 900) }
  const weights = family === shippedFaces.display.family ? { min: 400, max: 900 } : isInOneWeight ? 400 : { min: 400, max: 700 }
  return {
    targetFormat: 'woff2',
    keepFeatures: [...features, ...(isItalic ? [] : ['tnum']), ...(isFirst && !isBehind ? [] : ofScripts)],
    variationAxes: { wght: weights },
  }
}

type Reduction = {
  readonly characters: ReadonlySet<number>
  /** Of the words that the program says in the language of the series. */
  readonly ownLetters: ReadonlySet<number>
  readonly hasBoldItalics: boolean
  readonly site: URL
  readonly readFace: (file: string) => Promise<Buffer>
}

async function reduce(css: string, faces: readonly UsedFace[], { characters, site, readFace, ...needs }: Reduction) {
  let sheet = css
  const rest: string[] = []
  for (const face of faces) {
    const { rule, file, covers } = face
    const wanted = [...characters].filter(covers).sort((a, b) => a - b)
    const whole = await readFace(file)
    if (wanted.length > 0) {
      const [text, options] = [String.fromCodePoint(...wanted), optionsFor(face, needs)]
      const reduced = await keepBytes('face', [whole, text, JSON.stringify(options)], () => cutFace(whole, text, options))
      const name = file.replace(/\.[\w-]+\.[a-z\d]+$/iu, `.${hashOf(reduced)}.woff2`)
      writeInto(new URL(`.${name}`, site), reduced)
      const shown = withRange(rule.replace(file, name).replace(/format\([^)]*\)/u, 'format("woff2")'), wanted)
      sheet = sheet.replace(rule, () => shown)
      // A card may bring another script to a page that has none of it.
      if (!covers(0x20)) rest.push(shown)
    } else sheet = sheet.replace(rule, '')
    if (isTyped(face, wanted)) {
      const restOf = file.replace(/[^/]+$/u, 'rest-$&')
      writeInto(new URL(`.${restOf}`, site), whole)
      const others = everyCode.filter((code) => code >= 0x20 && covers(code) && !characters.has(code))
      rest.push(withRange(rule.replace(file, restOf), others))
    }
  }
  return { css: sheet, rest }
}

/** Whether a reader may type other letters of a script: Latin ones, and those of a script in which the series has more than a few words. */
const isTyped = ({ covers, isBehind }: UsedFace, wanted: readonly number[]) =>
  !isBehind && (covers(0x20) || covers(0x142) || wanted.length > 16)

/** All that faces cover, but for what none of ours has. */
const everyCode = Array.from({ length: 0x10000 }, (_, code) => code)

const withRange = (rule: string, codes: readonly number[]) =>
  `${rule.replace(/unicode-range:[^;}]+;?/u, '').replace(/;?\s*\}$/u, '')};unicode-range:${listRange(codes)}}`

/** Of scripts the signs they write. The letters in them are those that the search folds: a table, and no words. */
const signsIn = (script: string) => script.replace(/[\p{L}\p{M}]/gu, '')

const codesOf = (texts: readonly string[]): ReadonlySet<number> =>
  new Set(texts.flatMap((text) => [...new Set(text)].map((character) => character.codePointAt(0) ?? 0)).filter((code) => code >= 0x20))

/** For each further file that a page needs, a letter that is in it. */
function lettersOf(text: string, covers: readonly FontFace['covers'][]): string {
  const codes = [...codesOf([text])].sort((a, b) => a - b)
  const letters = covers.flatMap((isIn) => codes.find(isIn) ?? [])
  return [...new Set(letters)].map((code) => String.fromCodePoint(code)).join('')
}

const hashOf = (content: string | Uint8Array) => createHash('sha256').update(content).digest('hex').slice(0, 8)

/** What is read once and used by several. */
function memoizeLater<T>(read: (name: string) => Promise<T>): (name: string) => Promise<T> {
  const known = new Map<string, Promise<T>>()
  return (name) => {
    const found = known.get(name) ?? read(name)
    known.set(name, found)
    return found
  }
}
