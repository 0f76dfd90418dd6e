/** What is kept on the reader’s device for this series, under names of its own: two series may share a host. */
const keyOf = (name: string) => `pamphlet:${document.documentElement.dataset.series}:${name}`

/** What was kept under a name; an empty object where there is nothing, or no storage. */
export function kept<T extends object>(name: string): Partial<T> {
  try {
    return JSON.parse(localStorage.getItem(keyOf(name)) ?? '{}')
  } catch {
    return {}
  }
}

/** Keeps a value; a browser that keeps nothing is no mistake. */
export function keep(name: string, value: object) {
  try {
    localStorage.setItem(keyOf(name), JSON.stringify(value))
  } catch {}
}

/** Forgets everything kept for this series. */
export function forgetAll() {
  try {
    for (const key of Object.keys(localStorage)) if (key.startsWith(keyOf(''))) localStorage.removeItem(key)
  } catch {}
}
