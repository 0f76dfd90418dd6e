import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml'
import type { z } from 'zod'
import type { Code, ParamsOf } from '../diagnostics/catalog.ts'
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts'
import type { Span } from '../model/facts.ts'

/** Finds where in the file a value or its key stands, by its path in the data. */
export type Locate = (path: readonly PropertyKey[]) => Span

export type ReadYaml<T> = { readonly value?: T; readonly locate: Locate; readonly diagnostics: readonly Diagnostic[] }

type FieldCode = { [C in Code]: ParamsOf<C> extends { field: string; expected: string } ? C : never }[Code]

/**
 * Reads YAML and checks it against a schema, each problem at its place.
 *
 * @param offset where in the file the YAML begins (front matter begins on its second line)
 * @param code the code under which a wrong field is reported
 */
export function readYaml<T>(yaml: string, schema: z.ZodType<T>, { file, code, before = '' }: { file: string; code: FieldCode; before?: string }): ReadYaml<T> {
  const lines = new LineCounter()
  const document = parseDocument(yaml, { lineCounter: lines, prettyErrors: false })
  const firstLine = before.split('\n').length
  const spanBetween = (from: number, to: number): Span => ({ start: pointAt(from), end: pointAt(to) })
  const pointAt = (offset: number) => {
    const { line, col } = lines.linePos(offset)
    return { line: line + firstLine - 1, column: col || 1, offset: before.length + offset }
  }
  const locate: Locate = (path) => {
    const node = nearest(document.contents, path)
    const [from, to] = node?.range ?? [0, 0]
    return spanBetween(from, to)
  }
  if (document.errors.length > 0) {
    const syntax = document.errors.map((error) =>
      diagnose('yaml-syntax', file, spanBetween(error.pos[0], error.pos[1]), { reason: `${error.message.replace(/\.?$/u, '.')}` }),
    )
    return { locate, diagnostics: syntax }
  }
  const parsed = schema.safeParse(document.toJS())
  if (parsed.success) return { value: parsed.data, locate, diagnostics: [] }
  const diagnostics = explain(parsed.error.issues).map(({ path, expected }) =>
    diagnose(code, file, locate(path), { field: path.join('.') || 'the whole file', expected } as ParamsOf<FieldCode>),
  )
  return { locate, diagnostics }
}

/** The node at the path, or the nearest one that is there: the key, if a key is what is wrong. */
function nearest(root: Node | null, path: readonly PropertyKey[]): Node | null {
  let node = root
  for (const [i, step] of path.entries()) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && key.value === step)
      if (!pair) return node
      const value = pair.value as Node | null
      node = i === path.length - 1 && !isScalar(value) ? (pair.key as Node) : (value ?? (pair.key as Node))
    } else if (isSeq(node)) node = (node.items[Number(step)] as Node | undefined) ?? node
    else return node
  }
  return node
}

/** The wrong places of a schema’s verdict with what was expected there, in words a writer knows. */
export function explain(issues: readonly z.core.$ZodIssue[]): { path: PropertyKey[]; expected: string }[] {
  return issues.flatMap((issue) => {
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({ path: [...issue.path, key], expected: 'no such field' }))
    }
    if (issue.code === 'invalid_union') {
      const deepest = issue.errors.flat().sort((a, b) => b.path.length - a.path.length)[0]
      if (deepest && deepest.path.length > 0) {
        return explain([deepest]).map(({ path, expected }) => ({ path: [...issue.path, ...path], expected }))
      }
    }
    return [{ path: [...issue.path], expected: expectation(issue) }]
  })
}

function expectation(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return (
        { string: 'a text', number: 'a number', array: 'a list', object: 'fields with names', boolean: 'true or false' }[issue.expected as string] ??
        issue.expected
      )
    case 'invalid_value':
      return `one of ${issue.values.map((value) => `“${String(value)}”`).join(', ')}`
    case 'too_small':
      return issue.origin === 'string' || issue.origin === 'array' ? 'something that is not empty' : `${issue.minimum} or more`
    case 'too_big':
      return `at most ${issue.maximum}${issue.origin === 'string' ? ' characters' : ''}`
    case 'invalid_union': {
      const expected = issue.errors.flat().map(expectation)
      return expected.length > 0 ? [...new Set(expected)].join(', or ') : 'another value'
    }
    default:
      return issue.message
  }
}
