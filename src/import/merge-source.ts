import type { SourceFile } from '../model/files/source-file.ts'

/** What an import does to a source that is there. */
export type Merge = {
  readonly added: Readonly<Record<string, unknown>>
  /** Fields that differ and stay as they are, or are replaced where that was asked for. */
  readonly differing: readonly { readonly field: string; readonly ours: unknown; readonly theirs: unknown }[]
}

/**
 * Compares a source with what an import file says of the same work. A format cannot carry everything: a field differs
 * only if it differs from what a file of that format would say of our source, too. Nothing is ever taken away.
 *
 * @param carried our source as it comes back from that format, in each way of writing it
 */
export function mergeSource(ours: SourceFile, theirs: SourceFile, carried: readonly Partial<SourceFile>[]): Merge {
  const fields = Object.entries(theirs) as [keyof SourceFile, unknown][]
  // “document” says of a type no more than that the format has none for it.
  const unlike = fields
    .filter(([field, value]) => !(field === 'type' && value === 'document'))
    .filter(([field, value]) => ![ours, ...carried].some((known) => isSame(known[field], value)))
  return {
    added: Object.fromEntries(unlike.filter(([field]) => ours[field] === undefined)),
    differing: unlike.filter(([field]) => ours[field] !== undefined).map(([field, value]) => ({ field, ours: ours[field], theirs: value })),
  }
}

const isSame = (a: unknown, b: unknown) => canonical(a) === canonical(b)

/** Straight and curly marks are one: programs exchange them as they like. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, part) =>
    part !== null && typeof part === 'object' && !Array.isArray(part) ? Object.fromEntries(Object.entries(part).sort()) : part,
  )
    ?.replace(/[‘’]/gu, "'")
    .replace(/[“”]|\\"/gu, '”') ?? ''
