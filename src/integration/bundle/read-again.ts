import { createHash } from 'node:crypto'
import { namesRead, type Reads } from '../../tracked-reads.ts'

/**
 * What was read, as plain data that can be kept. Elements of a list of which the same was read stand for all of it, so that a page
 * with a menu of all parts names no part.
 */
export type Shape = 0 | { readonly [name: string]: Shape | readonly Shape[] }

/** More elements than these of which the same was read stand for all. */
const mostAlone = 8
const all = '*'

/** @param value of which it was read */
export function shapeOf(reads: Reads, value: unknown): Shape {
  if (typeof value !== 'object' || value === null || reads.size === 0) return 0
  const inner = [...reads].map(([name, below]) => [name, shapeOf(below, Reflect.get(value, name))] as const)
  if (!Array.isArray(value)) return Object.fromEntries(inner)
  const isElement = ([name]: readonly [string, Shape]) => /^\d+$/u.test(name)
  const byShape = [...Map.groupBy(inner.filter(isElement), ([, shape]) => JSON.stringify(shape)).values()]
  const many = byShape.filter(({ length }) => length > mostAlone)
  return {
    ...Object.fromEntries(inner.filter((one) => !isElement(one))),
    ...(many.length > 0 && { [all]: many.flatMap(([first]) => (first ? [first[1]] : [])) }),
    ...Object.fromEntries(byShape.filter((group) => !many.includes(group)).flat()),
  }
}

/**
 * Reads the same again.
 *
 * @param known what was read of whole lists, by their paths: many pages read the same of them
 * @returns all that was read, as text
 */
export function readAgain(shape: Shape, value: unknown, plain: (text: string) => string, known: Map<string, string>, path = ''): string {
  if (typeof value === 'string') return JSON.stringify(plain(value))
  if (typeof value !== 'object' || value === null) return String(value)
  if (shape === 0) return Array.isArray(value) ? '[' : '{'
  return Object.entries(shape)
    .map(([name, inner]) => {
      if (name === namesRead) return Object.keys(value).join('\0')
      const below = `${path}\0${name}`
      if (!Array.isArray(inner)) return readAgain(inner as Shape, Reflect.get(value, name), plain, known, below)
      return inner.map((one: Shape) => {
        const key = below + JSON.stringify(one)
        const found =
          known.get(key) ??
          digestOf((value as unknown[]).map((element, i) => readAgain(one, element, plain, known, `${below}\0${i}`)).join('\n'))
        known.set(key, found)
        return found
      })
    })
    .join('\n')
}

const digestOf = (text: string) => createHash('sha256').update(text).digest('base64')
