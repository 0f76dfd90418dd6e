import type { Root } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import { visit } from 'unist-util-visit'
import { frontMatter } from '../../manuscript/front-matter.ts'
import { readManuscript } from '../../manuscript/read-manuscript.ts'
import { setFields } from '../../manuscript/yaml/edit-yaml.ts'
import { readYaml } from '../../manuscript/yaml/yaml.ts'
import { cutEnd } from '../../model/cut.ts'
import type { ManuscriptFile } from '../../model/facts.ts'
import { seriesFileSchema, type WrittenSeriesFile } from '../../model/files/series-file.ts'
import { sourceFileSchema } from '../../model/files/source-file.ts'
import { programCommand } from '../../model/program-command.ts'
import type { KnownSource } from '../library.ts'
import { slugOf } from '../name-source.ts'
import { attributeQuotations } from './attributions.ts'
import { readPandocCitations, readWordCitations } from './citations-in-text.ts'
import { differenceOf, earlierText, keepHeadingIds } from './earlier-text.ts'
import { placeFigures, type TakenPicture } from './figures.ts'
import { linkTerms, namesOfTerms } from './link-terms.ts'
import { nameNotes } from './notes/note-names.ts'
import { linkNumberedNotes } from './notes/numbered-notes.ts'
import { proposeSources } from './propose-sources.ts'
import { readForeignText } from './read-foreign-text.ts'
import type { Loss } from './read-text.ts'
import { dropLostReferences } from './tex/tex-references.ts'
import { tidy } from './tidy.ts'
import { writeMdx } from './write-mdx.ts'

/** A foreign manuscript as a file of bytes, by the name that whoever gives the command gave it. */
export type ForeignManuscript = {
  readonly path: string
  readonly bytes: Uint8Array
  /** A file that lies beside it or below, by its relative path, as web pages and Markdown have their pictures. */
  readonly beside?: (path: string) => Promise<Uint8Array | undefined>
}

export type ManuscriptOptions = {
  readonly encoding?: string
  readonly slug?: string
  readonly title?: string
  /** Replaces a part of that name; without it the difference is said. */
  readonly overwrites?: true
  /** The chapter of a book that is taken, from 0; the whole of it without. */
  readonly chapter?: number
  /** Links each term of the glossary at its first mention in a section. */
  readonly linksTerms?: true
}

/** What became of a foreign manuscript. */
export type ManuscriptImport = {
  readonly path: string
  readonly problem?: string
  /** The part it is now. */
  readonly part?: string
  readonly title?: string
  readonly counts?: Readonly<Record<'headings' | 'paragraphs' | 'notes' | 'citations' | 'pictures' | 'mentions' | 'proposals', number>>
  /** What is there otherwise now, or not at all, with its place in the original and, where it has one, its line in the part. */
  readonly losses: readonly Loss[]
  /** A part of this name is there: what is otherwise in it, in paragraphs. */
  readonly difference?: { readonly added: readonly string[]; readonly gone: readonly string[] }
  readonly written: readonly ManuscriptFile[]
  readonly pictures: readonly TakenPicture[]
}

/**
 * Makes of a text of another program a part of the manuscript, entered in `series.yaml`. Pure but for its patience: `written`
 * and `pictures` are the files to write. See decision 73.
 *
 * @param manuscript all files of the manuscript
 */
