import { type Document, isMap, isScalar, isSeq, type Node, parseDocument, type Scalar, visit } from 'yaml'
import type { z } from 'zod'
import type { Code, ParamsOf } from '../../diagnostics/catalog.ts'
import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts'
import { exampleOf } from '../../diagnostics/example-lines.ts'
import { suggest } from '../../diagnostics/suggest.ts'
import type { Span } from '../../model/facts.ts'
import { invisibleIn } from '../characters.ts'
import { fieldsAt } from './fields-at.ts'
import { spanIn } from './span-in.ts'

/** At the end of a path: the name of the field itself, not its value. */
export const itsName = Symbol('name of a field')

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
export function readYaml<T>(
  yaml: string,
  schema: z.ZodType<T>,
  { file, code, before = '' }: { file: string; code: FieldCode; before?: string },
): ReadYaml<T> {
  // The library compares every key with every other one.
  const document = parseDocument(yaml, { prettyErrors: false, uniqueKeys: false, logLevel: 'error' })
  const firstLine = before.split('\n').length
  const spanBetween = (from: number, to: number): Span => ({ start: pointAt(from), end: pointAt(to) })
  const pointAt = (offset: number) => {
    const { line, column } = spanIn(yaml, Math.min(offset, yaml.length), 0).start
    return { line: line + firstLine - 1, column, offset: before.length + offset }
  }
  const locate: Locate = (path) => {
    const node = path.at(-1) === itsName ? keyAt(document.contents, path.slice(0, -1)) : nearest(document.contents, path)
    const [from, to] = node?.range ?? [0, 0]
    return spanBetween(from, to)
  }
  const at = ([from, to]: readonly [number, number, ...number[]]) => spanBetween(from, to)
  const tooDeep = document.errors.find(({ message }) => message.includes('call stack'))
  if (tooDeep) return { locate, diagnostics: [diagnose('nesting-too-deep', file, at(tooDeep.pos), {})] }
  const syntax = [
    ...[...document.errors, ...document.warnings].map(({ pos, message }) => ({ place: pos, reason: message })),
    ...findRepeatedKeys(document).map((key) => ({
      place: key.range ?? ([0, 0] as const),
      reason: `The field “${key.value}” stands here twice`,
    })),
  ].map(({ place, reason }) => diagnose('yaml-syntax', file, at(place), { reason: reason.replace(/\.?$/u, '.') }))
  if (syntax.length > 0) return { locate, diagnostics: syntax.slice(0, mostToReport) }
  const escaped = findEscaped(document, yaml).map(({ place, character }) => diagnose('character-invisible', file, at(place), { character }))
  if (escaped.length > 0) return { locate, diagnostics: escaped.slice(0, mostToReport) }
  const values = toValues(document)
  if ('broken' in values) return { locate, diagnostics: [diagnose('yaml-syntax', file, at(values.broken), { reason: values.reason })] }
  const parsed = schema.safeParse(values.value)
  if (parsed.success) return { value: parsed.data, locate, diagnostics: [] }
  const diagnostics = explain(parsed.error.issues).map(({ path, expected, isUnknown = false }) => {
    const key = String(path.at(-1) ?? '')
    const known = isUnknown ? fieldsAt(schema, path.slice(0, -1)) : []
    const nearest = isUnknown ? nearestField(key, known) : undefined
    const as = exampleOf(file, nearest ? [...path.slice(0, -1), nearest].join('.') : path.join('.'))
    const at = isUnknown ? keyAt(document.contents, path) : undefined
    return diagnose(code, file, at?.range ? spanBetween(at.range[0], at.range[1]) : locate(path), {
      field: path.join('.') || 'the whole file',
      expected: withQuotationMarks(expected, scalarAt(document.contents, path)),
      ...(isUnknown ? { problem: 'unknown' } : path.length > 0 && !hasValue(values.value, path) && { problem: 'missing' }),
      ...(known.length > 0 && { known: known.join(', ') }),
      ...(nearest && { nearest }),
      ...(as && { as }),
    } as ParamsOf<FieldCode>)
  })
  return { locate, diagnostics }
}

/** What a field is called elsewhere, or by others, where that is not a slip of the pen. */
const otherNames: Readonly<Record<string, string>> = {
  ...{ license: 'licence', copyright: 'licence', by: 'author', creator: 'author', lang: 'language', url: 'URL', doi: 'DOI', isbn: 'ISBN' },
  ...{
    date: 'published',
    year: 'issued',
    name: 'title',
    summary: 'description',
    abstract: 'description',
    chapters: 'parts',
    site: 'address',
  },
}

