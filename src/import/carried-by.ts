import { writeBibliography } from '../formats/bibliography.ts'
import type { SourceFile } from '../model/files/source-file.ts'
import { type Format, readWorks } from './read-works.ts'
import { toSource } from './to-source.ts'

const endings = { bibtex: 'bib', ris: 'ris', json: 'json' } as const

/** A source of ours as it comes back from a file of a format. */
export const carriedBy = (format: Format, id: string, file: SourceFile): Partial<SourceFile>[] =>
  readWorks(format, writeBibliography([{ id, ...file }], endings[format]), '').flatMap((work) => toSource(work).file ?? [])
