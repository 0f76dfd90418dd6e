import { openLedger } from '../manuscript/ledger/open-ledger.ts'
import type { PageLedger } from '../manuscript/ledger/page-ledger.ts'
import { readLedgerFiles } from '../manuscript/ledger/read-ledger.ts'
import { shelf } from './shelf.ts'

/** The pages that were published and are gone, from the root of the site; they stay out of the site’s map. */
export async function readRetiredPages(manuscript: string): Promise<string[]> {
  return Object.keys(openLedger(await readLedgerFiles(manuscript)).value?.retired ?? {}).filter((address) => !address.includes('#'))
}

/** What has been published on a page, for the render pass: by the ledger of the reading whose texts are rendered. */
export const ledgerOfPage = async (page: string): Promise<PageLedger> => openLedger(shelf.ledger ?? []).ofPage(page)
