import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts'
import type { PartFile, SeriesFile, WrittenPartFile, WrittenSeriesFile } from '../model/files/series-file.ts'
import { allRightsReserved } from '../model/licences.ts'
import { asId } from './as-id.ts'
import type { Locate } from './yaml/yaml.ts'

/** What a writer need not say, where they have not; and what they must say and have not. */
export function completeSeries(
  { author, licence, format: _, ...written }: WrittenSeriesFile,
  partIds: readonly string[],
  path: string,
  locate: Locate,
): { readonly file: SeriesFile; readonly diagnostics: readonly Diagnostic[] } {
  const { authors, rights, parts, volumes, front = [], back = [] } = written
  const wrong = (field: string, expected: string) => diagnose('front-matter-invalid', path, locate([field]), { field, expected })
  const diagnostics = [
    ...(author || authors ? [] : [wrong('author', 'the name of who wrote the series')]),
    ...(author && authors ? [wrong('author', 'either “author” or “authors”, not both')] : []),
    ...(licence && rights ? [wrong('rights', 'either “licence” or “rights”, not both')] : []),
    ...(parts && volumes ? [wrong('parts', 'either “parts” or “volumes”, not both')] : []),
    ...findTwice({ front, parts, volumes, back }).map((at) =>
      diagnose('front-matter-invalid', path, locate(at), { field: at.join('.'), expected: 'each part once in all the lists' }),
    ),
  ]
  const matter = [...front, ...back]
  const file = {
    ...written,
    slug: written.slug ?? (asId(written.title) || 'series'),
    authors: authors ?? (author ? [author] : []),
    rights: licence ?? rights ?? allRightsReserved,
    parts: parts ?? volumes?.flatMap((volume) => volume.parts) ?? inOrderOfNames(partIds.filter((id) => !matter.includes(id))),
    front,
    back,
  }
  return { file, diagnostics }
}

type Lists = Pick<WrittenSeriesFile, 'front' | 'parts' | 'volumes' | 'back'>

/** Where a part is listed that a list before has; within “parts” the schema tells it. */
function findTwice(lists: Lists): (string | number)[][] {
  const seen = new Map<string, string>()
  return entriesOf(lists).flatMap(({ id, at }) => {
    const list = String(at[0])
    const before = seen.get(id)
    seen.set(id, before ?? list)
    return before === undefined || (before === 'parts' && list === 'parts') ? [] : [at]
  })
}

/** Every part that is listed, with where. */
export const entriesOf = ({ front, parts, volumes, back }: Lists): { readonly id: string; readonly at: (string | number)[] }[] => [
  ...(front ?? []).map((id, i) => ({ id, at: ['front', i] })),
  ...(volumes ?? []).flatMap((volume, i) => volume.parts.map((id, j) => ({ id, at: ['volumes', i, 'parts', j] }))),
  ...(parts ?? []).map((id, i) => ({ id, at: ['parts', i] })),
  ...(back ?? []).map((id, i) => ({ id, at: ['back', i] })),
]

/** The files as a writer numbers them: `2-lock` before `10-lock`. */
const inOrderOfNames = (ids: readonly string[]) => [...ids].sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))

/** A part with its title: the one that is typed, the heading the text begins with, or its first heading. */
export function completePart(
  written: WrittenPartFile,
  heading: string | undefined,
  path: string,
  locate: Locate,
): { readonly file: PartFile; readonly diagnostics: readonly Diagnostic[] } {
  const { draft = false, title = heading, author, authors, ...rest } = written
  const wrong = (field: string, expected: string) => diagnose('front-matter-invalid', path, locate([field]), { field, expected })
  const diagnostics = [
    ...(title === undefined ? [wrong('title', 'a text, or a heading in the text')] : []),
    ...(author && authors ? [wrong('author', 'either “author” or “authors”, not both')] : []),
  ]
  const by = authors ?? author
  return { file: { ...rest, title: title ?? '', isDraft: draft, ...(by && { authors: by }) }, diagnostics }
}
