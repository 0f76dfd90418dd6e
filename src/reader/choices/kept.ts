import { siteRoot } from '../site-root.ts'

type Area = 'localStorage' | 'sessionStorage'

/** No value of ours is longer: what is was written by another program of the same host, or to fill the page’s time. */
const longest = 1_000_000

/**
 * What is kept on the reader’s device for this publication, under names of its own: others share its host, of the same
 * series even. A folder on a disk is moved and replaced by its next version; there the series alone is the name.
 */
export const keyOf = (name: string) => `pamphlet:${location.protocol === 'file:' ? '' : `${siteRoot().pathname}:`}${keyOfSeries(name)}`

const keyOfSeries = (name: string) => `${document.documentElement.dataset.series}:${name}`

/**
 * What was kept under a name, as any program may have written it there: who reads it takes known names and values alone.
 * See decision 43.
 */
export function kept(name: string, area: Area = 'localStorage'): unknown {
  try {
    const text = globalThis[area].getItem(keyOf(name)) ?? ''
    return text.length > 0 && text.length <= longest ? JSON.parse(text) : undefined
  } catch {
    return undefined
  }
}

/** Keeps a value. @returns whether it is kept; a browser that keeps nothing is no mistake */
export function keep(name: string, value: unknown, area: Area = 'localStorage'): boolean {
  try {
    globalThis[area].setItem(keyOf(name), JSON.stringify(value))
    return true
  } catch {
    return false
  }
}

/** Forgets one value. */
export function forget(name: string, area: Area) {
  try {
    globalThis[area].removeItem(keyOf(name))
  } catch {}
}

/** Forgets everything kept for this publication on this device but what the reader has written, and that there is such. */
export function forgetAll() {
  try {
    const prefixes = [keyOf(''), `pamphlet:${keyOfSeries('')}`]
    for (const key of Object.keys(localStorage))
      if (prefixes.some((prefix) => key.startsWith(prefix)) && !key.endsWith(':annotated')) localStorage.removeItem(key)
  } catch {}
}

// Version 0.1 named what it kept by the series alone. Of two publications with that name the one that is opened first takes it.
try {
  for (const name of ['choices', 'places']) {
    const former = `pamphlet:${keyOfSeries(name)}`
    const value = localStorage.getItem(former)
    if (value === null || kept(name) !== undefined) continue
    localStorage.removeItem(former)
    localStorage.setItem(keyOf(name), value)
  }
} catch {}
