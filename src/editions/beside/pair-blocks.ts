/** A paragraph, list, heading, figure or table of a text. */
export type Block = {
  /** Name of its element. */
  readonly tag: string
  /** The ids that the original and its translation have in common: those of its paragraphs, or of its heading. */
  readonly ids: readonly string[]
}

/** What stands side by side; one without a counterpart stands alone. */
export type Pair<B> = { readonly original?: B; readonly translation?: B }

/**
 * Pairs the blocks of a text with those of its translation, both in the order they stand in: by the ids they have in
 * common; what has none, as a rule between sections, by its kind, between the same neighbours.
 */
export function pairBlocks<B extends Block>(original: readonly B[], translation: readonly B[]): Pair<B>[] {
  const places = new Map(original.flatMap(({ ids }, at) => ids.map((id) => [id, at])))
  const pairs: Pair<B>[] = []
  let [from, since] = [0, 0]
  for (const [at, block] of translation.entries()) {
    const to = Math.min(...block.ids.map((id) => places.get(id) ?? Number.POSITIVE_INFINITY).filter((place) => place >= from))
    const counterpart = original[to]
    if (!counterpart) continue
    pairs.push(...pairByKind(original.slice(from, to), translation.slice(since, at)), { original: counterpart, translation: block })
    from = to + 1
    since = at + 1
  }
  return [...pairs, ...pairByKind(original.slice(from), translation.slice(since))]
}

/** Between what has a counterpart: blocks with an id of their own have none. */
function pairByKind<B extends Block>(original: readonly B[], translation: readonly B[]): Pair<B>[] {
  const pairs: Pair<B>[] = []
  let next = 0
  for (const block of translation) {
    const at = original.findIndex(({ tag, ids }, place) => place >= next && ids.length + block.ids.length === 0 && tag === block.tag)
    if (at < 0) pairs.push({ translation: block })
    else {
      pairs.push(...original.slice(next, at).map((one) => ({ original: one })), { original: original[at] as B, translation: block })
      next = at + 1
    }
  }
  return [...pairs, ...original.slice(next).map((one) => ({ original: one }))]
}
