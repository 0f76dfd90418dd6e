import type { KeptKey } from './keep-keys.ts'
import type { PageLedger } from './page-ledger.ts'

/**
 * The ids that were published on a page and are there no longer, each with the id on the same page where its passage is
 * now: paragraphs that were joined, what the ledger says has moved, and the references that a note no longer has, which
 * lead to the reference of the same number in the note that took its place, or to the note.
 *
 * @param referencesOf how many references to a note the text has now
 */
export function movedIds(
  { moved, references }: PageLedger,
  kept: readonly KeptKey[],
  referencesOf: (note: string) => number,
): Map<string, string> {
  const joined = new Map(kept.flatMap(({ key, joined: old }) => old.map((gone) => [`p-${gone}`, `p-${key}`])))
  const now = (id: string) => joined.get(moved.get(id) ?? id) ?? moved.get(id) ?? id
  const ofReferences = [...references].flatMap(([note, published]) => {
    const successor = now(`note-${note}`).replace(/^note-/u, '')
    const left = referencesOf(successor)
    return Array.from({ length: published }, (_, i) => i + 1)
      .filter((ordinal) => left > 0 && (successor !== note || ordinal > left))
      .map((ordinal) => [`ref-${note}-${ordinal}`, ordinal <= left ? `ref-${successor}-${ordinal}` : `note-${successor}`] as const)
  })
  return new Map([...joined, ...[...moved.keys()].map((id) => [id, now(id)] as const), ...ofReferences])
}
