import { type Diagnostic, diagnose, startOfFile } from '../../diagnostics/diagnostic.ts'
import { suggest } from '../../diagnostics/suggest.ts'
import type { ManuscriptFile } from '../../model/facts.ts'
import { frontMatter } from '../front-matter.ts'
import { isLedgerPath } from '../ledger/ledger-files.ts'
import { spanIn } from '../yaml/span-in.ts'
import { fieldsOf, mergeFields, strangersIn } from './merge-fields.ts'
import { followsPath, type TranslatedFile } from './split-translations.ts'

/** A file of an overlay: of a translated one, where it lies, its text there, and how its lines are counted. */
export type OverlaidFile = ManuscriptFile & {
  readonly liesAt?: string
  readonly laid?: {
    readonly written: string
    /** Lines of the overlay that are merged fields and no lines of the translation’s. */
    readonly mergedLines: number
    /** How many more lines the overlay has before its text. */
    readonly shift: number
  }
}

/** What a manuscript is in another language: all its files, and what lies in the folder of the language in vain. */
export type Overlay = { readonly files: readonly OverlaidFile[]; readonly diagnostics: readonly Diagnostic[] }

/** @param slug of the original */
type About = { readonly language: string; readonly slug: string }

/**
 * The manuscript in another language: the files of the translation in place of those they translate, with the facts of
 * the original laid below, and the original where there is no translation. See decision 120.
 *
 * @param translated what lies in the folder of the language
 */
export function overlay(original: readonly ManuscriptFile[], translated: readonly TranslatedFile[], about: About): Overlay {
  const below = new Map(original.map((file) => [file.path, file]))
  const above = new Map(translated.filter(({ path }) => path !== followsPath).map((file) => [file.path, file]))
  const strangers = [...above.values()].filter((file) => !translates(file, below))
  const kept = original.filter(({ path }) => !isLedgerPath(path) && !path.startsWith('words/'))
  const words = [...above.values()].filter(({ path }) => path.startsWith('words/'))
  const merged = kept.map((file) => {
    const over = above.get(file.path)
    if (file.path === 'series.yaml') return mergeSeries(file, over, about)
    return over ? merge(file, over) : file
  })
  return {
    files: [...merged, ...words],
    diagnostics: [
      ...strangers.map((file) => tellStranger(file, below)),
      ...[...above.values()].flatMap((file) => tellEntries(file, below.get(file.path))),
    ],
  }
}

/** Whether a file stands in for one of the original’s, or has words of the program. */
const translates = ({ path }: TranslatedFile, below: ReadonlyMap<string, ManuscriptFile>) =>
  translatable.test(path) && (path.startsWith('words/') || below.has(path))

const translatable =
  /^(?:(?:parts|glossary|pages)\/[^/]+\.mdx|(?:sources|charts|words)\/[^/]+\.yaml|(?:series|timeline|places|map|vocabulary)\.yaml|(?:pictures|recordings)\/.+)$/u

function tellStranger({ path, liesAt }: TranslatedFile, below: ReadonlyMap<string, ManuscriptFile>): Diagnostic {
  if (isLedgerPath(path) || path === 'style.css')
    return diagnose('translation-of-nothing', liesAt, startOfFile, { file: liesAt, isOfAll: true })
  const nearest = suggest(
    path,
    [...below.keys()].filter((one) => translatable.test(one)),
  )
  const folder = liesAt.slice(0, liesAt.length - path.length)
  return diagnose('translation-of-nothing', liesAt, startOfFile, { file: liesAt, ...(nearest && { nearest: folder + nearest }) })
}

/** Events and places that the original does not have. */
function tellEntries({ path, text, liesAt }: TranslatedFile, below: ManuscriptFile | undefined): Diagnostic[] {
  if (!below || !path.endsWith('.yaml')) return []
  return strangersIn(fieldsOf(below.text), fieldsOf(text)).map((id) => {
    const at = Math.max(0, text.search(new RegExp(`(?<![\\w-])${id.replace(/[^\w-]/gu, '\\$&')}(?![\\w-])`, 'u')))
    return diagnose('translation-of-nothing', liesAt, spanIn(text, at, id.length), { file: path, entry: id })
  })
}

function merge(below: ManuscriptFile, over: TranslatedFile): OverlaidFile {
  if (over.path.endsWith('.mdx')) return mergeText(below, over)
  return over.path.endsWith('.yaml') && over.digest === undefined ? mergeYaml(below, over) : over
}

/** A file of facts, as one line of JSON; as the translation has it where either cannot be read. */
function mergeYaml(below: ManuscriptFile, over: TranslatedFile): OverlaidFile {
  const [facts, fields] = [fieldsOf(below.text), fieldsOf(over.text)]
  if (facts === undefined || fields === undefined || fields === null) return { ...over, laid: as(over.text, 0, 0) }
  return { ...over, text: `${JSON.stringify(mergeFields(facts, fields))}\n`, laid: as(over.text, 1, 0) }
}

/** The series itself: in the other language, under a name of its own for downloads and what a device keeps. */
function mergeSeries(below: ManuscriptFile, over: TranslatedFile | undefined, { language, slug }: About): OverlaidFile {
  const facts = fieldsOf(below.text)
  const fields = over && fieldsOf(over.text)
  if (over && !isMap(fields)) return { ...over, laid: as(over.text, 0, 0) }
  if (!isMap(facts)) return below
  const { permalinks: _, description, ...kept } = facts
  const own = { ...(description !== undefined && !(isMap(fields) && 'title' in fields) && { description }), ...kept }
  const merged = mergeFields(own, fields) as Readonly<Record<string, unknown>>
  const text = `${JSON.stringify({ ...merged, language, slug: `${slug}-${language.toLowerCase()}` })}\n`
  return over ? { ...over, text, laid: as(over.text, 1, 0) } : { ...below, text }
}

/** A text with the original’s front matter below its own, in one line of JSON and as many blank lines as it has. */
function mergeText(below: ManuscriptFile, over: TranslatedFile): OverlaidFile {
  const [ofOriginal, ofText] = [frontMatter.exec(below.text), frontMatter.exec(over.text)]
  const facts = ofOriginal ? fieldsOf(ofOriginal[1] || '{}') : {}
  const fields = ofText ? fieldsOf(ofText[1] || '{}') : {}
  if (!isMap(facts) || !(isMap(fields) || fields === null)) return { ...over, laid: as(over.text, 0, 0) }
  const lines = ofText ? (ofText[0].match(/\n/gu)?.length ?? 0) : 0
  const front = Math.max(3, lines)
  const merged = JSON.stringify(mergeFields(withoutWords(over.path, facts, fields ?? {}), fields ?? {}))
  const body = ofText ? over.text.slice(ofText[0].length) : over.text
  const text = `---\n${merged}\n${'\n'.repeat(front - 3)}---\n${body}`
  return { ...over, text, laid: as(over.text, front, front - lines) }
}

/** The facts of a text without what is said in its own language and would stand beside words of the other. */
function withoutWords(path: string, facts: Fields, fields: Fields): Fields {
  if (path.startsWith('parts/')) return without(facts, ['title', 'description'])
  if (path.startsWith('glossary/')) return 'name' in fields ? without(facts, ['short', 'sort']) : facts
  return 'title' in fields ? without(facts, ['description']) : facts
}

type Fields = Readonly<Record<string, unknown>>

const without = (fields: Fields, names: readonly string[]): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => !names.includes(name)))

const as = (written: string, mergedLines: number, shift: number) => ({ written, mergedLines, shift })

const isMap = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value)
