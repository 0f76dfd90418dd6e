import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts'
import { suggest } from '../../diagnostics/suggest.ts'
import { type Manuscript, placesPath, timelinePath } from '../../manuscript/read-manuscript.ts'
import type { Span } from '../../model/facts.ts'
import { termKinds } from '../../model/files/term-file.ts'

/** Whether every kind that a term, an event, a place or a relation names is one that the series has, and joins what it may. */
export function checkKinds({ terms, events, places, kinds }: Manuscript): Diagnostic[] {
  const check = (what: 'terms' | 'events' | 'relations' | 'places', kind: string, path: string, place: () => Span): Diagnostic[] => {
    const known = kinds[what]
    if (known.includes(kind)) return []
    const nearest = suggest(kind, known)
    return [diagnose('kind-unknown', path, place(), { what, kind, known: known.join(', '), ...(nearest && { nearest }) })]
  }
  const kindOf = new Map(terms.map(({ id, file }) => [id, file.kind as string]))
  const join = (type: string, from: string, to: string, path: string, place: () => Span): Diagnostic[] => {
    const { from: froms, to: tos } = kinds.joins.get(type) ?? {}
    const target = kindOf.get(to)
    const usual = kinds.usual.get(type)
    // What is of one kind may stand in any relation, and kinds of the writer’s own join whatever they say.
    if (usual && target && target !== from && [from, target].every(isOfPreset) && !(usual.from.includes(from) && usual.to.includes(target)))
      return [diagnose('relation-odd', path, place(), { type, from, to: target, froms: usual.from.join(', '), tos: usual.to.join(', ') })]
    if (froms && !froms.includes(from))
      return [diagnose('relation-unfit', path, place(), { type, side: 'from', kinds: froms.join(', '), kind: from })]
    return tos && target && !tos.includes(target)
      ? [diagnose('relation-unfit', path, place(), { type, side: 'to', kinds: tos.join(', '), kind: target })]
      : []
  }
  return [
    ...terms.flatMap(({ file, path, locate }) => [
      ...check('terms', file.kind, path, () => locate(['kind'])),
      ...file.relations.flatMap(({ type, term }, i) => [
        ...check('relations', type, path, () => locate(['relations', i, 'type'])),
        ...join(type, file.kind, term, path, () => locate(['relations', i, 'term'])),
      ]),
    ]),
    ...events.files.flatMap(({ kind }, i) => check('events', kind, timelinePath, () => events.locate([i, 'kind']))),
    ...places.files.flatMap(({ kind }, i) =>
      kind === undefined ? [] : check('places', kind, placesPath, () => places.locate([i, 'kind'])),
    ),
  ]
}

const isOfPreset = (kind: string) => (termKinds as readonly string[]).includes(kind)
