import { findAlike, findExact, isShort, type Quote, type Stretch } from './find-quote.ts'

/** So many characters of what stood around words must be there yet for few words to be taken for those that were meant. */
const leastNeighbours = { here: 6, elsewhere: 16 }
/** With so many, no other place can be meant. */
const enoughNeighbours = 24
/** Changed words are looked for in other places only where so many of them are left: fewer are in many by chance. */
const fewestElsewhere = 6

/**
 * Finds quoted words on a page: in their own place, where that is there yet, or in another one, for paragraphs are split,
 * joined and moved, and words with them. Few words are the same only beside the same neighbours; many may have been edited.
 *
 * @param own the place in which they stood, or what became of it
 * @param others all places of the page, in their order
 * @param textOf the text of a place
 */
export function findPlace<P>(
  quote: Quote,
  own: P | undefined,
  others: readonly P[],
  textOf: (place: P) => string,
): { readonly place: P; readonly at: Stretch } | undefined {
  return findUnchanged(quote, own, others, textOf) ?? findChanged(quote, own, others, textOf)
}

function findUnchanged<P>(quote: Quote, own: P | undefined, others: readonly P[], textOf: (place: P) => string) {
  const around = quote.prefix.length + quote.suffix.length
  const first = own === undefined ? undefined : findExact(textOf(own), quote)
  const here = own !== undefined && first && { place: own, at: first }
  if (here && here.at.neighbours >= Math.min(around, enoughNeighbours)) return here
  let best: { readonly place: P; readonly at: NonNullable<ReturnType<typeof findExact>> } | undefined =
    here && (!isShort(quote.exact) || here.at.neighbours >= Math.min(around, leastNeighbours.here)) ? here : undefined
  for (const place of others) {
    const at = findExact(textOf(place), quote)
    if (!at || (isShort(quote.exact) && at.neighbours < leastNeighbours.elsewhere)) continue
    // Where nothing tells them apart, the words are in their own place.
    if (!best || at.neighbours > best.at.neighbours) best = { place, at }
  }
  return best
}

function findChanged<P>({ exact }: Quote, own: P | undefined, others: readonly P[], textOf: (place: P) => string) {
  if (isShort(exact)) return undefined
  const first = own === undefined ? undefined : findAlike(textOf(own), exact)
  if (own !== undefined && first) return { place: own, at: first }
  return others
    .flatMap((place) => {
      const at = findAlike(textOf(place), exact)
      return at && at.matches >= fewestElsewhere ? [{ place, at }] : []
    })
    .reduce<{ place: P; at: Stretch & { matches: number } } | undefined>(
      (best, each) => (best && best.at.matches >= each.at.matches ? best : each),
      undefined,
    )
}
