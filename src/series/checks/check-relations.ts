import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts'
import { suggest } from '../../diagnostics/suggest.ts'
import type { Document } from '../../manuscript/read-manuscript.ts'
import type { RelationType, TermFile } from '../../model/files/term-file.ts'

/** Checks how terms stand to one another and that no name leads to two of them. */
export function checkRelations(terms: readonly Document<TermFile>[], known: readonly string[]): Diagnostic[] {
  return [...findUnknown(terms, known), ...findTypedTwice(terms), ...findCycles(terms), ...findSharedNames(terms)]
}

function findUnknown(terms: readonly Document<TermFile>[], known: readonly string[]): Diagnostic[] {
  return terms.flatMap(({ file, path, locate }) =>
    file.relations.flatMap(({ term }, i) => {
      if (known.includes(term)) return []
      const nearest = suggest(term, known)
      return [diagnose('relation-unknown', path, locate(['relations', i, 'term']), { term, ...(nearest && { nearest }) })]
    }),
  )
}

/** Relations that hold in both directions. */
const symmetric = new Set<RelationType>(['allied-with', 'opposed', 'see-also'])

/** A relation and its inverse have the same key: “a successor b” is “b predecessor a”, “a opposed b” is “b opposed a”. */
function keyOf(from: string, type: RelationType, to: string): string {
  const isSymmetric = symmetric.has(type)
  if (type === 'predecessor') return `${to} successor ${from}`
  return isSymmetric ? [from, to].sort().join(` ${type} `) : `${from} ${type} ${to}`
}

function findTypedTwice(terms: readonly Document<TermFile>[]): Diagnostic[] {
  const typed = new Set<string>()
  return terms.flatMap(({ id, file, path, locate }) =>
    file.relations.flatMap(({ type, term }, i) => {
      const key = keyOf(id, type, term)
      if (typed.has(key)) return [diagnose('relation-duplicate', path, locate(['relations', i, 'type']), { term, type })]
      typed.add(key)
      return []
    }),
  )
}

/** Entries that are parts of themselves by way of others; each circle is reported once. */
function findCycles(terms: readonly Document<TermFile>[]): Diagnostic[] {
  const wholes = new Map(terms.map(({ id, file }) => [id, file.relations.filter(({ type }) => type === 'part-of').map(({ term }) => term)]))
  const done = new Set<string>()
  const found: string[][] = []
  const follow = (id: string, chain: string[]) => {
    const at = chain.indexOf(id)
    if (at >= 0) return void found.push([...chain.slice(at), id])
    if (done.has(id)) return
    for (const whole of wholes.get(id) ?? []) follow(whole, [...chain, id])
    done.add(id)
  }
  for (const id of wholes.keys()) follow(id, [])
  return found.flatMap((chain) => {
    const document = terms.find(({ id }) => id === chain[0])
    if (!document) return []
    const i = document.file.relations.findIndex(({ type, term }) => type === 'part-of' && term === chain[1])
    return [diagnose('relation-cycle', document.path, document.locate(['relations', i, 'term']), { chain: chain.join(' → ') })]
  })
}

function findSharedNames(terms: readonly Document<TermFile>[]): Diagnostic[] {
  const bearers = new Map<string, string>()
  return terms.flatMap(({ id, file, path, locate }) =>
    [['name', file.name] as const, ...file.aliases.map((alias, i) => [i, alias] as const)].flatMap(([where, name]) => {
      const other = bearers.get(name.toLowerCase())
      if (other === undefined) bearers.set(name.toLowerCase(), id)
      if (other === undefined || other === id) return []
      return [diagnose('term-duplicate-alias', path, locate(where === 'name' ? ['name'] : ['aliases', where]), { name, other })]
    }),
  )
}
