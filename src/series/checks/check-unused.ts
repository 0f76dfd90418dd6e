import { type Diagnostic, diagnose, startOfFile } from '../../diagnostics/diagnostic.ts'
import type { Manuscript } from '../../manuscript/read-manuscript.ts'
import { documentsOf, namedIn } from './check.ts'

/** Sources that nothing cites and terms that nothing leads to; asked only when all files could be read. */
export const findUnused = (manuscript: Manuscript): Diagnostic[] => [...findUnusedSources(manuscript), ...findUnusedTerms(manuscript)]

function findUnusedSources(manuscript: Manuscript): Diagnostic[] {
  const used = new Set([
    ...manuscript.terms.flatMap(({ file }) => file.sources.map(({ source }) => source)),
    ...manuscript.events.files.flatMap(({ sources }) => sources),
    ...manuscript.places.files.flatMap(({ sources }) => sources),
    ...manuscript.charts.flatMap(({ file }) => file.sources),
  ])
  const texts = textsOf(manuscript)
  return manuscript.sources
    .filter(({ id, file }) => !file['further-reading'] && !used.has(id) && !texts.some(({ sources }) => sources.has(id)))
    .map(({ id, path }) => diagnose('source-unused', path, startOfFile, { source: id }))
}

function findUnusedTerms(manuscript: Manuscript): Diagnostic[] {
  const reached = new Set([
    ...manuscript.terms.flatMap(({ id, file }) => file.relations.flatMap(({ term }) => [id, term])),
    ...manuscript.events.files.flatMap(({ terms, by }) => [...terms, ...(by === undefined ? [] : [by])]),
    ...manuscript.places.files.flatMap(({ term }) => term ?? []),
  ])
  const texts = textsOf(manuscript)
  return manuscript.terms
    .filter(({ id }) => !reached.has(id) && !texts.some(({ terms }) => terms.has(id)))
    .map(({ id, path }) => diagnose('term-unused', path, startOfFile, { term: id }))
}

/** What each text names: the first texts of a long series name nearly all there is, and few are asked. */
const textsOf = (manuscript: Manuscript) => documentsOf(manuscript).map((facts) => namedIn(facts.path, facts))
