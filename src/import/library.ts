import type { SourceFile } from '../model/files/source-file.ts'
import { signsOf } from './match-source.ts'

/** A source of the manuscript with the text of its file. */
export type KnownSource = { readonly id: string; readonly file: SourceFile; readonly text: string }

/** The sources that there are, and those that come: by id, and by what others that may be the same work have in common with them. */
export class Library {
  readonly #sources = new Map<string, KnownSource>()
  readonly #bySign = new Map<string, Set<string>>()

  constructor(sources: readonly KnownSource[]) {
    for (const source of sources) this.set(source)
  }

  has(id: string): boolean {
    return this.#sources.has(id)
  }

  get(id: string): KnownSource | undefined {
    return this.#sources.get(id)
  }

  set(source: KnownSource) {
    this.#sources.set(source.id, source)
    for (const sign of signsOf(source.file)) this.#bySign.set(sign, (this.#bySign.get(sign) ?? new Set()).add(source.id))
  }

  values(): readonly KnownSource[] {
    return [...this.#sources.values()]
  }

  /** Sources that may be the same work as one of these, in the order in which they came. */
  like(files: readonly SourceFile[]): readonly KnownSource[] {
    const ids = new Set(files.flatMap(signsOf).flatMap((sign) => [...(this.#bySign.get(sign) ?? [])]))
    if (ids.size < 2) return [...ids].flatMap((id) => this.#sources.get(id) ?? [])
    return [...this.#sources.values()].filter(({ id }) => ids.has(id))
  }
}
