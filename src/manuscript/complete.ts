import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts'
import { allRightsReserved } from '../model/licences.ts'
import type { PartFile, SeriesFile, WrittenPartFile, WrittenSeriesFile } from '../model/series-file.ts'
import { asId } from './as-id.ts'
import type { Locate } from './yaml/yaml.ts'

/** What a writer need not say, where they have not; and what they must say and have not. */
export function completeSeries(
  { author, licence, format: _, ...written }: WrittenSeriesFile,
  partIds: readonly string[],
  path: string,
  locate: Locate,
): { readonly file: SeriesFile; readonly diagnostics: readonly Diagnostic[] } {
  const { authors, rights } = written
  const wrong = (field: string, expected: string) => diagnose('front-matter-invalid', path, locate([field]), { field, expected })
  const diagnostics = [
    ...(author || authors ? [] : [wrong('author', 'the name of who wrote the series')]),
    ...(author && authors ? [wrong('author', 'either “author” or “authors”, not both')] : []),
    ...(licence && rights ? [wrong('rights', 'either “licence” or “rights”, not both')] : []),
  ]
  const file = {
    ...written,
    slug: written.slug ?? (asId(written.title) || 'series'),
    authors: authors ?? (author ? [author] : []),
    rights: licence ?? rights ?? allRightsReserved,
    parts: written.parts ?? inOrderOfNames(partIds),
  }
  return { file, diagnostics }
}

/** The files as a writer numbers them: `2-lock` before `10-lock`. */
const inOrderOfNames = (ids: readonly string[]) => [...ids].sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))

/** A part with its title: the one that is typed, the heading the text begins with, or its first heading. */
export function completePart(
  written: WrittenPartFile,
  heading: string | undefined,
  path: string,
  locate: Locate,
): { readonly file: PartFile; readonly diagnostics: readonly Diagnostic[] } {
  const { draft = false, title = heading, ...rest } = written
  const diagnostics =
    title === undefined
      ? [diagnose('front-matter-invalid', path, locate(['title']), { field: 'title', expected: 'a text, or a heading in the text' })]
      : []
  return { file: { ...rest, title: title ?? '', isDraft: draft }, diagnostics }
}
