/**
 * What a page has read of the Series, so that it is rendered anew only where that has changed (decision 139). While somebody records,
 * each read of a tracked object is noted by its path; objects that no one records are read as they are.
 */

/** What was read of an object: names of properties, each with what was read of its value. */
export type Reads = ReadonlyMap<string, Reads>

type Noted = Map<string, Reads>

/** Of a value nothing else was read: most are texts and numbers, and all share it. */
const nothingElse: Reads = new Map()

/** What was read besides, by its kind: texts, cards. */
type Uses = Map<string, Set<string>>

export type Recorded = { readonly reads: Reads; readonly uses: Uses }

type Recorder = {
  readonly reads: Noted
  readonly uses: Uses
  /** Where the reads of an object are noted: forgotten with the recorder, as a series has a hundred thousand objects. */
  readonly notes: Map<TrackedObject, Noted>
}

const newRecorder = (): Recorder => ({ reads: new Map(), uses: new Map(), notes: new Map() })

type Tracker = {
  recorder?: Recorder | undefined
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
  const recorder = newRecorder()
  tracker.recorder = recorder
  try {
    const result = await work()
    return { result, reads: recorder.reads, uses: recorder.uses }
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
      const own = recorder && newRecorder()
      tracker.recorder = own
      try {
        known = { result: make(from), recorded: own && { reads: own.reads, uses: own.uses } }
      } finally {
        tracker.recorder = recorder
      }
      made.set(from, known)
    }
    if (recorder && known.recorded) merge(recorder, known.recorded)
    return known.result
  }
}

function merge(into: Recorder, from: Recorded) {
  mergeReads(into.reads, from.reads)
  for (const [kind, names] of from.uses) for (const name of names) into.uses.set(kind, (into.uses.get(kind) ?? new Set()).add(name))
}

function mergeReads(into: Noted, from: Reads) {
  for (const [name, inner] of from)
    if (inner.size > 0) mergeReads(within(into, name), inner)
    else if (!into.has(name)) into.set(name, nothingElse)
}

/** Where the reads of a property's value are noted. */
function within(reads: Noted, name: string): Noted {
  const there = reads.get(name) ?? nothingElse
  if (there !== nothingElse) return there as Noted
  const own: Noted = new Map()
  reads.set(name, own)
  return own
}

/** The name under which the names of an object’s properties are noted. */
export const namesRead = '\0names'

/** Plain data as they are read: by the path from the root, so that the same object in two places is two. */
class TrackedObject {
  readonly proxy: object
  readonly #parent: TrackedObject | undefined
  readonly #name: string
  #inner: Map<string, TrackedObject> | undefined

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
    this.#inner ??= new Map()
    const inner = this.#inner.get(name) ?? new TrackedObject(value, this, name)
    this.#inner.set(name, inner)
    return inner.proxy
  }

  #note(name: string) {
    const reads = this.#notesOf(tracker.recorder as Recorder)
    if (!reads.has(name)) reads.set(name, nothingElse)
  }

  #notesOf(recorder: Recorder): Noted {
    const known = recorder.notes.get(this)
    if (known) return known
    const own = this.#parent ? within(this.#parent.#notesOf(recorder), this.#name) : recorder.reads
    recorder.notes.set(this, own)
    return own
  }
}
