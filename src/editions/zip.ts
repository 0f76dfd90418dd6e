import { zipSync } from 'fflate'

/**
 * A ZIP archive that is the same to the byte for the same files and day, whenever and wherever it is made.
 *
 * @param files contents by path
 * @param day ISO 8601; every file is dated to its noon
 */
export function zip(files: ReadonlyMap<string, Uint8Array>, day: string): Uint8Array {
  const [year = 1980, month = 1, date = 1] = day.split('-').map(Number)
  // An archive says the time without a zone, and the library asks the clock of the machine: noon here is noon there,
  // and there is one every day; of midnight, clocks that are put forward leave some out.
  const mtime = new Date(year, month - 1, date, 12)
  const sorted = [...files].sort(([a], [b]) => (a < b ? -1 : 1))
  return zipSync(Object.fromEntries(sorted), { level: 9, mtime })
}
