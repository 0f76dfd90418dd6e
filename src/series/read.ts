import type { z } from 'zod'
import { type Diagnostic, diagnose, startOfFile } from '../diagnostics/diagnostic.ts'
import { readDocument } from '../manuscript/read-document.ts'
import { type Locate, readYaml } from '../manuscript/yaml.ts'
import { type EventFile, timelineFileSchema } from '../model/event-file.ts'
import type { DocumentFacts, DocumentKind, ManuscriptFile } from '../model/facts.ts'
import { idSchema } from '../model/ids.ts'
import { type PageFile, type PartFile, pageFileSchema, partFileSchema, type SeriesFile, seriesFileSchema } from '../model/series-file.ts'
import { type SourceFile, sourceFileSchema } from '../model/source-file.ts'
import { type TermFile, termFileSchema } from '../model/term-file.ts'

/** A text file of the manuscript with what stands in its front matter. */
export type Document<F> = { readonly id: string; readonly path: string; readonly file: F; readonly facts: DocumentFacts; readonly locate: Locate }

/** All files as read, each by itself. A file with a mistake is missing from its list, but its id is in `ids`. */
export type Manuscript = {
  readonly series?: { readonly file: SeriesFile; readonly locate: Locate }
  readonly parts: readonly Document<PartFile>[]
  readonly terms: readonly Document<TermFile>[]
  readonly pages: readonly Document<PageFile>[]
  readonly sources: readonly { readonly id: string; readonly path: string; readonly file: SourceFile }[]
  readonly events: { readonly files: readonly EventFile[]; readonly locate: Locate }
  readonly pictures: readonly string[]
  readonly ids: { readonly parts: readonly string[]; readonly terms: readonly string[]; readonly sources: readonly string[] }
}

const seriesPath = 'series.yaml'
export const timelinePath = 'timeline.yaml'

/** Reads all files, each once, and collects the mistakes that show in one file alone. */
export function readManuscript(files: readonly ManuscriptFile[]): { manuscript: Manuscript; diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = []
  const keep = <T extends { diagnostics: readonly Diagnostic[] }>(read: T): T => {
    diagnostics.push(...read.diagnostics)
    return read
  }
  const inFolder = (folder: string, ending: string) =>
    files.flatMap((file) => {
      const id = new RegExp(`^${folder}/([^/]+)${ending}$`, 'u').exec(file.path)?.[1]
      if (id === undefined) return []
      if (!idSchema.safeParse(id).success) diagnostics.push(diagnose('file-name-invalid', file.path, startOfFile, { name: id }))
      return [{ id, file }]
    })
  const documents = <F>(folder: string, kind: DocumentKind, schema: z.ZodType<F>): Document<F>[] =>
    inFolder(folder, '\\.mdx').flatMap(({ id, file }) => {
      const { frontMatter, facts, locate } = keep(readDocument(file, kind, id, schema))
      return frontMatter !== undefined && facts ? [{ id, path: file.path, file: frontMatter, facts, locate }] : []
    })
  const sources = inFolder('sources', '\\.yaml')
  const timeline = files.find(({ path }) => path === timelinePath)
  const events = timeline && keep(readYaml(timeline.text, timelineFileSchema, { file: timelinePath, code: 'front-matter-invalid' }))
  const series = files.find(({ path }) => path === seriesPath)
  if (!series) diagnostics.push(diagnose('file-missing', seriesPath, startOfFile, { file: seriesPath }))
  const readSeries = series && keep(readYaml(series.text, seriesFileSchema, { file: seriesPath, code: 'front-matter-invalid' }))
  const idsIn = (folder: string, ending: string) => files.flatMap(({ path }) => new RegExp(`^${folder}/([^/]+)${ending}$`, 'u').exec(path)?.[1] ?? [])
  const manuscript: Manuscript = {
    ...(readSeries?.value && { series: { file: readSeries.value, locate: readSeries.locate } }),
    parts: documents('parts', 'part', partFileSchema),
    terms: documents('glossary', 'term', termFileSchema),
    pages: documents('pages', 'page', pageFileSchema),
    sources: sources.flatMap(({ id, file }) => {
      const { value } = keep(readYaml(file.text, sourceFileSchema, { file: file.path, code: 'source-invalid' }))
      return value ? [{ id, path: file.path, file: value }] : []
    }),
    events: { files: events?.value ?? [], locate: events?.locate ?? (() => startOfFile) },
    pictures: files.flatMap(({ path }) => (path.startsWith('pictures/') ? [path.slice('pictures/'.length)] : [])),
    ids: { parts: idsIn('parts', '\\.mdx'), terms: idsIn('glossary', '\\.mdx'), sources: idsIn('sources', '\\.yaml') },
  }
  return { manuscript, diagnostics }
}
