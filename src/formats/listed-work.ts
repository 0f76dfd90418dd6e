import type { SourceFile } from '../model/files/source-file.ts'

/** A work as the formats of reference managers need it: the fields of its file, and its id. */
export type ListedWork = SourceFile & { readonly id: string }
