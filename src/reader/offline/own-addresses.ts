import { formsOf } from './answer-request.ts'

/** Which addresses of a host belong to a publication, whose scope may hold others: one at `/` has those at `/b/` below it. */
export type OwnAddresses = {
  /** Whether a file of the publication lies there, in any form of its address. */
  has(path: string): boolean
  /** Whether one may: it lies beside the files of the publication, or in one of their folders. */
  mayHave(path: string): boolean
}

/** @param files with their addresses from the scope: `part-1/` */
export function addressesOf(files: readonly { readonly address: string }[], scope: string): OwnAddresses {
  const base = new URL(scope).pathname
  const paths = new Set(files.map(({ address }) => new URL(address, scope).pathname))
  const folders = new Set([...paths].flatMap((path) => folderOf(path.slice(base.length)) ?? []))
  const has = (path: string) => formsOf(path).some((form) => paths.has(form))
  return {
    has,
    mayHave: (path) => {
      const folder = folderOf(path.slice(base.length))
      return folder === undefined || folders.has(folder)
    },
  }
}

/** The first folder of a path, if it has any. */
const folderOf = (path: string) => /^([^/]+)\//u.exec(path)?.[1]
