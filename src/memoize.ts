/**
 * A function that keeps its last result for each name, and gives it again while what it was made of is the same: by
 * value for texts and numbers, by identity for all else. So an edit is read alone, and what did not change keeps its
 * identity.
 */
export function memoize<On extends readonly unknown[], Result>(make: (...on: On) => Result): (name: string, ...on: On) => Result {
  const kept = new Map<string, { readonly on: On; readonly result: Result }>()
  forgetting.push(() => kept.clear())
  return (name, ...on) => {
    const last = kept.get(name)
    if (last?.on.every((value, i) => value === on[i])) return last.result
    const result = make(...on)
    kept.set(name, { on, result })
    return result
  }
}

const forgetting: (() => void)[] = []

/** @param forget lets go of results of another kind whenever these are forgotten */
export const alsoForget = (forget: () => void) => void forgetting.push(forget)

/** Forgets all results: a build reads once, and what the trees of a long series take it needs for its pages. */
export function forgetResults() {
  for (const forget of forgetting) forget()
}

/** The same for plain data, which are the same where they are written the same in JSON. */
export function memoizeByValue<On extends readonly unknown[], Result>(make: (...on: On) => Result): (name: string, ...on: On) => Result {
  const made = memoize((written: string) => make(...(JSON.parse(written) as On)))
  return (name, ...on) => made(name, JSON.stringify(on))
}
