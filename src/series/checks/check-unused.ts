import { type Diagnostic, diagnose, startOfFile } from '../../diagnostics/diagnostic.ts'
import type { Manuscript } from '../../manuscript/read-manuscript.ts'
import { documentsOf, namedIn } from './check.ts'

/** Sources that nothing cites and terms that nothing leads to; asked only when all files could be read. */
export const findUnused = (manuscript: Manuscript): Diagnostic[] => [...findUnusedSources(manuscript), ...findUnusedTerms(manuscript)]

function findUnusedSources(manuscript: Manuscript): Diagnostic[] {
  const used = new Set([
    ...documentsOf(manuscript).flatMap((facts) => [...namedIn(facts.path, facts).sources]),
    ...manuscript.terms.flatMap(({ file }) => file.sources.map(({ source }) => source)),
    ...manuscript.events.files.flatMap(({ sources }) => sources),
    ...manuscript.places.files.flatMap(({ sources }) => sources),
    ...manuscript.charts.flatMap(({ file }) => file.sources),
  ])
  return manuscript.sources
    .filter(({ id, file }) => !used.has(id) && !file['further-reading'])
    .map(({ id, path }) => diagnose('source-unused', path, startOfFile, { source: id }))
}

function findUnusedTerms(manuscript: Manuscript): Diagnostic[] {
  const reached = new Set([
    ...documentsOf(manuscript).flatMap((facts) => [...namedIn(facts.path, facts).terms]),
    ...manuscript.terms.flatMap(({ id, file }) => file.relations.flatMap(({ term }) => [id, term])),
    ...manuscript.events.files.flatMap(({ terms, by }) => [...terms, ...(by === undefined ? [] : [by])]),
    ...manuscript.places.files.flatMap(({ term }) => term ?? []),
  ])
  return manuscript.terms
    .filter(({ id }) => !reached.has(id))
    .map(({ id, path }) => diagnose('term-unused', path, startOfFile, { term: id }))
}