export async function importManuscript(
  { path, bytes, beside }: ForeignManuscript,
  manuscript: readonly ManuscriptFile[],
  sources: readonly KnownSource[],
  options: ManuscriptOptions,
): Promise<ManuscriptImport> {
  const nothing = { path, losses: [], written: [], pictures: [] }
  const read = await readForeignText(path, bytes, options.encoding, beside, options.chapter)
  if ('problem' in read) return { ...nothing, problem: read.problem }
  const series = manuscript.find((file) => file.path === 'series.yaml')
  const listed =
    series && readYaml<WrittenSeriesFile>(series.text, seriesFileSchema, { file: 'series.yaml', code: 'front-matter-invalid' }).value
  if (!series || !listed) return { ...nothing, problem: `series.yaml is missing or has mistakes: run “${programCommand('check')}” first` }
  const { tree, losses } = read
  const fileName = path.split(/[\\/]/u).at(-1) ?? ''
  const name = fileName.replace(/\.[^.]+$/u, '')
  const title = cutEnd((options.title ?? read.title ?? headlineOf(tree) ?? name).replace(/\s+/gu, ' ').trim(), 290)
  const part = options.slug ?? (slugOf(title).split('-').slice(0, 8).join('-').slice(0, 80).replace(/-$/u, '') || slugOf(name) || 'text')
  const before = manuscript.find((file) => file.path === `parts/${part}.mdx`)
  linkNumberedNotes(tree, losses)
  const taken = new Map(manuscript.flatMap((file) => (file.digest ? [[file.path.replace(/^pictures\//u, ''), file.digest] as const] : [])))
  const pictures = placeFigures(tree, part, await picturesOf(tree, read.pictures, beside), taken, losses)
  tidy(tree, title, losses)
  dropLostReferences(tree, losses)
  readPandocCitations(tree, new Set(sources.map(({ id }) => id)), losses)
  const works =
    read.citations && read.citations.length > 0
      ? readWordCitations(tree, read.citations, { known: sources, language: listed.language }, losses)
      : []
  attributeQuotations(tree, sourcesWith(sources, works))
  if (textOf(tree).trim() === '') return { ...nothing, problem: 'there is no text in it', losses }
  const proposals = proposeSources(tree, sources, losses)
  const mentions = options.linksTerms ? linkTerms(tree, namesOfTerms(readManuscript(manuscript).manuscript), losses) : 0
  const others = manuscript.filter((file) => /^(?:parts|pages)\/[^/]+\.mdx$/u.test(file.path) && file !== before)
  const earlier = before && earlierText(before)
  nameNotes(
    tree,
    earlier?.notes ?? [],
    others.flatMap(({ text }) => [...text.matchAll(/^\s*\[\^([^\]]+)\]:/gmu)].map(([, id = '']) => id)),
  )
  if (earlier) keepHeadingIds(tree, earlier.headings)
  const text = writeMdx(before ? frontMatter.exec(before.text)?.[0] : undefined, { title }, tree)
  const counts = { ...countsOf(tree), pictures: pictures.length, mentions, proposals }
  const made = { path, part, title, counts, losses: withNewPlaces(losses, text) }
  if (before && options.overwrites === undefined) return { ...made, difference: differenceOf(before.text, text), written: [], pictures: [] }
  const { parts } = listed
  const isEntered = parts === undefined || parts.includes(part)
  const entered = isEntered
    ? []
    : [{ path: 'series.yaml', text: setFields(series.text, { parts: [...parts, part] }, Object.keys(seriesFileSchema.shape)) }]
  return { ...made, written: [{ path: `parts/${part}.mdx`, text }, ...entered, ...works], pictures }
}

/** The sources that there are, and those that the manuscript brings. */
const sourcesWith = (sources: readonly KnownSource[], works: readonly ManuscriptFile[]) =>
  new Map([
    ...sources.map(({ id, file }) => [id, file] as const),
    ...works.flatMap(({ path, text }) => {
      const { value } = readYaml(text, sourceFileSchema, { file: path, code: 'source-invalid' })
      return value ? [[path.replace(/^sources\/|\.yaml$/gu, ''), value] as const] : []
    }),
  ])

/** The first heading, where it stands alone over all others, or a line over the first heading. */
function headlineOf(tree: Root): string | undefined {
  const [opening, next] = tree.children
  const [first, ...others] = tree.children.flatMap((node) => (node.type === 'heading' ? [node] : []))
  const line = opening && textOf(opening).trim()
  if (!first || !line) return undefined
  if (opening === first) return others.every(({ depth }) => depth > first.depth) ? line : undefined
  const isLine = opening.type === 'paragraph' && next === first && line.length < 120 && !/[.,;:!?…]["”’)]*$/u.test(line)
  return isLine ? line : undefined
}

/** The pictures that a text names: those of the document itself, and files beside it. */
async function picturesOf(tree: Root, own: ReadonlyMap<string, Uint8Array> | undefined, beside: ForeignManuscript['beside']) {
  const pictures = new Map(own)
  const urls = new Set<string>()
  visit(tree, 'image', ({ url }) => void urls.add(url))
  for (const url of urls) {
    if (pictures.has(url) || !beside || /^(?:[a-z][\w+.-]*:|[\\/])/iu.test(url)) continue
    const found = await beside(decoded(url))
    if (found) pictures.set(url, found)
  }
  return pictures
}

const decoded = (url: string) => {
  try {
    return decodeURIComponent(url)
  } catch {
    return url
  }
}

function countsOf(tree: Root) {
  const of = (type: string) => tree.children.filter((node) => node.type === type).length
  const citations = JSON.stringify(tree).split('"name":"Source"').length - 1
  return { headings: of('heading'), paragraphs: of('paragraph'), notes: of('footnoteDefinition'), citations }
}

/** What stands in the new text is named with its line there. */
function withNewPlaces(losses: readonly Loss[], text: string): Loss[] {
  const plain = text.split('\n').map((line) => line.replace(/\\(?=[^\p{L}\p{N}\s])|<[^>]*>/gu, ''))
  return losses.map((loss) => {
    const words = /“([^”]{8,60})/u.exec(loss.place)?.[1]?.trim() ?? /^“([^”]{8,60})/u.exec(loss.says)?.[1]?.trim()
    const line = words === undefined ? -1 : plain.findIndex((one) => one.includes(words))
    return line < 0 ? loss : { ...loss, line: line + 1 }
  })
}
