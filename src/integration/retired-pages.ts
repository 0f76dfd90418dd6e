import { openLedger } from '../manuscript/ledger/open-ledger.ts'
import { readLedgerFiles } from '../manuscript/ledger/read-ledger.ts'

/** The pages that were published and are gone, from the root of the site; they stay out of the site’s map. */
export async function readRetiredPages(manuscript: string): Promise<string[]> {
  return Object.keys(openLedger(await readLedgerFiles(manuscript)).value?.retired ?? {}).filter((address) => !address.includes('#'))
}
