import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts'
import type { DocumentFacts } from '../model/facts.ts'
import { ownIds } from './ids-of-others.ts'

/**
 * Finds sections and pictures with an id that something else on their page has: a link to it would lead to the first of
 * them. Headings without an id of the writer’s have stepped aside, but those that were published with theirs.
 */
export function checkTakenIds({ kind, path, sections, pictures, notes, references, paragraphs, citations }: DocumentFacts): Diagnostic[] {
  const holders = new Map<string, string>([
    ...ownIds[kind].map((id) => [id, 'the page itself'] as const),
    ...paragraphs.map(({ key, number }) => [`p-${key}`, `paragraph ${number}`] as const),
    ...notes.map(({ id }) => [`note-${id}`, `the note “${id}”`] as const),
    ...references.map(({ note, ordinal }) => [`ref-${note}-${ordinal}`, `a reference to the note “${note}”`] as const),
    ...citations.map(
      ({ kind: use, source, ordinal }) => [use === 'citation' ? `cite-${source}-${ordinal}` : `quote-${ordinal}`, 'a citation'] as const,
    ),
  ])
  const check = (id: string, span: DocumentFacts['sections'][number]['span'], what: string): Diagnostic[] => {
    const holder = holders.get(id)
    holders.set(id, holder ?? `${what} on line ${span.start.line}`)
    return holder === undefined ? [] : [diagnose('id-taken', path, span, { id, holder, what })]
  }
  const met = new Set<string>()
  return [
    ...sections.flatMap(({ id, span }) => {
      // Two headings with one id are told as such.
      if (met.has(id)) return []
      met.add(id)
      return check(id, span, 'the heading')
    }),
    ...pictures.flatMap(({ id, span }) => (id === undefined ? [] : check(id, span, 'the picture'))),
  ]
}
