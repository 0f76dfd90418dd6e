import type { FootnoteDefinition, Root } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import { frontMatter } from '../../manuscript/front-matter.ts'
import { setFields } from '../../manuscript/yaml/edit-yaml.ts'
import { readYaml } from '../../manuscript/yaml/yaml.ts'
import { cutEnd } from '../../model/cut.ts'
import type { ManuscriptFile } from '../../model/facts.ts'
import { seriesFileSchema, type WrittenSeriesFile } from '../../model/series-file.ts'
import { decodeText } from '../decode-text.ts'
import type { KnownSource } from '../import-works.ts'
import { slugOf } from '../name-source.ts'
import { readPandocCitations, readWordCitations } from './citations-in-text.ts'
import { comparable, nameNotes } from './note-names.ts'
import { linkNumberedNotes } from './numbered-notes.ts'
import { readDocx, type WordCitation } from './read-docx.ts'
import { readHtml } from './read-html.ts'
import { readMarkdown } from './read-markdown.ts'
import { readPlainText } from './read-plain-text.ts'
import type { Loss, ReadText } from './read-text.ts'
import { tidy } from './tidy.ts'
import { writeMdx } from './write-mdx.ts'

/** A foreign manuscript as a file of bytes, by the name that whoever gives the command gave it. */
export type ForeignManuscript = { readonly path: string; readonly bytes: Uint8Array }

export type ManuscriptOptions = {
  readonly encoding?: string
  readonly slug?: string
  readonly title?: string
  /** Replaces a part of that name; without it the difference is said. */
  readonly overwrites?: true
}

/** What became of a foreign manuscript. */
export type ManuscriptImport = {
  readonly path: string
  readonly problem?: string
  /** The part it is now. */
  readonly part?: string
  readonly title?: string
  readonly counts?: Readonly<Record<'headings' | 'paragraphs' | 'notes' | 'citations', number>>
  readonly losses: readonly Loss[]
  /** A part of this name is there: what is otherwise in it, in paragraphs. */
  readonly difference?: { readonly added: readonly string[]; readonly gone: readonly string[] }
  readonly written: readonly ManuscriptFile[]
}

/**
 * Makes of a text in Word’s format, HTML, Markdown or plain text a part of the manuscript, entered in `series.yaml`. Pure but
 * for its patience: `written` are the files to write. See decision 73.
 *
 * @param manuscript the text files of the manuscript
 */
export async function importManuscript(
  { path, bytes }: ForeignManuscript,
  manuscript: readonly ManuscriptFile[],
  sources: readonly KnownSource[],
  options: ManuscriptOptions,
): Promise<ManuscriptImport> {
  const read = await readAny(path, bytes, options.encoding)
  if ('problem' in read) return { path, problem: read.problem, losses: [], written: [] }
  const { tree, losses } = read
  const name =
    path
      .split(/[\\/]/u)
      .at(-1)
      ?.replace(/\.[^.]+$/u, '') ?? ''
  const title = cutEnd((options.title ?? read.title ?? headlineOf(tree) ?? name).replace(/\s+/gu, ' ').trim(), 290)
  linkNumberedNotes(tree, losses)
  tidy(tree, title, losses)
  readPandocCitations(tree, new Set(sources.map(({ id }) => id)), losses)
  const works = read.citations && read.citations.length > 0 ? readWordCitations(tree, read.citations, sources, losses) : []
  if (textOf(tree).trim() === '') return { path, problem: 'there is no text in it', losses, written: [] }
  const series = manuscript.find((file) => file.path === 'series.yaml')
  const listed =
    series && readYaml<WrittenSeriesFile>(series.text, seriesFileSchema, { file: 'series.yaml', code: 'front-matter-invalid' }).value
  if (!series || !listed)
    return { path, problem: 'series.yaml is missing or has mistakes: run “npm run check:texts” first', losses, written: [] }
  const { parts } = listed
  const part = options.slug ?? (slugOf(title).split('-').slice(0, 8).join('-').slice(0, 80).replace(/-$/u, '') || slugOf(name) || 'text')
  const before = manuscript.find((file) => file.path === `parts/${part}.mdx`)
  const others = manuscript.filter((file) => /^(?:parts|pages)\/[^/]+\.mdx$/u.test(file.path) && file !== before)
  nameNotes(
    tree,
    before ? notesIn(before.text) : new Map(),
    others.flatMap(({ text }) => [...text.matchAll(/^\s*\[\^([^\]]+)\]:/gmu)].map(([, id = '']) => id)),
  )
  const text = writeMdx(before ? frontMatter.exec(before.text)?.[0] : undefined, { title }, tree)
  const made = { path, part, title, counts: countsOf(tree), losses }
  if (before && options.overwrites === undefined) return { ...made, difference: differenceOf(before.text, text), written: [] }
  const isEntered = parts === undefined || parts.includes(part)
  const entered = isEntered
    ? []
    : [{ path: 'series.yaml', text: setFields(series.text, { parts: [...parts, part] }, Object.keys(seriesFileSchema.shape)) }]
  return { ...made, written: [{ path: `parts/${part}.mdx`, text }, ...entered, ...works] }
}

type Read = ReadText & { readonly citations?: readonly WordCitation[] }

async function readAny(path: string, bytes: Uint8Array, encoding: string | undefined): Promise<Read | { readonly problem: string }> {
  const ending = /\.(\w+)$/u.exec(path)?.[1]?.toLowerCase() ?? ''
  if (ending === 'docx' || ending === 'docm') return readDocx(bytes)
  const reader = readers[ending]
  if (!reader)
    return {
      problem: `a file that ends in ${Object.keys(readers)
        .map((one) => `.${one}`)
        .join(', ')} or .docx is wanted; most programs can save a text as one of them`,
    }
  const decoded = decodeText(bytes, encoding)
  return 'problem' in decoded ? decoded : reader(decoded.text.replace(/^\uFEFF/u, '').replace(/\r\n/gu, '\n'))
}

const readers: Readonly<Record<string, (text: string) => ReadText>> = {
  html: readHtml,
  htm: readHtml,
  xhtml: readHtml,
  md: readMarkdown,
  markdown: readMarkdown,
  txt: readPlainText,
  text: readPlainText,
}

const headlineOf = (tree: Root): string | undefined => {
  const first = tree.children.find((node) => node.type === 'heading')
  return first && textOf(first).trim() !== '' ? textOf(first) : undefined
}

/** The notes of a part that is there, by their words. */
function notesIn(text: string): ReadonlyMap<string, string> {
  const { tree } = readMarkdown(text)
  const notes = tree.children.filter((node): node is FootnoteDefinition => node.type === 'footnoteDefinition')
  return new Map(notes.map((note) => [comparable(textOf(note)), note.label ?? note.identifier]))
}

function countsOf(tree: Root): NonNullable<ManuscriptImport['counts']> {
  const of = (type: string) => tree.children.filter((node) => node.type === type).length
  const citations = JSON.stringify(tree).split('"name":"Source"').length - 1
  return { headings: of('heading'), paragraphs: of('paragraph'), notes: of('footnoteDefinition'), citations }
}

function differenceOf(before: string, after: string) {
  const [old, now] = [before, after].map((text) =>
    text
      .replace(frontMatter, '')
      .split(/\n{2,}/u)
      .map((block) => block.trim())
      .filter(Boolean),
  ) as [string[], string[]]
  return { added: now.filter((block) => !old.includes(block)), gone: old.filter((block) => !now.includes(block)) }
}
