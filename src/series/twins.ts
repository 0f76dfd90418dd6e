import { type Diagnostic, diagnose, startOfFile } from '../diagnostics/diagnostic.ts'
import type { ManuscriptFile } from '../model/facts.ts'

/** Finds files whose names many disks do not tell apart: they differ in capitals or in the form of Unicode only. */
export function findTwins(files: readonly ManuscriptFile[]): Diagnostic[] {
  const first = new Map<string, string>()
  return files.flatMap(({ path }) => {
    const key = path.normalize('NFC').toLowerCase()
    const other = first.get(key)
    if (other === undefined) first.set(key, path)
    return other === undefined ? [] : [diagnose('file-name-twin', path, startOfFile, { name: path, other })]
  })
}
