import { takeKey, takenKeys } from './keys.ts'
import { containment, type Grams, gramsOf, likeness } from './likeness.ts'

/** A paragraph as a document has it: `text` is compared, `ownText` is what a new key is made of. */
export type KeyedText = { readonly text: string; readonly ownText: string }

/** A paragraph that was published on a page under a key. */
export type RecordedParagraph = { readonly key: string; readonly text: string }

/** The key of a paragraph, and those of recorded paragraphs that have been joined to it. */
export type KeptKey = { readonly key: string; readonly joined: readonly string[] }

// Between different paragraphs of one essay likeness stays under 0.24, and containment under 0.51.
const alike = 0.35
const contained = 0.7
/** Shorter texts are in many others by chance. */
const fewestGrams = 15

/**
 * Gives each paragraph of a page its key: the one it was published under, known again by its text, so that it survives
 * edits, insertions and moves; else a new one. Of a paragraph that was split, the first half keeps the key; of paragraphs
 * that were joined, one key stays and the others lead to the same place.
 *
 * @param taken keys that are never given again: of paragraphs that are gone from the page
 */
export function keepKeys(paragraphs: readonly KeyedText[], recorded: readonly RecordedParagraph[], taken: readonly string[]): KeptKey[] {
  const kept = new Map<number, string>()
  matchEqual(paragraphs, recorded, kept)
  const joined = matchAlike(paragraphs, recorded, kept)
  const used = takenKeys([...taken, ...recorded.map(({ key }) => key)])
  return paragraphs.map(({ ownText }, i) => ({ key: kept.get(i) ?? takeKey(ownText, used), joined: joined.get(i) ?? [] }))
}

/** Paragraphs with the very text that was recorded; of several, each the key that it would be given anew. */
function matchEqual(paragraphs: readonly KeyedText[], recorded: readonly RecordedParagraph[], kept: Map<number, string>) {
  if (recorded.length === 0) return
  const byText = Map.groupBy(recorded, ({ text }) => text)
  const anew = takenKeys()
  for (const [i, { text, ownText }] of paragraphs.entries()) {
    const candidates = byText.get(text)
    const fresh = takeKey(ownText, anew)
    if (!candidates || candidates.length === 0) continue
    const at = Math.max(
      0,
      candidates.findIndex(({ key }) => key === fresh),
    )
    const [{ key } = { key: fresh }] = candidates.splice(at, 1)
    kept.set(i, key)
  }
}

/** Paragraphs whose text was edited; returns, for each that took others in, their keys. */
function matchAlike(
  paragraphs: readonly KeyedText[],
  recorded: readonly RecordedParagraph[],
  kept: Map<number, string>,
): Map<number, string[]> {
  const known = new Set(kept.values())
  const missing = recorded.filter(({ key }) => !known.has(key)).map(({ key, text }) => ({ key, grams: gramsOf(text) }))
  if (missing.length === 0) return new Map()
  const grams = paragraphs.map(({ text }) => gramsOf(text))
  const pairs = missing.flatMap((old) =>
    grams.flatMap((now, i) => (!kept.has(i) && isSame(old.grams, now) ? [{ old, i, likeness: likeness(old.grams, now) }] : [])),
  )
  const found = new Map<string, number>()
  for (const { old, i } of pairs.sort((a, b) => b.likeness - a.likeness || a.i - b.i)) {
    if (found.has(old.key) || kept.has(i)) continue
    kept.set(i, old.key)
    found.set(old.key, i)
  }
  for (const { key, grams: old } of missing) giveToFirstHalf(key, old, found, grams, kept)
  return findJoined(
    missing.filter(({ key }) => !found.has(key)),
    grams,
  )
}

const isSame = (old: Grams, now: Grams) => likeness(old, now) >= alike || isIn(old, now) || isIn(now, old)

const isIn = (part: Grams, whole: Grams) => part.size >= fewestGrams && containment(part, whole) >= contained

/** Where a paragraph was split, the half that is most like it may be the second. */
function giveToFirstHalf(key: string, old: Grams, found: ReadonlyMap<string, number>, grams: readonly Grams[], kept: Map<number, string>) {
  const half = found.get(key)
  if (half === undefined) return
  const first = grams.findIndex((now, i) => i < half && !kept.has(i) && isIn(now, old))
  if (first < 0) return
  kept.delete(half)
  kept.set(first, key)
}

function findJoined(missing: readonly { readonly key: string; readonly grams: Grams }[], grams: readonly Grams[]): Map<number, string[]> {
  const joined = new Map<number, string[]>()
  for (const old of missing) {
    const [best] = grams
      .map((now, i) => ({ i, contains: isIn(old.grams, now) ? containment(old.grams, now) : 0 }))
      .sort((a, b) => b.contains - a.contains || a.i - b.i)
    if (best && best.contains > 0) joined.set(best.i, [...(joined.get(best.i) ?? []), old.key])
  }
  return joined
}
