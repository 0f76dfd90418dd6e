import { closest, distance } from 'fastest-levenshtein'

/**
 * The candidate nearest to what was typed, if it is near enough to be what was meant: a third of the letters are others,
 * or the same letters stand in another order.
 */
export function suggest(typed: string, candidates: readonly string[]): string | undefined {
  if (typed.length > longest) return undefined
  const likely = candidates.filter(
    ({ length }) => Math.abs(length - typed.length) <= Math.max(1, Math.floor(Math.max(typed.length, length) / 3)),
  )
  if (likely.length === 0) return undefined
  const nearest = closest(typed, likely)
  const allowed = Math.max(1, Math.floor(Math.max(typed.length, nearest.length) / 3))
  return distance(typed, nearest) <= allowed || lettersOf(typed) === lettersOf(nearest) ? nearest : undefined
}

/**
 * The address nearest to what was typed: one that differs in a single step, in the same folder and of the same kind of
 * place. A folder is taken for a misspelt one only where there is none of its name.
 *
 * @param typed from the root of the site: `/glossary/lenin/`, `/part-1/#note-vote`
 */
export function suggestAddress(typed: string, addresses: readonly string[]): string | undefined {
  const steps = stepsOf(typed)
  const all = addresses
    .map((address) => ({ address, steps: stepsOf(address) }))
    .filter((candidate) => candidate.steps.length === steps.length)
  const isFolder = (name: string | undefined) => all.some((candidate) => candidate.steps[0] === name)
  for (const i of steps.keys().toArray().reverse()) {
    if (i === 0 && steps.length > 1 && isFolder(steps[0])) return undefined
    const beside = all.filter(
      (candidate) => candidate.steps.every((step, k) => k === i || step === steps[k]) && areAlike(steps[i], candidate.steps[i]),
    )
    const nearest = suggest(
      steps[i] ?? '',
      beside.map((candidate) => candidate.steps[i] ?? ''),
    )
    if (nearest !== undefined) return beside.find((candidate) => candidate.steps[i] === nearest)?.address
  }
  return undefined
}

const stepsOf = (address: string) => address.split(/\/|(?=#)/u).filter(Boolean)

const kindOf = (step: string | undefined) => /^#(?:note|ref|p|event|quote|cite)-/u.exec(step ?? '')?.[0]

const areAlike = (typed: string | undefined, step: string | undefined) => kindOf(typed) === undefined || kindOf(typed) === kindOf(step)

/** No id is longer; what is was not typed. */
const longest = 200

const lettersOf = (word: string) => [...word].sort().join('')
