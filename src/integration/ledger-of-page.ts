import { readOneFile } from '../manuscript/files.ts'
import { ledgerPath, ledgerPathOfPart } from '../manuscript/ledger/ledger-files.ts'
import { openLedger } from '../manuscript/ledger/open-ledger.ts'
import type { PageLedger } from '../manuscript/ledger/page-ledger.ts'
import { shelf } from './shelf.ts'

/** The pages that were published and are gone, from the root of the site; they stay out of the site’s map. */
export async function readRetiredPages(manuscript: string): Promise<string[]> {
  const first = await readOneFile(manuscript, ledgerPath)
  const parts = await Promise.all(openLedger(first).parts.map((part) => readOneFile(manuscript, ledgerPathOfPart(part))))
  return Object.keys(openLedger([...first, ...parts.flat()]).value?.retired ?? {}).filter((address) => !address.includes('#'))
}

/** What has been published on a page, for the render pass: by the ledger of the reading whose texts are rendered. */
export const ledgerOfPage = async (page: string): Promise<PageLedger> => openLedger(shelf.ledger ?? []).ofPage(page)
