/**
 * Whether an address may belong to a publication, whose scope may hold others: one at `/` has those at `/b/` below it.
 * It does where it lies beside the files of the publication, or in one of their folders.
 *
 * @param folders at the root of the publication, as addresses have them
 * @param scope of the publication’s worker
 */
export function mayHaveAddress(path: string, folders: readonly string[], scope: string): boolean {
  const folder = /^([^/]+)\//u.exec(path.slice(new URL(scope).pathname.length))?.[1]
  return folder === undefined || folders.includes(folder)
}