function nearestField(typed: string, known: readonly string[]): string | undefined {
  const other = otherNames[typed.toLowerCase()]
  return other !== undefined && known.includes(other)
    ? other
    : (known.find((name) => name.toLowerCase() === typed.toLowerCase()) ?? suggest(typed, known))
}

/** Whether anything stands at a path. */
function hasValue(value: unknown, path: readonly PropertyKey[]): boolean {
  const found = path.reduce<unknown>((at, step) => (typeof at === 'object' && at !== null ? Reflect.get(at, step) : undefined), value)
  return found !== undefined
}

/** The key of a field. */
function keyAt(root: Node | null, path: readonly PropertyKey[]): Node | null {
  const map = nearest(root, path.slice(0, -1), 'value')
  const pair = isMap(map) ? map.items.find(({ key }) => isScalar(key) && key.value === path.at(-1)) : undefined
  return (pair?.key as Node | undefined) ?? null
}

/** What is typed like a number, a truth or nothing is no text until it stands in quotation marks. */
const withQuotationMarks = (expected: string, typed: Scalar | undefined) =>
  expected === 'a text' && typed?.source && typeof typed.value !== 'string' ? `a text, in quotation marks: '${typed.source}'` : expected

function scalarAt(root: Node | null, path: readonly PropertyKey[]): Scalar | undefined {
  const node = nearest(root, path)
  return isScalar(node) ? node : undefined
}

/** After so many, the rest follows from those before. */
const mostToReport = 20

/** Fields that stand in a map a second time. */
function findRepeatedKeys(document: Document.Parsed): Scalar[] {
  const repeated: Scalar[] = []
  visit(document, {
    Map: (_, { items }) => {
      const met = new Set<unknown>()
      for (const { key } of items) {
        if (!isScalar(key) || !met.has(key.value)) met.add(isScalar(key) ? key.value : key)
        else repeated.push(key)
      }
    },
  })
  return repeated
}

/** Values with characters that nobody can see, written as escapes: the check of the file’s own text does not meet them. */
function findEscaped(document: Document.Parsed, yaml: string) {
  const found: { readonly place: readonly [number, number, number]; readonly character: string }[] = []
  if (!yaml.includes('\\')) return found
  visit(document, {
    Scalar: (_, { value, type, range }) => {
      const character = type === 'QUOTE_DOUBLE' && typeof value === 'string' ? invisibleIn(value) : undefined
      if (character && range) found.push({ place: range, character })
    },
  })
  return found
}

/** What the document says; an alias of nothing, or of more and more, is found only now. */
function toValues(
  document: Document.Parsed,
): { readonly value: unknown } | { readonly broken: readonly [number, number, number]; readonly reason: string } {
  try {
    return { value: document.toJS() }
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error
    let broken: readonly [number, number, number] = [0, 0, 0]
    visit(document, {
      Alias: (_, alias) => {
        broken = alias.range ?? broken
        return alias.resolve(document) && !error.message.startsWith('Unresolved') ? undefined : visit.BREAK
      },
    })
    return { broken, reason: 'An alias (“*”) repeats what is not there, or too much.' }
  }
}

/** The node at the path, or the nearest one that is there: the key, if a key is what is wrong. */
function nearest(root: Node | null, path: readonly PropertyKey[], wanted: 'key' | 'value' = 'key'): Node | null {
  let node = root
  for (const [i, step] of path.entries()) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && key.value === step)
      if (!pair) return node
      const value = pair.value as Node | null
      node = wanted === 'key' && i === path.length - 1 && !isScalar(value) ? (pair.key as Node) : (value ?? (pair.key as Node))
    } else if (isSeq(node)) node = (node.items[Number(step)] as Node | undefined) ?? node
    else return node
  }
  return node
}

type WrongPlace = { readonly path: PropertyKey[]; readonly expected: string; readonly isUnknown?: true }

/** The wrong places of a schema’s verdict with what was expected there, in words a writer knows. */
export function explain(issues: readonly z.core.$ZodIssue[]): WrongPlace[] {
  return issues.flatMap((issue) => {
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({ path: [...issue.path, key], expected: 'no such field', isUnknown: true as const }))
    }
    if (issue.code === 'invalid_union') {
      const deepest = issue.errors.flat().sort((a, b) => b.path.length - a.path.length)[0]
      if (deepest && deepest.path.length > 0) {
        return explain([deepest]).map((place) => ({ ...place, path: [...issue.path, ...place.path] }))
      }
    }
    return [{ path: [...issue.path], expected: expectation(issue) }]
  })
}

function expectation(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return (
        {
          string: 'a text',
          number: 'a number',
          array: 'a list',
          object: 'fields with names',
          boolean: 'true or false',
          int: 'a whole number',
          tuple: 'a list',
          record: 'fields with names',
        }[issue.expected as string] ?? issue.expected
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
