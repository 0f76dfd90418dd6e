import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts'
import type { DocumentKind, Span } from '../model/facts.ts'
import { constructOf } from './constructs/constructs.ts'
import { spanOf } from './nodes.ts'
import { ownIds, type Survey } from './survey/survey.ts'

/**
 * Finds sections and pictures with an id that something else on their page has: a link to it would lead to the first of
 * them. Headings without an id of the writer’s have stepped aside, but those that were published with theirs.
 */
export function checkTakenIds(
  { headings, paragraphs, notes, references, components }: Survey,
  kind: DocumentKind,
  path: string,
): Diagnostic[] {
  const named = components.flatMap(({ node, id }) => {
    const from = constructOf(node)?.id
    return from && id ? [{ id, from: from.from, holder: from.holder, span: spanOf(node) }] : []
  })
  const holders = new Map<string, string>([
    ...ownIds(kind).map((id) => [id, 'the page itself'] as const),
    ...paragraphs.map(({ key, number }) => [`p-${key}`, `paragraph ${number}`] as const),
    ...notes.map(({ id }) => [`note-${id}`, `the note “${id}”`] as const),
    ...references.map(({ note, ordinal }) => [`ref-${note}-${ordinal}`, `a reference to the note “${note}”`] as const),
    ...named.flatMap(({ id, from, holder }) => (from === 'ordinal' ? [[id, holder] as const] : [])),
  ])
  const check = (id: string, span: Span, what: string): Diagnostic[] => {
    const holder = holders.get(id)
    holders.set(id, holder ?? `${what} on line ${span.start.line}`)
    return holder === undefined ? [] : [diagnose('id-taken', path, span, { id, holder, what })]
  }
  const met = new Set<string>()
  return [
    ...headings.flatMap(({ id, node }) => {
      // Two headings with one id are told as such.
      if (met.has(id)) return []
      met.add(id)
      return check(id, spanOf(node), 'the heading')
    }),
    ...named.flatMap(({ id, from, holder, span }) => (from === 'writer' ? check(id, span, holder) : [])),
  ]
}
