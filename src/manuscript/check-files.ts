import { type Diagnostic, diagnose, startOfFile } from '../diagnostics/diagnostic.ts'
import { memoize } from '../memoize.ts'
import type { FileFault, ManuscriptFile } from '../model/facts.ts'

/** What lies in the manuscript’s folder and is no file of a manuscript, and the names that are one name on other disks. */
export const checkFiles = (files: readonly ManuscriptFile[]): Diagnostic[] => [
  ...files.flatMap(({ path, fault }) => (fault ? [tell(path, fault)] : [])),
  ...findSameNames('', files.map(({ path }) => path).join('\0')),
]

function tell(path: string, fault: FileFault): Diagnostic {
  switch (fault.kind) {
    case 'link':
      return diagnose('file-link', path, startOfFile, {})
    case 'special':
      return diagnose('file-special', path, startOfFile, { what: fault.what })
    case 'too-large':
      return diagnose('file-too-large', path, startOfFile, { most: fault.most })
    case 'unreadable':
      return diagnose('file-unreadable', path, startOfFile, { reason: fault.reason })
    case 'strange-name':
      return diagnose('file-name-strange', path, startOfFile, { holds: fault.holds })
    case 'too-deep':
      return diagnose('manuscript-too-large', path, startOfFile, { what: 'folders inside one another', most: fault.most })
    case 'too-many':
      return diagnose('manuscript-too-large', path, startOfFile, { what: 'files', most: fault.most })
  }
}

/** Names of files and folders that macOS and Windows, or programs that carry files, take for the same. */
const findSameNames = memoize((paths: string): Diagnostic[] => {
  const first = new Map<string, string>()
  const told = new Set<string>()
  return paths.split('\0').flatMap((path) =>
    pathsTo(path).flatMap((name) => {
      const known = first.get(foldName(name)) ?? name
      first.set(foldName(name), known)
      if (known === name || told.has(name)) return []
      told.add(name)
      // Two folders that are one are told once, not for each of their files.
      return told.has(name.slice(0, Math.max(0, name.lastIndexOf('/'))))
        ? []
        : [diagnose('file-name-twice', name, startOfFile, { other: known })]
    }),
  )
})

/** `a/b/c` is reached by `a`, `a/b` and `a/b/c`. */
const pathsTo = (path: string) => path.split('/').map((_, i, parts) => parts.slice(0, i + 1).join('/'))

/** Capitals first made large, so that “ß” and “SS”, “ς” and “σ” are the same, as they are to NTFS and APFS or may be. */
const foldName = (name: string) => name.normalize('NFC').toUpperCase().toLowerCase().normalize('NFC')
