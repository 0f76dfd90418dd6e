/**
 * What a page has read of the Series, so that it is rendered anew only where that has changed (decision 139). While somebody records,
 * each read of a tracked object is noted by its path; objects that no one records are read as they are.
 */

/** What was read of an object: names of properties, each with what was read of its value. */
export type Reads = Map<string, Reads>

/** What was read besides, by its kind: texts, cards. */
type Uses = Map<string, Set<string>>

export type Recorded = { readonly reads: Reads; readonly uses: Uses }

type Tracker = {
  recorder?: Recorded | undefined
  /** What strings are read as while somebody records. */
  plain: (text: string) => string
  readonly roots: WeakMap<object, object>
  isOn: boolean
}

// Astro bundles the modules of pages, and loads them in a graph of their own.
const symbol = Symbol.for('pamphlet.tracked-reads')
const holder = globalThis as typeof globalThis & { [symbol]?: Tracker }
holder[symbol] ??= { plain: (text) => text, roots: new WeakMap(), isOn: false }
const tracker: Tracker = holder[symbol]

/** From here on what {@link tracked} gives is tracked. @param plain what strings are read as while somebody records */
export function trackReads(plain: (text: string) => string) {
  tracker.isOn = true
  tracker.plain = plain
}

/** The same object, whose reads are noted; the object itself where nothing is tracked. Always the same of one object. */
export function tracked<T extends object>(root: T): T {
  if (!tracker.isOn) return root
  const known = tracker.roots.get(root) ?? new TrackedObject(root).proxy
  tracker.roots.set(root, known)
  return known as T
}

/** Records what is read while work is done. One at a time. */
export async function record<T>(work: () => Promise<T>): Promise<Recorded & { readonly result: T }> {
  const recorded: Recorded = { reads: new Map(), uses: new Map() }
  tracker.recorder = recorded
  try {
    return { ...recorded, result: await work() }
  } finally {
    tracker.recorder = undefined
  }
}

/** Notes that something else was read: the text of a document, say. */
export function noteUse(kind: string, name: string) {
  const uses = tracker.recorder?.uses
  if (!uses) return
  const names = uses.get(kind) ?? new Set()
  uses.set(kind, names.add(name))
}

/** Does work whose reads are not noted: what is made of them is noted by the name of it. */
export function unrecorded<T>(work: () => T): T {
  const { recorder } = tracker
  tracker.recorder = undefined
  try {
    return work()
  } finally {
    tracker.recorder = recorder
  }
}

/** A function that makes its result of an object once; whoever asks for it has read what it was made of. */
export function madeOnce<From extends object, T>(make: (from: From) => T): (from: From) => T {
  const made = new WeakMap<From, { readonly result: T; readonly recorded?: Recorded | undefined }>()
  return (from) => {
    const { recorder } = tracker
    let known = made.get(from)
    if (!known || (recorder && !known.recorded)) {
      const recorded: Recorded | undefined = recorder && { reads: new Map(), uses: new Map() }
      tracker.recorder = recorded
      try {
        known = { result: make(from), recorded }
      } finally {
        tracker.recorder = recorder
      }
      made.set(from, known)
    }
    if (recorder && known.recorded) merge(recorder, known.recorded)
    return known.result
  }
}

function merge(into: Recorded, from: Recorded) {
  mergeReads(into.reads, from.reads)
  for (const [kind, names] of from.uses) for (const name of names) into.uses.set(kind, (into.uses.get(kind) ?? new Set()).add(name))
}

function mergeReads(into: Reads, from: Reads) {
  for (const [name, inner] of from) {
    const there = into.get(name)
    if (there) mergeReads(there, inner)
    else into.set(name, copyOf(inner))
  }
}

const copyOf = (reads: Reads): Reads => new Map([...reads].map(([name, inner]) => [name, copyOf(inner)]))

/** The name under which the names of an object’s properties are noted. */
export const namesRead = '\0names'

/** Plain data as they are read: by the path from the root, so that the same object in two places is two. */
class TrackedObject {
  readonly proxy: object
  readonly #parent: TrackedObject | undefined
  readonly #name: string
  readonly #inner = new Map<string, TrackedObject>()
  #recorder: Recorded | undefined
  #reads: Reads = new Map()

  constructor(target: object, parent?: TrackedObject, name = '') {
    this.#parent = parent
    this.#name = name
    this.proxy = new Proxy(target, {
      get: (from, property) => {
        const value: unknown = Reflect.get(from, property)
        if (typeof property === 'symbol' || typeof value === 'function') return value
        if (tracker.recorder) this.#note(property)
        if (typeof value === 'string') return tracker.recorder ? tracker.plain(value) : value
        return typeof value === 'object' && value !== null ? this.#innerOf(property, value) : value
      },
      has: (from, property) => {
        if (typeof property === 'string' && tracker.recorder) this.#note(property)
        return Reflect.has(from, property)
      },
      ownKeys: (from) => {
        if (tracker.recorder) this.#note(namesRead)
        return Reflect.ownKeys(from)
      },
    })
  }

  #innerOf(name: string, value: object): object {
    const inner = this.#inner.get(name) ?? new TrackedObject(value, this, name)
    this.#inner.set(name, inner)
    return inner.proxy
  }

  #note(name: string) {
    const reads = this.#readsIn(tracker.recorder as Recorded)
    if (!reads.has(name)) reads.set(name, new Map())
  }

  #readsIn(recorder: Recorded): Reads {
    if (this.#recorder === recorder) return this.#reads
    this.#reads = this.#parent ? this.#parent.#readsOf(this.#name, recorder) : recorder.reads
    this.#recorder = recorder
    return this.#reads
  }

  #readsOf(name: string, recorder: Recorded): Reads {
    const own = this.#readsIn(recorder)
    const reads = own.get(name) ?? new Map()
    own.set(name, reads)
    return reads
  }
}
